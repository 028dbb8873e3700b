package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.auth.AuthOperations.Issuing;
import io.github.cognitoconnector.embedded.cognito.device.Devices;
import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.mfa.Authenticators;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;

/** Puts together what comes after a proven password. */
final class SecondSteps {

    private final Challenges challenges;
    private final Lockouts lockouts;
    private final Authenticators authenticators;
    private final SignedIn signedIn;
    private final SecondFactorDemand factors;
    private final DeviceProof deviceProof;
    private final DeviceDemand devices;

    SecondSteps(Challenges challenges, Accounts accounts, Issuing issuing, Mailings mailings, InstantSource clock) {
        this.challenges = challenges;
        this.lockouts = new Lockouts(clock);
        this.authenticators = new Authenticators(accounts);
        this.signedIn = new SignedIn(issuing.sessions(), issuing.tokens(), new Devices(accounts), lockouts);
        this.factors = new SecondFactorDemand(challenges, mailings);
        this.deviceProof = new DeviceProof(challenges, signedIn, lockouts, clock);
        this.devices = new DeviceDemand(challenges, deviceProof);
    }

    Admission admission() {
        return new Admission(devices, factors, signedIn);
    }

    /** For the first step, whose failures count together with those of the later ones. */
    Lockouts lockouts() {
        return lockouts;
    }

    Authenticators authenticators() {
        return authenticators;
    }

    Stream<ChallengeKind> kinds() {
        Stream<ChallengeKind> codes = Arrays.stream(Factor.values())
                .map(factor -> new FactorCode(factor, challenges, authenticators, signedIn, lockouts));
        return Stream.concat(
                codes,
                Stream.of(
                        new FactorChoice(challenges, factors),
                        new FactorSetup(challenges, signedIn),
                        devices,
                        deviceProof));
    }
}
