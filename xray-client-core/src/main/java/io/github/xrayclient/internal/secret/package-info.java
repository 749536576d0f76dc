/** Finds and hides credentials in texts that come from outside; needs nothing else of the library. */
@NullMarked
package io.github.xrayclient.internal.secret;

import org.jspecify.annotations.NullMarked;
