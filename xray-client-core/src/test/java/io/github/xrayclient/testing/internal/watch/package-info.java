/** The endpoints of watches, and what they refuse. */
@NullMarked
package io.github.xrayclient.testing.internal.watch;

import org.jspecify.annotations.NullMarked;
