@NullMarked
package io.github.cognitoconnector.rest;

import org.jspecify.annotations.NullMarked;
