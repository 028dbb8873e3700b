@NullMarked
package io.github.cognitoconnector.problem;

import org.jspecify.annotations.NullMarked;
