/**
 * Prepares calls: creates a request from a path and its arguments, and turns the answer into a
 * value or an exception.
 */
@NullMarked
package io.github.xrayclient.internal.call;

import org.jspecify.annotations.NullMarked;
