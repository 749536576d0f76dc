/** Finds the objects of a migration that are selected, and those that they need. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.selection;

import org.jspecify.annotations.NullMarked;
