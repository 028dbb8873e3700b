@NullMarked
package io.github.cognitoconnector.x509;

import org.jspecify.annotations.NullMarked;
