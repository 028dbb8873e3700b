package io.github.cognitoconnector.audit;

import org.jspecify.annotations.Nullable;

/** @param value the new one, if the app has it kept */
record Change(String name, @Nullable String value) {}
