/** Compares a snapshot with a server, and makes the steps and notes of a plan. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.migration.planning;

import org.jspecify.annotations.NullMarked;
