/**
 * Explains why downloads are refused, by asking the server. Begin with {@link
 * io.github.xrayclient.diagnostics.block.BlockedDownloads}, which explains the text of a refusal, a log, or a
 * repository and path. {@link io.github.xrayclient.diagnostics.block.BlockIndex} answers which watches and
 * rules can block downloads from a repository, without a request for each question, and {@link
 * io.github.xrayclient.diagnostics.block.BlockingSetup} checks the whole setup for mistakes.
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
