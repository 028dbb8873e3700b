@NullMarked
package io.github.cognitoconnector.credentials;

import org.jspecify.annotations.NullMarked;
