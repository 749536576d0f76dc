/** Requests, answers, and the open transport under every call. */
@NullMarked
package io.github.xrayclient.http;

import org.jspecify.annotations.NullMarked;
