/**
 * Reads refused downloads in texts and logs, without a server. Begin with {@link
 * io.github.xrayclient.diagnostics.refusal.RefusalText} for a short text or an exception, and with {@link
 * io.github.xrayclient.diagnostics.refusal.RefusalLog} for a log of any length. Each refusal that they
 * find is a {@link io.github.xrayclient.diagnostics.refusal.BlockedDownload}.
 *
 * <pre>{@code
 * for (LoggedBlock logged : RefusalLog.read(Path.of("build.log"))) {
 *   BlockedDownload block = logged.block();
 *   System.out.println(logged.count() + " times " + block.kind() + " " + block.path().orElse(""));
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.refusal;

import org.jspecify.annotations.NullMarked;
