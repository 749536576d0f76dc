package io.github.xrayclient.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads answers of 60 MiB in a JVM of its own; prints a line for each of its arguments. */
public final class ReadHugeAnswers {
  private static final int SIZE = 60 << 20;
  private static final String LONG_NAME = "-is-a-longer-name";

  private ReadHugeAnswers() {}

  /** One of these, with the place where the values stand. */
  public static void main(String[] shapes) {
    for (String shape : shapes) {
      System.out.println(shape + ": " + outcome(shape));
    }
  }

  private static String outcome(String shape) {
    String[] parts = shape.split("@", 2);
    byte[] body = body(parts[1], element(parts[0]));
    int status = parts[1].equals("error") ? 500 : 200;
    Transport transport = new Transport() {
      @Override
      public ApiResponse send(ApiRequest request) {
        return new ApiResponse(status, Map.of(), body);
      }

      @Override
      public void close() {}
    };
    try (XrayClient xray = XrayClient.builder()
        .baseUrl("http://localhost")
        .credentials(Credentials.anonymous())
        .transport(transport)
        .build()) {
      Object read = read(xray, parts[1]);
      return "read as " + read.getClass().getSimpleName();
    } catch (XrayDecodeException | XrayApiException e) {
      return e.getClass().getSimpleName() + " " + e.getMessage();
    }
  }

  private static Object read(XrayClient xray, String place) {
    switch (place) {
      case "list":
        return List.copyOf(xray.policies().list());
      case "object":
        return xray.policies().get("p");
      case "tree":
        return xray.call("GET", "/x").readAs(JsonNode.class).send();
      default:
        return xray.call("GET", "/x").readAs(Policy.class).send();
    }
  }

  private static IntFunction<String> element(String name) {
    switch (name) {
      case "arrays":
        return number -> "[]";
      case "objects":
        return number -> "{}";
      case "ones":
        return number -> "1";
      case "numbers":
        return number -> String.valueOf(100 + number);
      case "fractions":
        return number -> "1.5";
      case "empty-texts":
        return number -> "\"\"";
      case "texts":
        return number -> "\"a\"";
      case "words":
        return number -> "\"abcdefg\"";
      case "longer-words":
        return number -> "\"abcdefghij\"";
      case "members":
        return number -> "{\"a\":1}";
      case "names":
        return number -> (number == 0 ? "{" : "") + "\"a" + number + "\":1";
      case "long-names":
        return number -> (number == 0 ? "{" : "") + "\"a" + number + LONG_NAME + "\":1";
      case "deep":
        return number -> "[{\"a\":".repeat(400) + "1" + "}]".repeat(400);
      case "deeper":
        return number -> "[".repeat(100_000);
      case "named":
        return number -> "{\"name\":\"x\"}";
      case "huge-number":
        return number -> "1".repeat(1_000_000);
      case "huge-name":
        return number -> "{\"" + "n".repeat(1_000_000) + "\":1}";
      case "huge-text":
        return number -> "\"" + "t".repeat(30_000_000) + "\"";
      default:
        throw new IllegalArgumentException(name);
    }
  }

  private static byte[] body(String place, IntFunction<String> element) {
    boolean alone = List.of("list", "tree", "error").contains(place);
    StringBuilder body = new StringBuilder(SIZE + (1 << 21));
    body.append(alone ? "[" : "{\"name\":\"p\",\"unknown\":[").append(element.apply(0));
    for (int number = 1; body.length() < SIZE; number++) {
      body.append(',').append(element.apply(number));
    }
    body.append(element.apply(0).startsWith("{\"a0") ? "}" : "");
    return body.append(alone ? "]" : "]}").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
