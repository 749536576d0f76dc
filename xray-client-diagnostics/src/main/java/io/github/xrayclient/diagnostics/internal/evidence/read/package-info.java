/** The optional read requests of one call. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.evidence.read;

import org.jspecify.annotations.NullMarked;
