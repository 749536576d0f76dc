package io.github.xrayclient.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reads the name of the user and the scope from headers with which a client logs in. */
final class UserName {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";
  private static final String USERS = "/users/";

  private UserName() {}

  /** The name; empty if the headers do not contain it, as in the case of a reference token. */
  static Optional<String> in(Map<String, String> headers) {
    String login = headers.getOrDefault("Authorization", "");
    try {
      return (login.startsWith(BASIC)
              ? ofPair(login.substring(BASIC.length()))
              : login.startsWith(BEARER)
                  ? ofToken(login.substring(BEARER.length()))
                  : Optional.<String>empty())
          .filter(name -> !name.isBlank());
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** The claim {@code scp} of a JSON Web Token; empty if the headers contain none. */
  static Optional<String> scopeIn(Map<String, String> headers) {
    String login = headers.getOrDefault("Authorization", "");
    try {
      return login.startsWith(BEARER)
          ? claim(login.substring(BEARER.length()), "scp").filter(scope -> !scope.isBlank())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofPair(String pair) {
    String decoded = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
    return Optional.of(decoded.substring(0, Math.max(0, decoded.indexOf(':'))));
  }

  /** Reads the claim {@code sub}, such as {@code jfac@01/users/admin}, of a JSON Web Token. */
  private static Optional<String> ofToken(String token) throws IOException {
    return claim(token, "sub").map(text -> {
      int users = text.indexOf(USERS);
      return users < 0
          ? text.substring(text.lastIndexOf('/') + 1)
          : text.substring(users + USERS.length());
    });
  }

  /** Reads a claim that is a text. */
  private static Optional<String> claim(String token, String name) throws IOException {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    JsonNode claim = Json.MAPPER
        .readTree(Base64.getUrlDecoder().decode(parts[1].replace("=", "")))
        .path(name);
    return claim.isTextual() ? Optional.of(claim.asText()) : Optional.empty();
  }
}
