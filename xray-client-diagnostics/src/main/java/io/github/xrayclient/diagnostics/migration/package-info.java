/** Moves governance between servers, or keeps it in files: export, compare, plan, apply, roll back. */
@NullMarked
package io.github.xrayclient.diagnostics.migration;

import org.jspecify.annotations.NullMarked;
