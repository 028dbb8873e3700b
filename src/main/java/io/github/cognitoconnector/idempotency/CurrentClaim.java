package io.github.cognitoconnector.idempotency;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The key that the current request holds. */
@RequestScoped
class CurrentClaim {

    private Claim.@Nullable Mine claim;

    void hold(Claim.Mine held) {
        claim = held;
    }

    /** What is held, and no longer; null if nothing is. */
    Claim.@Nullable Mine letGo() {
        Claim.Mine held = claim;
        claim = null;
        return held;
    }
}
