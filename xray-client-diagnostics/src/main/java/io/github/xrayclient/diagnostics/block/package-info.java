/**
 * Explains why downloads are refused, with the policies, watches and violations on the server.
 * Begin with {@link io.github.xrayclient.diagnostics.block.BlockedDownloads}, which explains the
 * text of a refusal, a whole log, or the download of an artifact. {@link
 * io.github.xrayclient.diagnostics.block.BlockIndex} tells, without a request for each question,
 * which rules can block a download. {@link io.github.xrayclient.diagnostics.block.BlockingSetup}
 * lists the watches that cover a repository, and finds policies and watches that have no effect.
 *
 * <pre>{@code
 * for (BlockExplanation explanation : BlockedDownloads.of(xray).explain(buildLog)) {
 *   explanation.causes().forEach(cause -> System.out.println(cause.watch() + ": " + cause.reason()));
 *   explanation.nextSteps().forEach(step -> System.out.println(step.text()));
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.block;

import org.jspecify.annotations.NullMarked;
