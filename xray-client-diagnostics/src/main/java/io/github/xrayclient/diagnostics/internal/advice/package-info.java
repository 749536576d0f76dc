/** What to do next about a refused download. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.advice;

import org.jspecify.annotations.NullMarked;
