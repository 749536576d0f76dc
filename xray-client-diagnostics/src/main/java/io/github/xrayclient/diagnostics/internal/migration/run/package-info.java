/** Applies a plan and rolls it back, and keeps a journal of both. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.run;

import org.jspecify.annotations.NullMarked;
