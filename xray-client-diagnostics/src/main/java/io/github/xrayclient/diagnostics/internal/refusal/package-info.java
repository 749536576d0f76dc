/** Finds and reads refusals in texts and logs. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal;

import org.jspecify.annotations.NullMarked;
