/** What all endpoints share: pages and cursors, entity tags, merge patches, the checks on every request. */
@NullMarked
package io.github.cognitoconnector.rest;

import org.jspecify.annotations.NullMarked;
