/** Finds the requests in a log that a server refused, by their addresses and statuses. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.request;

import org.jspecify.annotations.NullMarked;
