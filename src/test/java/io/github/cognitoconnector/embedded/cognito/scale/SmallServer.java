package io.github.cognitoconnector.embedded.cognito.scale;

import io.github.cognitoconnector.embedded.cognito.CognitoOptions;
import io.github.cognitoconnector.embedded.cognito.EmbeddedCognito;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** An embedded Cognito in a process of its own, whose heap can be bounded; answers every line it reads with its heap. */
public final class SmallServer {

    private SmallServer() {}

    /** Prints the port, then the mebibytes in use after a collection for every line read; ends with its input. */
    public static void main(String... arguments) throws IOException {
        try (EmbeddedCognito cognito = EmbeddedCognito.start(CognitoOptions.onPort(0));
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(cognito.port());
            while (questions.readLine() != null) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.println((runtime.totalMemory() - runtime.freeMemory()) >> 20);
            }
        }
    }
}
