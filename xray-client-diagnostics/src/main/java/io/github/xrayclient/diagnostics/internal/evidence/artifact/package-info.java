/** Reads what decides whether watches cover an artifact. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.evidence.artifact;

import org.jspecify.annotations.NullMarked;
