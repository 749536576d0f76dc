/** Finds the answers of servers and proxies that tell why a request was refused, other than by a policy. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.answer;

import org.jspecify.annotations.NullMarked;
