/** Explanations as text, Markdown and pages for people, and as JSON for programs. */
@NullMarked
package io.github.xrayclient.diagnostics.report;

import org.jspecify.annotations.NullMarked;
