/** Who did what: a row for every mutation and every refused one, in chains that show when somebody changed them. */
@NullMarked
package io.github.cognitoconnector.audit;

import org.jspecify.annotations.NullMarked;
