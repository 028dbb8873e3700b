/** The log: one line for each request, and nothing in it that could be taken for another line. */
@NullMarked
package io.github.cognitoconnector.log;

import org.jspecify.annotations.NullMarked;
