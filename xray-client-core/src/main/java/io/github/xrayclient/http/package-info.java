/**
 * Calls, their options, and the parts of a client that you can replace. Begin with {@link
 * io.github.xrayclient.http.ApiCall}, which calls an endpoint that has no method in this library:
 *
 * <pre>{@code
 * JsonNode summary = xray.call("POST", "/xray/api/v1/summary/artifact")
 *     .body(Map.of("paths", List.of("default/libs-release/app.jar")))
 *     .readOnly()
 *     .readAs(JsonNode.class)
 *     .send();
 * System.out.println(summary);
 * }</pre>
 *
 * <p>{@link io.github.xrayclient.http.CallOptions} and {@link
 * io.github.xrayclient.http.RetryPolicy} set time limits and retries. A {@link
 * io.github.xrayclient.http.CallListener} is told about every attempt, an {@link
 * io.github.xrayclient.http.Interceptor} can change requests and answers, and a {@link
 * io.github.xrayclient.http.Transport} replaces the JDK's HTTP client.
 */
@NullMarked
package io.github.xrayclient.http;

import org.jspecify.annotations.NullMarked;
