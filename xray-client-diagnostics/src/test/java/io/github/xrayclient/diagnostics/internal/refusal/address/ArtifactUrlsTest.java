package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the addresses of {@code contract/addresses/artifact-urls.json}. */
class ArtifactUrlsTest {
  static Stream<Arguments> addresses() throws IOException {
    try (InputStream file =
        ArtifactUrlsTest.class.getResourceAsStream("/contract/addresses/artifact-urls.json")) {
      JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(file));
      return StreamSupport.stream(all.spliterator(), false)
          .map(each -> Arguments.of(
              each.path("id").asText(), each.path("url").asText(), each.path("expected")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("addresses")
  void readsAnAddress(String id, String url, JsonNode expected) {
    DownloadAddress address = DownloadAddress.parse(url).orElseThrow();
    Optional<PackagePath> named = address.packagePath();

    assertThat(address.address()).startsWith(expected.path("base").asText() + "/");
    assertThat(address.repository()).isEqualTo(text(expected, "repository"));
    assertThat(address.storedPath()).isEqualTo(text(expected, "storedPath"));
    assertThat(named.flatMap(PackagePath::version)).isEqualTo(text(expected, "version"));
    assertThat(named.isPresent()).isEqualTo(text(expected, "name").isPresent());
    text(expected, "name")
        .ifPresent(name -> assertThat(address.isPackage(name, text(expected, "version")))
            .as("%s is %s", named.map(PackagePath::name), name)
            .isTrue());
    text(expected, "packageType")
        .filter(type -> text(expected, "repository").isPresent())
        .ifPresent(type ->
            assertThat(address.type().or(() -> named.map(PackagePath::type))).contains(type));
  }

  private static Optional<String> text(JsonNode expected, String field) {
    return Optional.ofNullable(expected.path(field).textValue());
  }
}
