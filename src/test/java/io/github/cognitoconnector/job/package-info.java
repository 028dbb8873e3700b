@NullMarked
package io.github.cognitoconnector.job;

import org.jspecify.annotations.NullMarked;
