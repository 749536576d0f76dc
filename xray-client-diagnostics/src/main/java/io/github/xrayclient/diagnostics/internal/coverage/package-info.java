/** Which watches cover an artifact: resources, filters, patterns and the index over them. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.coverage;

import org.jspecify.annotations.NullMarked;
