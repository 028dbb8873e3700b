package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** What names of AWS have to have in common with the user pool that their credentials are for. */
public final class CredentialRules {

    private CredentialRules() {}

    /** Why stored credentials would not fit a user pool of this region; empty if they do. */
    public static List<FieldError> misfits(CredentialsView credentials, String region, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        if (credentials.roleArn() != null) {
            errors.addAll(ofRole(credentials.roleArn(), region, ""));
        }
        if (credentials.trustAnchorArn() != null) {
            errors.addAll(ofRegion(credentials.trustAnchorArn(), region, ""));
        }
        return errors.stream()
                .limit(1)
                .map(error -> new FieldError(
                        pointer, error.code(), "The app's credentials do not fit this user pool. " + error.detail()))
                .toList();
    }

    static List<FieldError> ofRole(String roleArn, String region, String pointer) {
        String partition = Arns.partitionOf(region);
        return Arns.partition(roleArn).equals(partition)
                ? List.of()
                : List.of(FieldError.of(
                        ProblemType.VALIDATION_FAILED,
                        pointer + "/roleArn",
                        "The user pool is in the partition " + partition + "; the role has to be there too."));
    }

    static List<FieldError> ofRolesAnywhere(
            String trustAnchorArn, String profileArn, String roleArn, String region, String pointer) {
        List<FieldError> errors = new ArrayList<>(ofRole(roleArn, region, pointer));
        errors.addAll(ofRegion(trustAnchorArn, region, pointer + "/trustAnchorArn"));
        errors.addAll(ofRegion(profileArn, region, pointer + "/profileArn"));
        return errors;
    }

    private static List<FieldError> ofRegion(String arn, String region, String pointer) {
        return Arns.region(arn).equals(region) && Arns.partition(arn).equals(Arns.partitionOf(region))
                ? List.of()
                : List.of(FieldError.of(
                        ProblemType.REGION_MISMATCH,
                        pointer,
                        "The user pool is in the region " + region
                                + "; trust anchor and profile have to be there too."));
    }
}
