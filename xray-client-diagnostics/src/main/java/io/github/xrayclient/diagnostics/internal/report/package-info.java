/** Writes what the reports have in common. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.report;

import org.jspecify.annotations.NullMarked;
