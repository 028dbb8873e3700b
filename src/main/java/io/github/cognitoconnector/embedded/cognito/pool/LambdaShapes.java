package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.structure;

import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;

/** What requests say about Lambda triggers. They are kept and described, never called. */
final class LambdaShapes {

    static final Shape TRIGGERS = structure(
            optional("PreSignUp", Shapes.ARN),
            optional("CustomMessage", Shapes.ARN),
            optional("PostConfirmation", Shapes.ARN),
            optional("PreAuthentication", Shapes.ARN),
            optional("PostAuthentication", Shapes.ARN),
            optional("DefineAuthChallenge", Shapes.ARN),
            optional("CreateAuthChallenge", Shapes.ARN),
            optional("VerifyAuthChallengeResponse", Shapes.ARN),
            optional("PreTokenGeneration", Shapes.ARN),
            optional("UserMigration", Shapes.ARN),
            optional("PreTokenGenerationConfig", versioned("V1_0", "V2_0", "V3_0")),
            optional("CustomSMSSender", versioned("V1_0")),
            optional("CustomEmailSender", versioned("V1_0")),
            optional("KMSKeyID", Shapes.ARN),
            optional("InboundFederation", versioned("V1_0")));

    private LambdaShapes() {}

    private static Shape versioned(String... versions) {
        return structure(required("LambdaVersion", Shapes.choice(versions)), required("LambdaArn", Shapes.ARN));
    }
}
