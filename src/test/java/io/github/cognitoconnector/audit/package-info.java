@NullMarked
package io.github.cognitoconnector.audit;

import org.jspecify.annotations.NullMarked;
