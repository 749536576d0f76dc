package io.github.xrayclient.ci;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The id token of a GitLab CI/CD job, for {@link Credentials#oidc(String, Supplier)}. GitLab puts
 * it into an environment variable whose name the author of the job chooses:
 *
 * <pre>
 * job:
 *   id_tokens:
 *     JFROG_ID_TOKEN:
 *       aud: https://acme.example
 * </pre>
 *
 * <p>A job has one id token for its whole time. When the token has expired, it can no longer be
 * exchanged; an access token that was obtained before is used until its own end. Immutable and
 * thread-safe.
 *
 * @see "GitLab CI/CD YAML syntax reference: id_tokens"
 */
public final class GitLab implements Supplier<String> {
  private final String variable;
  private final String token;

  private GitLab(String variable, String token) {
    this.variable = variable;
    this.token = token;
  }

  /**
   * Returns the id token of the job in which this program runs.
   *
   * @param variable the name below {@code id_tokens} in the job, such as {@code JFROG_ID_TOKEN}
   * @throws IllegalStateException if there is no such variable
   * @throws IllegalArgumentException if the name is blank
   */
  public static GitLab idTokens(String variable) {
    return idTokens(variable, System.getenv());
  }

  /**
   * Returns the id token of a job with these environment variables.
   *
   * @param variable the name below {@code id_tokens} in the job, such as {@code JFROG_ID_TOKEN}
   * @throws IllegalStateException if there is no such variable
   * @throws IllegalArgumentException if the name is blank
   */
  public static GitLab idTokens(String variable, Map<String, String> environment) {
    Arguments.elements(
        "environment", Objects.requireNonNull(environment, "environment").values());
    String token =
        environment.getOrDefault(Arguments.checked("variable", variable), "").strip();
    if (token.isEmpty()) {
      throw new IllegalStateException("the environment variable " + variable
          + " is not set, so there is no id token; add " + variable
          + " with its audience (aud) below id_tokens to the job in .gitlab-ci.yml");
    }
    return new GitLab(variable, token);
  }

  /** The id token. It is a secret, so never print it. */
  @Override
  public String get() {
    return token;
  }

  /** The name of the variable, without the token. */
  @Override
  public String toString() {
    return "GitLab(" + variable + ")";
  }
}
