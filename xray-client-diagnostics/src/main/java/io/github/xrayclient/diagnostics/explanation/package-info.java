/**
 * The results of {@link io.github.xrayclient.diagnostics.block}, as immutable values. Begin with
 * {@link io.github.xrayclient.diagnostics.explanation.BlockExplanation}, which tells why a download
 * is refused and what to do. {@link io.github.xrayclient.diagnostics.explanation.RequestedArtifact}
 * is the artifact to ask about. {@link
 * io.github.xrayclient.diagnostics.explanation.RepositoryCoverage} lists the watches that cover a
 * repository, and {@link io.github.xrayclient.diagnostics.explanation.SetupAudit} lists the
 * policies, rules and watches that have no effect on downloads, or less effect than they seem to
 * have.
 *
 * <p>Most values have an enum constant, such as one of {@link
 * io.github.xrayclient.diagnostics.explanation.NextStep.Kind}, and a sentence for people. Programs
 * should use the constants, because the sentences may change in any version.
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
