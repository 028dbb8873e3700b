/** Pages of lists and the tokens that lead from one to the next. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.page;

import org.jspecify.annotations.NullMarked;
