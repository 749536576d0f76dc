/** Finds the answers of servers and proxies that refuse a request for another reason than a policy. */
@NullMarked
package io.github.xrayclient.diagnostics.internal.refusal.answer;

import org.jspecify.annotations.NullMarked;
