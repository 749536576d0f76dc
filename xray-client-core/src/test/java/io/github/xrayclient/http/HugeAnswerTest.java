package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.testsupport.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Answers whose values would fill the memory are refused, and long listings are read. */
@Timeout(300)
class HugeAnswerTest {
  private static final String REFUSED = "the values of the JSON would take more than ";

  @TempDir
  private Path folder;

  /** What a JVM with a small heap makes of answers of 60 MiB. */
  private List<String> read(String... shapes) throws Exception {
    Path printed = folder.resolve("printed.txt");
    Path errors = folder.resolve("errors.txt");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+ExitOnOutOfMemoryError",
        "-cp",
        System.getProperty("java.class.path"),
        ReadHugeAnswers.class.getName()));
    command.addAll(List.of(shapes));
    Process reader = new ProcessBuilder(command)
        .redirectOutput(printed.toFile())
        .redirectError(errors.toFile())
        .start();
    try {
      assertThat(reader.waitFor(250, TimeUnit.SECONDS)).isTrue();
    } finally {
      reader.destroyForcibly().waitFor();
    }
    assertThat(reader.exitValue()).as(Files.readString(errors)).isZero();
    return Files.readAllLines(printed);
  }

  @Test
  void areRefusedIfTheyWouldFillTheMemory() throws Exception {
    String[] shapes = {
      "arrays@value",
      "objects@value",
      "ones@value",
      "fractions@value",
      "empty-texts@value",
      "texts@tree",
      "members@value",
      "names@value",
      "deep@tree",
      "named@list",
      "arrays@object",
      "longer-words@object"
    };

    assertThat(read(shapes))
        .hasSameSizeAs(shapes)
        .allMatch(line -> line.contains(": XrayDecodeException GET ") && line.contains(REFUSED));
  }

  @Test
  void areRefusedByJacksonIfOneThingIsTooLarge() throws Exception {
    assertThat(read("deeper@value", "huge-number@value", "huge-name@object", "huge-text@tree"))
        .hasSize(4)
        .allMatch(line -> line.contains(": XrayDecodeException GET ") && line.contains("exceeds"));
  }

  @Test
  @EnabledIfSystemProperty(named = "xray.thorough", matches = "true") // much garbage to collect
  void areReadIfTheyFit() throws Exception {
    assertThat(read("longer-words@value", "numbers@value", "long-names@tree"))
        .containsExactly(
            "longer-words@value: read as ImmutablePolicy",
            "numbers@value: read as ImmutablePolicy",
            "long-names@tree: read as ArrayNode");
  }

  @Test
  void ofAnErrorAreNotReadAtAll() throws Exception {
    assertThat(read("arrays@error", "objects@error"))
        .hasSize(2)
        .allMatch(line ->
            line.contains(": XrayApiException GET ") && line.contains("only the first 1 MiB"));
  }

  @Test
  void thatAreLongListingsAreRead() {
    String policy =
        Fixtures.json("policies/GET_policies_three-types_200.json").get(2).toString();
    StringBuilder body = new StringBuilder("[").append(policy);
    int count = 1;
    for (; body.length() < 63 << 20; count++) {
      body.append(',').append(policy.replaceFirst("\"name\":\"", "$0" + count + "-"));
    }
    byte[] bytes = body.append(']').toString().getBytes(StandardCharsets.UTF_8);
    try (XrayClient xray = XrayClient.builder()
        .baseUrl("http://localhost")
        .credentials(Credentials.anonymous())
        .transport(new Transport() {
          @Override
          public ApiResponse send(ApiRequest request) {
            return new ApiResponse(200, Map.of(), bytes);
          }

          @Override
          public void close() {}
        })
        .build()) {
      List<Policy> policies = xray.policies().list();

      assertThat(policies).hasSize(count).hasSizeGreaterThan(90_000);
      assertThat(policies.get(count - 1).name()).startsWith((count - 1) + "-");
    }
  }

  @Test
  void areRefusedByTheCallersMapperToo() {
    byte[] huge = ("[" + "{},".repeat(10 << 20) + "{}]").getBytes(StandardCharsets.US_ASCII);

    for (Object json : List.of(huge, new String(huge, StandardCharsets.US_ASCII))) {
      assertThatExceptionOfType(StreamConstraintsException.class)
          .isThrownBy(() -> {
            if (json instanceof byte[]) {
              XrayClient.jsonMapper().readValue((byte[]) json, JsonNode.class);
            } else {
              XrayClient.jsonMapper().readValue((String) json, JsonNode.class);
            }
          })
          .withMessageContaining(REFUSED);
    }
  }

  @Test
  void thatHideTheirValuesInAnotherEncodingAreRefused() {
    byte[] huge =
        ("[\"\u2200\"," + "{},".repeat(10 << 20) + "{}]").getBytes(StandardCharsets.UTF_16LE);

    assertThatExceptionOfType(StreamConstraintsException.class)
        .isThrownBy(() -> XrayClient.jsonMapper().readValue(huge, JsonNode.class))
        .withMessageContaining("UTF-8");
  }
}
