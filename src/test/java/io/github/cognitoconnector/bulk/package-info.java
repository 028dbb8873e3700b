@NullMarked
package io.github.cognitoconnector.bulk;

import org.jspecify.annotations.NullMarked;
