/** Tells how similar two names are, for suggestions to somebody who mistyped one. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.spelling;

import org.jspecify.annotations.NullMarked;
