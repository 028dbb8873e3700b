package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.List;

/**
 * What secures a user's sign-in besides the password, and who else vouches for the user. Nearly all users have none of
 * it and share {@link #NONE}.
 *
 * @param formerPasswords newest first, as many as the pool's policy remembers
 */
public record Security(
        SecondFactors factors,
        List<Device> devices,
        List<LinkedIdentity> identities,
        List<PasswordHash> formerPasswords) {

    public static final Security NONE = new Security(SecondFactors.NONE, List.of(), List.of(), List.of());

    public Security {
        devices = List.copyOf(devices);
        identities = List.copyOf(identities);
        formerPasswords = List.copyOf(formerPasswords);
    }

    public Security with(SecondFactors newFactors) {
        return new Security(newFactors, devices, identities, formerPasswords);
    }

    public Security withDevices(List<Device> newDevices) {
        return new Security(factors, newDevices, identities, formerPasswords);
    }

    public Security withIdentities(List<LinkedIdentity> newIdentities) {
        return new Security(factors, devices, newIdentities, formerPasswords);
    }

    /** Most pools remember none, and their users go on sharing {@link #NONE} when they set a password. */
    public Security withFormerPasswords(List<PasswordHash> newFormerPasswords) {
        return newFormerPasswords.isEmpty() && formerPasswords.isEmpty()
                ? this
                : new Security(factors, devices, identities, newFormerPasswords);
    }
}
