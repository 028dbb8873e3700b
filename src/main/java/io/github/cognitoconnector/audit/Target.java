package io.github.cognitoconnector.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a mutation is about, in names that may be kept; see {@link AuditNames}.
 *
 * @param thing such as {@code user:ada}; null where nothing is named
 * @param part such as the group of a membership
 * @param userSub Cognito's id of the user, if it came to be known
 */
record Target(
        @Nullable String thing,
        @Nullable String part,
        @Nullable String userSub) {}
