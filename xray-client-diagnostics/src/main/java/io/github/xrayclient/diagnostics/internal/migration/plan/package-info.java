/** Finds out which requests make a server like a snapshot. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.plan;

import org.jspecify.annotations.NullMarked;
