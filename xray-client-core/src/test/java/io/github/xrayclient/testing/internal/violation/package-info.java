/** The search for violations and its filters. */
@NullMarked
package io.github.xrayclient.testing.internal.violation;

import org.jspecify.annotations.NullMarked;
