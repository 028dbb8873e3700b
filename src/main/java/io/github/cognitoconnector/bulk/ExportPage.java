package io.github.cognitoconnector.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the users of a pool.
 *
 * @param next where the next ones begin; null if there are none
 */
record ExportPage(List<ExportedUser> users, @Nullable String next) {}
