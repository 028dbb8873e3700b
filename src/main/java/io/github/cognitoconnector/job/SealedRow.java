package io.github.cognitoconnector.job;

import org.jspecify.annotations.Nullable;

/** A row as it is kept. */
record SealedRow(
        int row,
        String work,
        String key,
        String keyHash,
        @Nullable String payload,
        @Nullable String problem) {}
