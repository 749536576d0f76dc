/** Writes snapshots into directories, and reads them. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.export;

import org.jspecify.annotations.NullMarked;
