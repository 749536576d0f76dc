/** Decides which watches cover an artifact, by their resources and filters. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.coverage;

import org.jspecify.annotations.NullMarked;
