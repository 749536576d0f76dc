/**
 * The state and version of an Xray server. Start with {@link
 * io.github.xrayclient.system.SystemInfo}.
 *
 * <pre>{@code
 * xray.system().ping();
 * if (xray.system().version().isBefore("3.116.0")) {
 *   System.err.println("Curation needs Xray 3.116 or later");
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.system;

import org.jspecify.annotations.NullMarked;
