/** Recognizes the programs whose output is in a log, and tells how each of them prints more. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.tool;

import org.jspecify.annotations.NullMarked;
