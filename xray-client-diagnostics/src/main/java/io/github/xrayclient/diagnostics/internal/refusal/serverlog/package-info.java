/** Finds refused downloads in the logs of a server and of the proxy in front of it. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.serverlog;

import org.jspecify.annotations.NullMarked;
