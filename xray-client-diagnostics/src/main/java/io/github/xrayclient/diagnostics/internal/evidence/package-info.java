/** Reads facts and evidence about a refused download from the server. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.evidence;

import org.jspecify.annotations.NullMarked;
