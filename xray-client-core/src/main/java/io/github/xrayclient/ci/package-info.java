/**
 * Id tokens of CI systems, with which a job logs in without a stored secret. Begin with {@link
 * io.github.xrayclient.ci.GitHubActions} or {@link io.github.xrayclient.ci.GitLab}, and give their
 * tokens to {@link io.github.xrayclient.auth.Credentials#oidc(String,
 * java.util.function.Supplier)}.
 *
 * <pre>{@code
 * Credentials credentials = Credentials.oidc("acme-ci", GitHubActions.idTokens());
 * try (XrayClient xray =
 *     XrayClient.builder().baseUrl("https://acme.example").credentials(credentials).build()) {
 *   xray.policies().list().forEach(policy -> System.out.println(policy.name()));
 * }
 * }</pre>
 *
 * <p>For another CI system, write a {@code Supplier<String>} that returns its id token.
 */
@NullMarked
package io.github.xrayclient.ci;

import org.jspecify.annotations.NullMarked;
