package io.github.xrayclient.internal.auth;

import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.remedy.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Checks texts that are secret. The messages never show them. */
public final class SecretText {
  private static final String API_KEY = "X-JFrog-Art-Api";

  private SecretText() {}

  /**
   * Returns a token or key that can be sent in a header.
   *
   * @throws IllegalArgumentException if it is blank or contains white space or a character that is
   *     not ASCII
   */
  public static String token(String argument, String secret) {
    text(argument, secret);
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

  /**
   * Returns a user name or a password.
   *
   * @throws IllegalArgumentException if it is blank or contains a control character
   */
  public static String text(String argument, String text) {
    if (Objects.requireNonNull(text, argument).isBlank()) {
      throw new RemediableArgumentException(
          argument + " must not be blank",
          Remedy.of(
              Remedy.Kind.NAME_CREDENTIALS,
              "give a value, or use Credentials.anonymous() to send no credentials"));
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new IllegalArgumentException(argument
            + " has a control character, such as a line end, at index "
            + i
            + "; remove that character (the value is not shown, since it is secret)");
      }
    }
    return text;
  }

  /**
   * Returns the header with which a token is sent. An API key, which users often mistake for a
   * token, gets the header of an API key.
   *
   * @throws IllegalArgumentException if the token cannot be sent in a header
   */
  public static Map<String, String> tokenHeader(String token) {
    String checked = token("token", token);
    boolean apiKey = checked.startsWith("AKCp8") && checked.length() >= 73;
    return apiKey ? Map.of(API_KEY, checked) : Map.of("Authorization", "Bearer " + checked);
  }

  /**
   * Returns the header with which a user name and a password are sent.
   *
   * @throws IllegalArgumentException if one of them cannot be sent
   */
  public static Map<String, String> basicHeader(String user, String password) {
    text("user", user);
    text("password", password);
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "user must not contain a colon; give the user name without its password");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /**
   * Returns the header with which an API key is sent.
   *
   * @throws IllegalArgumentException if the key cannot be sent in a header
   */
  public static Map<String, String> keyHeader(String key) {
    return Map.of(API_KEY, token("key", key));
  }
}
