/** From a 403 to what blocks: {@link io.github.xrayclient.diagnostics.block.BlockedDownloads}. */
@NullMarked
package io.github.xrayclient.diagnostics.block;

import org.jspecify.annotations.NullMarked;
