/**
 * The transport that uses the JDK's HTTP client: its settings, time limits, bodies and failures.
 */
@NullMarked
package io.github.xrayclient.internal.transport;

import org.jspecify.annotations.NullMarked;
