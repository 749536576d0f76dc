/**
 * Watches, which apply policies to resources such as repositories and builds. Start with
 * {@link io.github.xrayclient.watch.Watches}, which reads and writes them, and with
 * {@link io.github.xrayclient.watch.WatchDraft} for a new one.
 *
 * <pre>{@code
 * WatchResource libs = WatchResource.repository("libs", RepositoryClass.REMOTE);
 * WatchDraft draft = WatchDraft.named("libs").addResource(libs)
 *     .assign("no high", PolicyType.SECURITY).build();
 * Watch watch = xray.watches().create(draft);
 * xray.watches().edit(watch.name(), update -> update.active(false));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.watch;

import org.jspecify.annotations.NullMarked;
