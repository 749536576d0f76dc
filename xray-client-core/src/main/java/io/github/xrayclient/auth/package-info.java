/**
 * The credentials that a client sends to the server. Create them with {@link
 * io.github.xrayclient.auth.Credentials} and give them to the builder of the client. For tokens
 * that expire, give a supplier.
 *
 * <pre>{@code
 * Credentials fixed = Credentials.bearer(System.getenv("JF_ACCESS_TOKEN"));
 * Credentials renewed = Credentials.bearer(() -> System.getProperty("xray.token"));
 * XrayClient xray =
 *     XrayClient.builder().baseUrl("https://acme.example").credentials(renewed).build();
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.auth;

import org.jspecify.annotations.NullMarked;
