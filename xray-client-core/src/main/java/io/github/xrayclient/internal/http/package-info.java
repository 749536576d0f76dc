/**
 * Sends a request through the interceptors of the library and of the caller to a transport, and
 * turns error answers into exceptions.
 */
@NullMarked
package io.github.xrayclient.internal.http;

import org.jspecify.annotations.NullMarked;
