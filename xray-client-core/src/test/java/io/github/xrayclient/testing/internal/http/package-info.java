/** The HTTP server under the fake: it reads requests, finds their endpoint, and delivers answers and ordered failures. */
@NullMarked
package io.github.xrayclient.testing.internal.http;

import org.jspecify.annotations.NullMarked;
