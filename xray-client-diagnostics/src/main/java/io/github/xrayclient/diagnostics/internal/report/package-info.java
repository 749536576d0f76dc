/** Escapes and formats the parts of reports, and keeps the phrases that they have in common. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.report;

import org.jspecify.annotations.NullMarked;
