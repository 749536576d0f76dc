/** Checks what a snapshot contains for what servers are known to refuse, without a server. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.check;

import org.jspecify.annotations.NullMarked;
