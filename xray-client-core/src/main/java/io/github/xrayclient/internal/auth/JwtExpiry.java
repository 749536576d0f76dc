package io.github.xrayclient.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the time at which a token expires from the token itself. */
public final class JwtExpiry {
  private JwtExpiry() {}

  /**
   * Returns the claim {@code exp} of a JSON Web Token; null if the text is none or has no such
   * claim, as in the case of a reference token.
   */
  public static @Nullable Instant of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      JsonNode expiry = Json.MAPPER
          .readTree(Base64.getUrlDecoder().decode(parts[1].replace("=", "")))
          .path("exp");
      return expiry.isNumber() && expiry.canConvertToLong()
          ? Instant.ofEpochSecond(expiry.asLong())
          : null;
    } catch (IOException | IllegalArgumentException | DateTimeException notAToken) {
      return null;
    }
  }
}
