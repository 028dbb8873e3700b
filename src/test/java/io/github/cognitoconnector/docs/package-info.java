/** What the documentation promises. */
@NullMarked
package io.github.cognitoconnector.docs;

import org.jspecify.annotations.NullMarked;
