/** The endpoints for watches, with the checks of the server. */
@NullMarked
package io.github.xrayclient.testing.internal.watch;

import org.jspecify.annotations.NullMarked;
