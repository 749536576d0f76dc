/**
 * Values that several subjects share: severities, times, versions, and the results of updates. A
 * value such as {@link io.github.xrayclient.value.Severity} has constants for the known words of
 * the server and keeps unknown words as they are. {@link io.github.xrayclient.value.NameOrId} is a
 * text with which a user means an object, and {@link io.github.xrayclient.value.NamePattern}
 * selects objects by their names. {@link io.github.xrayclient.value.UpdateResult} is the result of
 * each edit:
 *
 * <pre>{@code
 * UpdateResult<Policy> result = xray.policies().edit(
 *     "no-critical", update -> update.description("Critical findings"), Retry.times(3));
 * for (FieldChange change : result.unexpectedChanges()) {
 *   System.out.println("The server also changed " + change);
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.value;

import org.jspecify.annotations.NullMarked;
