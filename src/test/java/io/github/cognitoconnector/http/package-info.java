@NullMarked
package io.github.cognitoconnector.http;

import org.jspecify.annotations.NullMarked;
