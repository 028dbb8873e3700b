package io.github.cognitoconnector.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One of the operations that {@code contract/operations} lists, called by its name.
 *
 * @param required the members that the service model requires
 */
public record AnyOperation(String name, List<String> required) {

    private static final String LIST = "contract/operations";
    private static final List<AnyOperation> ALL = read();

    public static List<AnyOperation> all() {
        return ALL;
    }

    private static List<AnyOperation> read() {
        try (InputStream in =
                Objects.requireNonNull(AnyOperation.class.getClassLoader().getResourceAsStream(LIST), LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AnyOperation::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AnyOperation of(String line) {
        int colon = line.indexOf(':');
        String members = line.substring(colon + 1).strip();
        return members.isEmpty()
                ? new AnyOperation(line.substring(0, colon), List.of())
                : new AnyOperation(line.substring(0, colon), List.of(members.split(" ", -1)));
    }

    boolean requires(String... members) {
        return required.containsAll(Set.of(members));
    }

    /** Calls it with a plausible value for every required member, but for those given here. */
    void call(CognitoIdentityProviderClient sdk, Map<String, ?> instead) {
        Map<String, Object> members = new HashMap<>();
        required.forEach(member -> members.put(member, Samples.of(member)));
        members.putAll(instead);
        send(sdk, members);
    }

    /** As before, but for one member that is left out. */
    void callWithout(CognitoIdentityProviderClient sdk, String missing) {
        Map<String, Object> members = new HashMap<>();
        required.forEach(member -> members.put(member, Samples.of(member)));
        members.remove(missing);
        send(sdk, members);
    }

    /** Calls it with these members and no others. */
    void send(CognitoIdentityProviderClient sdk, Map<String, ?> members) {
        Method method = method();
        try {
            method.invoke(sdk, request(method.getParameterTypes()[0], members));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The SDK's names differ from AWS's in the case of abbreviations. */
    private Method method() {
        return Arrays.stream(CognitoIdentityProviderClient.class.getMethods())
                .filter(method -> method.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .filter(method -> method.getParameterCount() == 1
                        && CognitoIdentityProviderRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The SDK has no " + name));
    }

    private static Object request(Class<?> type, Map<String, ?> members) {
        try {
            SdkBuilder<?, ?> builder =
                    (SdkBuilder<?, ?>) type.getMethod("builder").invoke(null);
            for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
                if (members.containsKey(field.memberName())) {
                    field.set(builder, members.get(field.memberName()));
                }
            }
            return builder.build();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
