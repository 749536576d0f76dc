/** The endpoint for the search for violations, with its filters. */
@NullMarked
package io.github.xrayclient.testing.internal.violation;

import org.jspecify.annotations.NullMarked;
