/** What an app's user pool and its clients are set up for, as the app sees it, and what of it will hurt. */
@NullMarked
package io.github.cognitoconnector.pool;

import org.jspecify.annotations.NullMarked;
