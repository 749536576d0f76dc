/**
 * What is known about a refused download: the values that explanations are made of. Begin with {@link
 * io.github.xrayclient.diagnostics.explanation.BlockExplanation}, which says why a download is refused.
 * {@link io.github.xrayclient.diagnostics.explanation.RequestedArtifact} says what is asked about, {@link
 * io.github.xrayclient.diagnostics.explanation.RepositoryCoverage} which watches cover a repository, and
 * {@link io.github.xrayclient.diagnostics.explanation.SetupAudit} which policies and watches have no effect.
 *
 * <pre>{@code
 * RequestedArtifact artifact =
 *     RequestedArtifact.builder().repository("libs-release").path("acme/app-1.0.jar").build();
 * for (BlockCause cause : BlockedDownloads.of(xray).explain(artifact).causes()) {
 *   System.out.println(cause.verdict() + ": " + cause.reason());
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.explanation;

import org.jspecify.annotations.NullMarked;
