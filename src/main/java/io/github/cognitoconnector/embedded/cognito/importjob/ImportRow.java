package io.github.cognitoconnector.embedded.cognito.importjob;

import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.AccountRules;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One user of a CSV file.
 *
 * @param attributes those that have a value, flags in the words of Cognito
 * @param secondFactor what {@code cognito:mfa_enabled} says
 */
record ImportRow(String username, Map<String, String> attributes, boolean secondFactor) {

    static final int MAX_CHARACTERS = 16_000;

    private static final String USERNAME = "cognito:username";
    private static final String SECOND_FACTOR = "cognito:mfa_enabled";
    private static final int MAX_VALUE = 2_048;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final DateTimeFormatter BIRTHDATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads a line and judges it by the rules of AWS's guide that the schema does not tell.
     *
     * @throws Refusal for a user who cannot be imported; nobody is answered this, so its code means nothing
     */
    static ImportRow of(UserPool pool, List<String> columns, String line) {
        require(line.length() <= MAX_CHARACTERS, "The row is longer than " + MAX_CHARACTERS + " characters.");
        List<String> values = CsvFile.split(line);
        require(values.size() == columns.size(), "The row does not have as many values as the header.");
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                given.put(columns.get(i), values.get(i));
            }
        }
        String username = Optional.ofNullable(given.remove(USERNAME)).orElse("");
        require(NAME.matcher(username).matches(), "The row has no valid cognito:username.");
        boolean secondFactor = flag(SECOND_FACTOR, given.remove(SECOND_FACTOR));
        checkSecondFactor(pool, secondFactor);
        checkAddresses(pool, given);
        checkValues(pool, given);
        return new ImportRow(username, Map.copyOf(given), secondFactor);
    }

    private static void checkSecondFactor(UserPool pool, boolean wanted) {
        switch (pool.settings().mfa().mode()) {
            case OFF -> require(!wanted, "cognito:mfa_enabled must be false: the pool has no second factors.");
            case ON -> require(wanted, "cognito:mfa_enabled must be true: the pool requires a second factor.");
            case OPTIONAL -> {}
        }
    }

    /** Every verified address is there, and one of them is of a kind that the pool verifies by itself. */
    private static void checkAddresses(UserPool pool, Map<String, String> given) {
        AccountRules rules = AccountRules.of(pool);
        boolean verified = false;
        for (Medium medium : Medium.values()) {
            String name = medium.attribute() + "_verified";
            if (given.containsKey(name)) {
                boolean proven = flag(name, given.get(name));
                given.put(name, String.valueOf(proven));
                require(!proven || given.containsKey(medium.attribute()), name + " needs " + medium.attribute() + ".");
                verified |= proven && rules.autoVerifies(medium);
            }
        }
        require(
                verified,
                "The User Record does not set any of the auto verified attributes to true. (Example: email_verified to"
                        + " true).");
    }

    private static void checkValues(UserPool pool, Map<String, String> given) {
        pool.settings().schema().required().forEach(name -> require(given.containsKey(name), name + " is required."));
        given.forEach((name, value) -> require(value.length() <= MAX_VALUE, name + " is too long."));
        String birthdate = given.get("birthdate");
        require(birthdate == null || isDate(birthdate), "birthdate must be in the format mm/dd/yyyy.");
        String updated = given.get("updated_at");
        require(updated == null || SECONDS.matcher(updated).matches(), "updated_at must be in seconds.");
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text, BIRTHDATE);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** In either case, as spreadsheets write them. */
    private static boolean flag(String name, @Nullable String word) {
        require(
                word != null && ("true".equalsIgnoreCase(word) || "false".equalsIgnoreCase(word)),
                name + " must be true or false.");
        return "true".equalsIgnoreCase(word);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw Refusal.invalidParameter(otherwise);
        }
    }

    /** The values are personal data. */
    @Override
    public String toString() {
        return "ImportRow" + attributes.keySet();
    }
}
