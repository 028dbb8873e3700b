package io.github.cognitoconnector.contract;

import java.lang.reflect.Method;
import java.util.Optional;

/** @param invocation the display name of one invocation of a parameterised case */
record CaseName(String className, String method, Optional<String> invocation) {

    static CaseName of(Method method, Optional<String> invocation) {
        return new CaseName(method.getDeclaringClass().getSimpleName(), method.getName(), invocation);
    }

    @Override
    public String toString() {
        return className + "." + method
                + invocation.map(text -> "[" + text + "]").orElse("");
    }
}
