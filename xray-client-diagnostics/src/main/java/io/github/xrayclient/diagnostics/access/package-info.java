/**
 * What a token may do on a server. Start with {@link
 * io.github.xrayclient.diagnostics.access.AccessCheck}.
 *
 * <pre>{@code
 * AccessReport report = AccessCheck.of(xray).run();
 * report.areas().forEach(area -> System.out.println(area.area() + ": " + area.access()));
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.diagnostics.access;

import org.jspecify.annotations.NullMarked;
