package io.github.cognitoconnector.nativeimage;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** What is copied into methods of the JDK. */
final class ReflectionAdvice {

    private ReflectionAdvice() {}

    static final class Found {
        @Advice.OnMethodExit
        static void exit(@Advice.Origin("#m") String how, @Advice.Return(typing = Typing.DYNAMIC) Object what) {
            Uses.found(how, what);
        }
    }

    static final class Listed {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Origin("#m") String how,
                @Advice.This(typing = Typing.DYNAMIC) Object type,
                @Advice.Return(typing = Typing.DYNAMIC) Object all) {
            Uses.listed(how, type, (Object[]) all);
        }
    }

    static final class Called {
        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#m") String how, @Advice.This(typing = Typing.DYNAMIC) Object member) {
            Uses.found(how, member);
        }
    }

    static final class Argument {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Origin("#m") String how, @Advice.Argument(value = 0, typing = Typing.DYNAMIC) Object what) {
            Uses.found(how, what);
        }
    }

    static final class Member {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Origin("#m") String how, @Advice.Argument(0) Class<?> type, @Advice.Argument(1) String name) {
            Uses.member(how, type, name);
        }
    }

    static final class SecondArgument {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Origin("#m") String how, @Advice.Argument(value = 1, typing = Typing.DYNAMIC) Object what) {
            Uses.found(how, what);
        }
    }

    static final class Resource {
        @Advice.OnMethodExit
        static void exit(
                @Advice.Origin("#m") String how,
                @Advice.This(typing = Typing.DYNAMIC) Object where,
                @Advice.Argument(0) String name,
                @Advice.Return(typing = Typing.DYNAMIC) Object found) {
            Uses.resource(how, where, name, found);
        }
    }

    static final class Proxied {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) Class<?>[] interfaces) {
            Uses.found("proxy", interfaces);
        }
    }

    static final class Made {
        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#t") String type) {
            Uses.found("made", type);
        }
    }
}
