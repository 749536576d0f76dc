/** Tells listeners how far a migration is. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.progress;

import org.jspecify.annotations.NullMarked;
