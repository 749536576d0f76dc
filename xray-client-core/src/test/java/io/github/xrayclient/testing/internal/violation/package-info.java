/** The endpoints for violations and ignored violations, with their filters. */
@NullMarked
package io.github.xrayclient.testing.internal.violation;

import org.jspecify.annotations.NullMarked;
