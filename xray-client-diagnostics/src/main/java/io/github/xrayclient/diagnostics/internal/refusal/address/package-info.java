/** Tells which repository and path the address of a download names. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.address;

import org.jspecify.annotations.NullMarked;
