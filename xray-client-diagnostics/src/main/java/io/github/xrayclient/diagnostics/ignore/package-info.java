/**
 * Creates the narrowest ignore rules for the violations that block a download. Start with {@link
 * io.github.xrayclient.diagnostics.ignore.ViolationIgnorer}.
 *
 * <pre>{@code
 * BlockExplanation explanation = BlockedDownloads.of(xray)
 *     .explain(RequestedArtifact.builder().repository("libs").path("a/b.jar").build());
 * ViolationIgnorer ignorer = ViolationIgnorer.of(xray);
 * Instant end = Instant.now().plus(Duration.ofDays(30));
 * for (IgnoreResult result : ignorer.ignore(explanation.ignoreRules(), "not reachable", end)) {
 *     System.out.println(result.outcome() + " " + result.rule().id());
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.ignore;

import org.jspecify.annotations.NullMarked;
