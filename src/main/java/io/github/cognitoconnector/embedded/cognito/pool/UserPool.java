package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Groups;
import io.github.cognitoconnector.embedded.cognito.directory.Memberships;
import io.github.cognitoconnector.embedded.cognito.directory.PasswordHash;
import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.Users;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One user pool: settings that stay, a directory that changes under its lock. */
public final class UserPool {

    private final PoolSettings settings;
    private final Users users;
    private final Groups groups = new Groups();
    private final Memberships memberships = new Memberships();
    private final ResourceServers resourceServers = new ResourceServers();
    private final Lock lock = new ReentrantLock();

    UserPool(PoolSettings settings, Staleness staleness) {
        this.settings = settings;
        this.users = new Users(settings.signIn(), staleness);
    }

    public String id() {
        return settings.identity().id();
    }

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
    private String owner(String username) {
        return id().substring(id().indexOf('_') + 1) + username;
    }

    /** Runs a change of the directory alone. */
    public <T> T change(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    ObjectNode describe() {
        return settings.describe(users.count());
    }
}
