/** What an image compiled ahead of time has to be told, seen in the artifact that runs on a JVM. */
@NullMarked
package io.github.cognitoconnector.nativeimage;

import org.jspecify.annotations.NullMarked;
