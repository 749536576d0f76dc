/** Violations, which watches found; read only. */
@NullMarked
package io.github.xrayclient.violation;

import org.jspecify.annotations.NullMarked;
