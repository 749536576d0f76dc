/** Turns a path and its arguments into a request, and its answer into a value or an exception. */
@NullMarked
package io.github.xrayclient.internal.call;

import org.jspecify.annotations.NullMarked;
