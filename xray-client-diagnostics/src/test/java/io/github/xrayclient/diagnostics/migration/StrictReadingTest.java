package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer empties an export, or has a plan delete what is there. */
class StrictReadingTest {
  private final Server server = Server.filled(10);
  private String damaged = "";
  private ApiResponse instead = response(200, "[]");
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.fake.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .addInterceptor(
          (request, next) -> request.uri().getPath().equals(damaged) ? instead : next.send(request))
      .build();

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private static ApiResponse response(int status, String body) {
    return new ApiResponse(
        status, Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Arguments> damages() {
    return Stream.of(
            "/xray/api/v1/curation/conditions",
            "/xray/api/v1/curation/policies",
            "/xray/api/v2/policies",
            "/xray/api/v2/watches",
            "/xray/api/v1/ignore_rules")
        .flatMap(path -> Stream.of(
            Arguments.of(path, 200, ""),
            Arguments.of(path, 204, ""),
            Arguments.of(path, 205, ""),
            Arguments.of(path, 206, ""),
            Arguments.of(path, 206, "[]"),
            Arguments.of(path, 200, "{}"),
            Arguments.of(path, 200, "{'data':[],'total_count':2}"),
            Arguments.of(path, 200, "[{'id':'1','name':'n','name':'m'}]")));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isAnErrorOfASnapshotAPlanAndADrift(String path, int status, String body) {
    Migration migration = Migration.of(xray);
    Snapshot before = migration.snapshot();
    damaged = path;
    instead = response(status, body);

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(migration::snapshot)
        .withMessageContaining(path);
    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> migration.prune().plan(before));
    assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(() -> migration.drift(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/xray/api/v2/watches", "/xray/api/v1/ignore_rules"})
  void isNotWhatAnEmptyListIs(String path) {
    damaged = path;

    Snapshot snapshot = Migration.of(xray).snapshot();

    assertThat(snapshot.counts())
        .containsEntry(path.endsWith("watches") ? ObjectKind.WATCHES : ObjectKind.IGNORE_RULES, 0);
  }
}
