/** What replicas know of each other's changes, and what they do when they know nothing. */
@NullMarked
package io.github.cognitoconnector.database;

import org.jspecify.annotations.NullMarked;
