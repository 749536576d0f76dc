package io.github.xrayclient.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a client tells the server who it is. Immutable and thread-safe; the text of it never shows a secret.
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
   * @param secret equal for equal credentials
   */
  private Credentials(
      String kind, Object secret, Supplier<Map<String, String>> headers, boolean rotating) {
    this.kind = kind;
    this.secret = secret;
    this.headers = headers;
    this.rotating = rotating;
  }

  /**
   * An access, identity or reference token. What is really an API key, which people often give as a
   * token, is sent as one.
   */
  public static Credentials bearer(String token) {
    return new Credentials("bearer token", tokenHeaders(token));
  }

  /**
   * Bearer tokens that change over time. The supplier is called before every attempt, so it should
   * remember its token until that token expires. After a 401 it is called once more, and the
   * request is repeated if it then returns another token. It must be thread-safe and must not
   * return null. If a call has a {@code totalTimeout}, the supplier is called on a separate thread,
   * which is interrupted when that limit is reached.
   */
  public static Credentials bearer(Supplier<String> tokens) {
    Objects.requireNonNull(tokens, "tokens");
    return new Credentials("bearer tokens", tokens, () -> tokenHeaders(tokenOf(tokens)), true);
  }

  /** A user name and a password, API key or token, sent as UTF-8. */
  public static Credentials basic(String user, String password) {
    checkText("user", user);
    checkText("password", password);
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("user must not hold a colon; is it user:password?");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Credentials(
        "user and password",
        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  /** An API key. Keys are at their end of life: prefer {@link #bearer}. */
  public static Credentials apiKey(String key) {
    return new Credentials("API key", Map.of(API_KEY, checked("key", key)));
  }

  /** No credentials, which is enough for ping and version only. */
  public static Credentials anonymous() {
    return ANONYMOUS;
  }

  /** The headers to send: secrets, so never print them. */
  public Map<String, String> headers() {
    return headers.get();
  }

  /** Whether asking again may give other headers. */
  public boolean rotating() {
    return rotating;
  }

  /** Whether both are sent as the same headers, or ask the same supplier. */
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
          "the supplier of tokens returned null; it must return a token, or throw");
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
            + " has a blank or a character outside ASCII at index "
            + i
            + "; copy it again without line ends (it is not shown, since it is secret)");
      }
    }
    return secret;
  }

  private static void checkText(String argument, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          argument + " is blank; give one, or use Credentials.anonymous()");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new IllegalArgumentException(argument
            + " has a control character, such as a line end, at index "
            + i
            + "; remove it (it is not shown, since it is secret)");
      }
    }
  }
}
