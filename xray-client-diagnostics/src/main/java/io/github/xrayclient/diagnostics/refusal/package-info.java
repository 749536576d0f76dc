/** Reads refused downloads out of answers and logs, without a server. */
@NullMarked
package io.github.xrayclient.diagnostics.refusal;

import org.jspecify.annotations.NullMarked;
