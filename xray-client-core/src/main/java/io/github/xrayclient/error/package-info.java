/**
 * The exceptions that calls throw. All of them are unchecked, and {@link
 * io.github.xrayclient.error.XrayException} is their common superclass. Catch it to handle every
 * failure of a call, or one of its subclasses to handle one kind of failure:
 *
 * <ul>
 * <li>{@link io.github.xrayclient.error.XrayApiException}: the server answered with an error
 * status. Some statuses have their own subclass.
 * <li>{@link io.github.xrayclient.error.XrayTransportException}: no complete answer came.
 * <li>{@link io.github.xrayclient.error.XrayDecodeException}: an answer cannot be read.
 * <li>{@link io.github.xrayclient.error.XrayConcurrentChangeException}: somebody else changed the
 * object at the same time.
 * <li>{@link io.github.xrayclient.error.XrayReadBackException}: a write succeeded, but reading the
 * result failed.
 * <li>{@link io.github.xrayclient.error.XrayAmbiguousNameException}: several objects have the name
 * by which one was asked for.
 * <li>{@link io.github.xrayclient.error.XrayReadOnlyException}: a read-only client refused a write.
 * </ul>
 *
 * <p>Wrong arguments and calls in a wrong state are reported as {@link
 * java.lang.IllegalArgumentException}, {@link java.lang.NullPointerException} and {@link
 * java.lang.IllegalStateException}.
 *
 * <pre>{@code
 * try {
 *   xray.policies().delete("no-critical");
 * } catch (XrayNotFoundException e) {
 *   System.out.println("There is no such policy.");
 * } catch (XrayException e) {
 *   System.out.println("The policy was not deleted: " + e.getMessage());
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.error;

import org.jspecify.annotations.NullMarked;
