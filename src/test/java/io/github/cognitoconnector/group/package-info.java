@NullMarked
package io.github.cognitoconnector.group;

import org.jspecify.annotations.NullMarked;
