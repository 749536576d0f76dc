/**
 * Reads refused downloads in texts and logs, without a server. Begin with {@link
 * io.github.xrayclient.diagnostics.refusal.RefusalLog}, for a message, an exception or a log of any
 * length. Each refusal that it finds is a {@link
 * io.github.xrayclient.diagnostics.refusal.BlockedDownload}.
 *
 * <pre>{@code
 * for (BlockedDownload refusal : RefusalLog.read(Path.of("build.log"))) {
 *   System.out.println(
 *       refusal.count().orElse(0L) + " times " + refusal.kind() + " " + refusal.path().orElse(""));
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.refusal;

import org.jspecify.annotations.NullMarked;
