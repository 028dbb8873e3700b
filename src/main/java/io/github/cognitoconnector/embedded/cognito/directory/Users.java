package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The users of a pool in the order of creation, with indexes. Reading needs no lock; whoever writes holds the pool's.
 */
public final class Users {

    private static final List<String> INDEXED =
            List.of("username", "sub", "email", "phone_number", "preferred_username");

    private final SignInRules rules;
    private final NavigableMap<Long, User> bySequence = new ConcurrentSkipListMap<>();
    private final Map<String, TextIndex<?>> indexes = new HashMap<>();
    private final AtomicLong lastSequence = new AtomicLong();
    private final IdentityIndex identities = new IdentityIndex();
    private final History history;

    public Users(SignInRules rules, Staleness staleness) {
        this.rules = rules;
        this.history = new History(staleness);
        INDEXED.forEach(name -> indexes.put(name, TextIndex.of(name)));
    }

    /** Nobody yet, under the same rules. */
    Users likewise() {
        return new Users(rules, new Staleness());
    }

    public ListedUsers listed() {
        return new ListedUsers(this, history.past());
    }

    public long nextSequence() {
        return lastSequence.incrementAndGet();
    }

    public void add(User user) {
        history.note(user.sequence(), Optional.empty());
        bySequence.put(user.sequence(), user);
        identities.add(user);
        indexes.values().forEach(index -> index.add(user));
    }

    public void replace(User before, User after) {
        history.note(after.sequence(), Optional.of(before));
        bySequence.put(after.sequence(), after);
        identities.remove(before);
        identities.add(after);
        indexes.values().forEach(index -> index.replace(before, after));
    }

    public void remove(User user) {
        history.note(user.sequence(), Optional.of(user));
        bySequence.remove(user.sequence());
        identities.remove(user);
        indexes.values().forEach(index -> index.remove(user));
    }

    public int count() {
        return bySequence.size();
    }

    public Optional<User> at(long sequence) {
        return Optional.ofNullable(bySequence.get(sequence));
    }

    public Optional<User> withSub(String sub) {
        return with("sub", sub).filter(user -> user.sub().equals(sub)).findFirst();
    }

    public Optional<User> withUsername(String username) {
        return with("username", username)
                .filter(user -> rules.same(user.username(), username))
                .findFirst();
    }

    /** The user who is known elsewhere so. */
    public Optional<User> withIdentity(LinkedIdentity.Source source) {
        return identities.find(source).flatMap(this::at);
    }

    /** By username, else by sub, else by an address that the pool takes for a username (contract row 4). */
    public Optional<User> find(String name) {
        return withUsername(name).or(() -> withSub(name)).or(() -> withAddress(name));
    }

    /** Whom a name signs in: unlike {@link #find} not by sub, as measured of AWS. */
    public Optional<User> signingIn(String name) {
        return withUsername(name).or(() -> withAddress(name));
    }

    private Optional<User> withAddress(String name) {
        return Stream.of("email", "phone_number", "preferred_username")
                .flatMap(attribute -> signingInWith(attribute, name).stream())
                .findFirst();
    }

    /** The user whom this value of the attribute finds, as a username or as an active alias. */
    public Optional<User> signingInWith(String attribute, String value) {
        return with(attribute, value)
                .filter(user -> rules.finds(user, attribute))
                .filter(user -> user.value(attribute)
                        .filter(own -> rules.same(own, value))
                        .isPresent())
                .findFirst();
    }

    /** Whether the user signs in with the value of the attribute; it need not be unique otherwise. */
    public boolean signsIn(User user, String attribute) {
        return rules.finds(user, attribute) && user.value(attribute).isPresent();
    }

    /**
     * The attribute by whose value a changed user would sign in from now on although somebody else does already; empty
     * if there is none. A change of the user's state may bring that about as well as one of the value.
     */
    public Optional<String> contested(User before, User after) {
        return Stream.of("email", "phone_number", "preferred_username")
                .filter(attribute -> signsIn(after, attribute))
                .filter(attribute ->
                        !signsIn(before, attribute) || !before.value(attribute).equals(after.value(attribute)))
                .filter(attribute -> after.value(attribute)
                        .flatMap(value -> signingInWith(attribute, value))
                        .filter(other -> other.sequence() != after.sequence())
                        .isPresent())
                .findFirst();
    }

    /** In the order of creation, behind the position; the empty position is the beginning. */
    public Stream<User> from(String position) {
        long after = position.isEmpty() ? Long.MIN_VALUE : Long.parseLong(position);
        return bySequence.tailMap(after, false).values().stream();
    }

    public static String position(User user) {
        return String.valueOf(user.sequence());
    }

    public static boolean isIndexed(String attribute) {
        return INDEXED.contains(attribute);
    }

    /**
     * Those whose indexed attribute is, or only starts with, the value, without regard to case, in the order of that
     * attribute, behind the position; the empty position is the beginning.
     */
    public Stream<User> matching(String attribute, String value, boolean prefix, String position) {
        TextIndex<?> index = index(attribute);
        return users(prefix ? index.startingWith(value, position) : index.exactly(value, position));
    }

    public static String position(String attribute, User user) {
        return TextIndex.position(user.value(attribute).orElse(""), user.sequence());
    }

    private Stream<User> with(String attribute, String value) {
        return users(index(attribute).exactly(value, ""));
    }

    private Stream<User> users(Stream<Long> sequences) {
        return sequences.flatMap(sequence -> at(sequence).stream());
    }

    private TextIndex<?> index(String attribute) {
        return Objects.requireNonNull(indexes.get(attribute), attribute);
    }
}
