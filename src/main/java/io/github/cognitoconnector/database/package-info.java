/** What all tables share: whose rows a transaction sees, and what replicas know of each other's changes. */
@NullMarked
package io.github.cognitoconnector.database;

import org.jspecify.annotations.NullMarked;
