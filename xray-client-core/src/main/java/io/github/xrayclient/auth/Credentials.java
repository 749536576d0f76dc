package io.github.xrayclient.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a client: a bearer token, a user name with a password, or an API key. They are
 * sent to the client's own server only. {@link #toString()} never shows a secret. Immutable and
 * thread-safe.
 *
 * @see "JFrog REST APIs: Authentication"
 */
public final class Credentials {
  private static final String API_KEY = "X-JFrog-Art-Api";
  private static final Credentials ANONYMOUS = new Credentials("anonymous", Map.of());

  private final String kind;
  private final Object secret;
  private final Supplier<Map<String, String>> headers;
  private final boolean rotating;

  private Credentials(String kind, Map<String, String> headers) {
    this(kind, headers, () -> headers, false);
  }

  /**
   * @param secret an object that is equal for equal credentials
   */
  private Credentials(
      String kind, Object secret, Supplier<Map<String, String>> headers, boolean rotating) {
    this.kind = kind;
    this.secret = secret;
    this.headers = headers;
    this.rotating = rotating;
  }

  /**
   * Creates credentials with a bearer token: an access, identity or reference token. If the text is
   * an API key, which users often mistake for a token, it is sent as an API key.
   *
   * @throws IllegalArgumentException if the token is blank or contains white space or a character
   *     that is not ASCII; the message does not show the token
   */
  public static Credentials bearer(String token) {
    return new Credentials("bearer token", tokenHeaders(token));
  }

  /**
   * Creates credentials with bearer tokens that change over time. The client calls the supplier
   * before every attempt of a request, so the supplier should remember its token until that token
   * expires. After a 401, the client calls it once more and repeats the request if the token has
   * changed.
   *
   * <p>The supplier must be thread-safe and must not return null. An exception that it throws
   * reaches the caller of the client. If a call has a {@code totalTimeout}, the supplier runs on a
   * separate thread, which is interrupted when the limit is reached.
   */
  public static Credentials bearer(Supplier<String> tokens) {
    Objects.requireNonNull(tokens, "tokens");
    return new Credentials("bearer tokens", tokens, () -> tokenHeaders(tokenOf(tokens)), true);
  }

  /**
   * Creates credentials with a user name and a password, an API key or a token. Both texts are
   * encoded in UTF-8.
   *
   * @throws IllegalArgumentException if a text is blank or contains a control character, or the
   *     user name contains a colon; the message shows neither of them
   */
  public static Credentials basic(String user, String password) {
    checkText("user", user);
    checkText("password", password);
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "user must not contain a colon; give the user name without its password");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Credentials(
        "user and password",
        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  /**
   * Creates credentials with an API key of Artifactory. JFrog is phasing out API keys, so prefer
   * {@link #bearer(String)}.
   *
   * @throws IllegalArgumentException if the key is blank or contains white space or a character
   *     that is not ASCII; the message does not show the key
   */
  public static Credentials apiKey(String key) {
    return new Credentials("API key", Map.of(API_KEY, checked("key", key)));
  }

  /**
   * Returns credentials that send nothing. They are usually enough only to ping Xray and to read
   * its version.
   */
  public static Credentials anonymous() {
    return ANONYMOUS;
  }

  /** The headers that are sent with a request. Their values are secrets, so never print them. */
  public Map<String, String> headers() {
    return headers.get();
  }

  /**
   * Whether {@link #headers()} may return another token when it is called again: true for {@link
   * #bearer(Supplier)}.
   */
  public boolean rotating() {
    return rotating;
  }

  /** Whether both are of the same kind and send the same secret, or use the same supplier. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Credentials
        && kind.equals(((Credentials) other).kind)
        && secret.equals(((Credentials) other).secret);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, secret);
  }

  /** The kind of credentials, without the secret. */
  @Override
  public String toString() {
    return "Credentials(" + kind + ")";
  }

  private static String tokenOf(Supplier<String> tokens) {
    String token = tokens.get();
    if (token == null) {
      throw new IllegalArgumentException(
          "the token supplier returned null; it must return a token or throw an exception");
    }
    return token;
  }

  private static Map<String, String> tokenHeaders(String token) {
    String checked = checked("token", token);
    boolean apiKey = checked.startsWith("AKCp8") && checked.length() >= 73;
    return apiKey ? Map.of(API_KEY, checked) : Map.of("Authorization", "Bearer " + checked);
  }

  private static String checked(String argument, String secret) {
    checkText(argument, secret);
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(argument
            + " has white space or a character that is not ASCII at index "
            + i
            + "; remove that character (the value is not shown, since it is secret)");
      }
    }
    return secret;
  }

  private static void checkText(String argument, String text) {
    if (Objects.requireNonNull(text, argument).isBlank()) {
      throw new IllegalArgumentException(
          argument
              + " must not be blank; give a value, or use Credentials.anonymous() to send no credentials");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new IllegalArgumentException(argument
            + " has a control character, such as a line end, at index "
            + i
            + "; remove that character (the value is not shown, since it is secret)");
      }
    }
  }
}
