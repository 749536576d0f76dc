/**
 * The credentials that a client sends to the server. Create them with {@link
 * io.github.xrayclient.auth.Credentials} and give them to the builder of the client. Tokens that
 * expire can be renewed, and CI jobs can log in with their id tokens.
 *
 * <pre>{@code
 * Credentials fixed = Credentials.bearer(System.getenv("JF_ACCESS_TOKEN"));
 * Credentials renewed =
 *     Credentials.refreshing(() -> AccessToken.of(System.getProperty("xray.token")));
 * Credentials ofCiJob = Credentials.oidc("acme-ci", GitLab.idTokens("JFROG_ID_TOKEN"));
 * XrayClient xray =
 *     XrayClient.builder().baseUrl("https://acme.example").credentials(renewed).build();
 * }</pre>
 */
@NullMarked
package io.github.xrayclient.auth;

import org.jspecify.annotations.NullMarked;
