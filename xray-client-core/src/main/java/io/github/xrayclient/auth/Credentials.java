package io.github.xrayclient.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Who asks. Immutable and thread-safe; the text of it never shows a secret.
 *
 * @see "JFrog REST APIs: Authentication"
 */
public final class Credentials {
  private static final Credentials ANONYMOUS = new Credentials("anonymous", Map.of());

  private final String kind;
  private final Map<String, String> headers;

  private Credentials(String kind, Map<String, String> headers) {
    this.kind = kind;
    this.headers = headers;
  }

  /** An access, identity or reference token. */
  public static Credentials bearer(String token) {
    String checked = checked("token", token);
    return new Credentials("bearer token", Map.of("Authorization", "Bearer " + checked));
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
    return new Credentials("API key", Map.of("X-JFrog-Art-Api", checked("key", key)));
  }

  /** Nobody; enough for ping and version only. */
  public static Credentials anonymous() {
    return ANONYMOUS;
  }

  /** The headers to send: secrets, so never print them. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The kind of credentials, without the secret. */
  @Override
  public String toString() {
    return "Credentials(" + kind + ")";
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
