/**
 * Finds refused downloads in texts and logs, without sending requests. Begin with {@link
 * io.github.xrayclient.diagnostics.refusal.RefusalLog}, which reads a message, an exception, or a
 * log of any length. Each refusal that it finds is a {@link
 * io.github.xrayclient.diagnostics.refusal.BlockedDownload}. {@link
 * io.github.xrayclient.diagnostics.block.BlockedDownloads} then explains it with the help of a
 * server.
 *
 * <pre>{@code
 * for (BlockedDownload refusal : RefusalLog.read(Path.of("build.log")).refusals()) {
 *   System.out.println(
 *       refusal.count().orElse(0L) + " times " + refusal.kind() + " " + refusal.path().orElse(""));
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.refusal;

import org.jspecify.annotations.NullMarked;
