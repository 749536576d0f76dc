/**
 * The HTTP part of the fake server: it reads requests, finds their endpoint, and sends answers and
 * failures.
 */
@NullMarked
package io.github.xrayclient.testing.internal.http;

import org.jspecify.annotations.NullMarked;
