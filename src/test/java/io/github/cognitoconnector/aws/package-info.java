/** What calls of AWS's services are counted as. */
@NullMarked
package io.github.cognitoconnector.aws;

import org.jspecify.annotations.NullMarked;
