package io.github.cognitoconnector.embedded.cognito.pool;

import io.github.cognitoconnector.embedded.cognito.directory.Groups;
import io.github.cognitoconnector.embedded.cognito.directory.Memberships;
import io.github.cognitoconnector.embedded.cognito.directory.PasswordHash;
import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.Users;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One user pool: settings, of which there is always one whole, and a directory; both change under its lock. */
public final class UserPool {

    private final Users users;
    private final Groups groups = new Groups();
    private final Memberships memberships = new Memberships();
    private final ResourceServers resourceServers = new ResourceServers();
    private final IdentityProviders identityProviders = new IdentityProviders();
    private final Lock lock = new ReentrantLock();
    private volatile PoolSettings settings;
    private boolean deleted;
    private boolean importing;

    UserPool(PoolSettings settings, Staleness staleness) {
        this.settings = settings;
        this.users = new Users(settings.signIn(), staleness);
    }

    public String id() {
        return settings.identity().id();
    }

    /** As they are now; whoever reads more than one of them keeps what this returns. */
    public PoolSettings settings() {
        return settings;
    }

    public Users users() {
        return users;
    }

    public Groups groups() {
        return groups;
    }

    public Memberships memberships() {
        return memberships;
    }

    public ResourceServers resourceServers() {
        return resourceServers;
    }

    /** What to keep of a password of the user with this username. */
    public PasswordHash hash(String username, String password) {
        return PasswordHash.of(owner(username), password);
    }

    public boolean matches(User user, PasswordHash hash, String password) {
        return hash.matches(owner(user.username()), password);
    }

    /** What the Secure Remote Password protocol puts before the colon and the password. */
    public String owner(String username) {
        return id().substring(id().indexOf('_') + 1) + username;
    }

    public IdentityProviders identityProviders() {
        return identityProviders;
    }

    /**
     * Runs a change of the directory alone.
     *
     * @throws Refusal {@code ResourceNotFoundException} if the pool has been deleted since it was looked up
     */
    public <T> T change(Supplier<T> change) {
        lock.lock();
        try {
            if (deleted) {
                throw Pools.noSuchPool(id());
            }
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    /** Replaces the settings alone, and returns the new ones. */
    PoolSettings configure(UnaryOperator<PoolSettings> change) {
        return change(() -> {
            settings = change.apply(settings);
            return settings;
        });
    }

    /** Says whether an import job is at work; the caller is in a change. */
    public void importing(boolean now) {
        importing = now;
    }

    /**
     * Contract row 26; the caller is in a change. AWS does not publish the words.
     *
     * @throws Refusal {@code UserImportInProgressException}
     */
    void refuseWhileImporting() {
        if (importing) {
            throw new Refusal("UserImportInProgressException", "A user import is in progress for this user pool.");
        }
    }

    /** Lets no change begin any more; the caller is in one. */
    void markDeleted() {
        deleted = true;
    }
}
