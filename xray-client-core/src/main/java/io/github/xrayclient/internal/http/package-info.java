/** Sends one request: the transport over the JDK's HTTP client and the interceptors around it. */
@NullMarked
package io.github.xrayclient.internal.http;

import org.jspecify.annotations.NullMarked;
