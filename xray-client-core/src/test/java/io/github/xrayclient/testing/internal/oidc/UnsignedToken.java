package io.github.xrayclient.testing.internal.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads and writes JSON Web Tokens without checking or making a signature. */
final class UnsignedToken {
  private UnsignedToken() {}

  /** Returns the claims of a token; empty if the text is none. */
  static Optional<JsonNode> payload(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
      return Optional.of(Trees.parse(new String(payload, StandardCharsets.UTF_8)))
          .filter(JsonNode::isObject);
    } catch (JsonProcessingException | IllegalArgumentException notAToken) {
      return Optional.empty();
    }
  }

  static String of(ObjectNode claims) {
    return encoded(Trees.bytes(Trees.object("alg", "none")))
        + "."
        + encoded(Trees.bytes(claims))
        + "."
        + encoded("unsigned".getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] part) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
  }
}
