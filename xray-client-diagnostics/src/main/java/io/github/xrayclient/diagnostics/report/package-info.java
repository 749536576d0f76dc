/**
 * Writes explanations as text for a terminal, Markdown for a ticket, an HTML page or JSON for
 * programs. Begin with {@link io.github.xrayclient.diagnostics.report.TextReport}; the others are
 * used in the same way. Every report takes any number of explanations, and text from the server is
 * always escaped.
 *
 * <pre>{@code
 * List<BlockExplanation> explanations = BlockedDownloads.of(xray).explain(buildLog);
 * System.out.print(TextReport.of(explanations));
 * Files.writeString(Path.of("blocked.html"), HtmlReport.of(explanations));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.report;

import org.jspecify.annotations.NullMarked;
