/**
 * What Xray knows about single artifacts. Start with {@link
 * io.github.xrayclient.artifact.Artifacts}.
 *
 * <pre>{@code
 * ArtifactStatus status = xray.artifacts().status("libs-local", "org/acme/lib/1.0/lib-1.0.jar");
 * boolean scanned = status.overall().flatMap(ScanStatus::state)
 *     .filter(ScanState.DONE::equals).isPresent();
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.artifact;

import org.jspecify.annotations.NullMarked;
