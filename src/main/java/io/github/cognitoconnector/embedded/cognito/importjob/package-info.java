/** Users that are imported from a CSV file (contract row 26). */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.importjob;

import org.jspecify.annotations.NullMarked;
