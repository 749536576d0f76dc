/**
 * The client, with which every program begins: {@link io.github.xrayclient.XrayClient} gives access
 * to policies, watches, ignore rules, violations and every other endpoint of a JFrog platform.
 * Build one with {@link io.github.xrayclient.XrayClientBuilder}, use it from all threads, and close
 * it at the end.
 *
 * <pre>{@code
 * try (XrayClient xray = XrayClient.builder()
 *     .baseUrl("https://acme.example")
 *     .credentials(Credentials.bearer("an access token"))
 *     .build()) {
 *   System.out.println(xray.system().version().xray());
 *   xray.watches().list().forEach(watch -> System.out.println(watch.name()));
 * }
 * }</pre>
 */
@NullMarked
package io.github.xrayclient;

import org.jspecify.annotations.NullMarked;
