/** Not for callers: exported to this library's own modules only. */
@NullMarked
package io.github.xrayclient.internal;

import org.jspecify.annotations.NullMarked;
