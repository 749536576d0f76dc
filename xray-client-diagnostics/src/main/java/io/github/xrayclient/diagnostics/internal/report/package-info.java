/** Escapes and formats the parts of reports, and holds the words that they have in common. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.report;

import org.jspecify.annotations.NullMarked;
