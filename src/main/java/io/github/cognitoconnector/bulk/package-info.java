/** Bulk work on users: what uploads hold, and what becomes of each of their rows. */
@NullMarked
package io.github.cognitoconnector.bulk;

import org.jspecify.annotations.NullMarked;
