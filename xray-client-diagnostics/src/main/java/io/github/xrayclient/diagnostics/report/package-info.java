/** Explanations as text for people and JSON for programs. */
@NullMarked
package io.github.xrayclient.diagnostics.report;

import org.jspecify.annotations.NullMarked;
