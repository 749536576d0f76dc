package io.github.xrayclient.diagnostics.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.access.AreaAccess.Access;
import io.github.xrayclient.diagnostics.access.AreaAccess.Area;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayUnauthorizedException;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token may do. */
class AccessCheckTest {
  private FakeXray fake;

  @BeforeEach
  void start() {
    fake = FakeXray.start()
        .version("3.138.0")
        .seed(FakeXray.Kind.XRAY_INTEGRATION, "{\"xrayEnabled\": true}");
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private static AccessReport run(String url, Credentials credentials) {
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(url)
        .credentials(credentials)
        .retryPolicy(RetryPolicy.none())
        .readOnly()
        .build()) {
      return AccessCheck.of(xray).run();
    }
  }

  private AccessReport run() {
    return run(fake.url(), Credentials.anonymous());
  }

  private static Map<Area, Access> byArea(AccessReport report) {
    return report.areas().stream().collect(Collectors.toMap(AreaAccess::area, AreaAccess::access));
  }

  private static String jwt(String claims) {
    String payload = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "e30." + payload + ".c2ln";
  }

  @Test
  void readsEachAreaWithOneRequestAndChangesNothing() {
    AccessReport report = run();

    assertThat(report.version().orElseThrow().wire()).isEqualTo("3.138.0");
    assertThat(byArea(report))
        .containsOnlyKeys(Area.values())
        .allSatisfy((area, access) -> assertThat(access).isEqualTo(Access.READABLE));
    assertThat(report.administrator()).contains(true);
    assertThat(fake.requests())
        .hasSize(1 + Area.values().length)
        .filteredOn(request -> !request.method().equals("GET"))
        .extracting(RecordedRequest::path)
        .containsExactly("/xray/api/v1/violations");
  }

  @Test
  void tellsWhatIsRefused() {
    fake.forbid("/xray/api/v2/policies").forbid("/artifactory/api/xrayRepo");

    AccessReport report = run();

    assertThat(byArea(report))
        .containsEntry(Area.POLICIES, Access.REFUSED)
        .containsEntry(Area.XRAY_INTEGRATION, Access.REFUSED)
        .containsEntry(Area.WATCHES, Access.READABLE);
    assertThat(report.areas().get(0).reason().orElseThrow()).contains("403");
    assertThat(report.administrator()).contains(false);
  }

  @Test
  void tellsWhatTheServerDoesNotHaveAndWhatCouldNotBeRead() {
    try (XrayClient xray = XrayClient.builder()
        .baseUrl("http://localhost")
        .credentials(Credentials.anonymous())
        .transport(request -> {
          String path = request.uri().getPath();
          int status = path.contains("curation") ? 404 : path.contains("watches") ? 500 : 200;
          String body = path.endsWith("version")
              ? "{\"xray_version\":\"3.100.0\"}"
              : path.endsWith("policies") || path.endsWith("repositories") ? "[]" : "{}";
          return new ApiResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        })
        .build()) {
      assertThat(byArea(AccessCheck.of(xray).run()))
          .containsEntry(Area.CURATION_POLICIES, Access.NOT_AVAILABLE)
          .containsEntry(Area.AUDIT, Access.NOT_AVAILABLE)
          .containsEntry(Area.WATCHES, Access.NOT_CHECKED)
          .containsEntry(Area.POLICIES, Access.READABLE);
    }
  }

  @Test
  void readsUserAndScopeOfTheToken() {
    String admin = jwt("{\"sub\":\"jfac@1/users/root\",\"scp\":\"applied-permissions/admin\"}");
    fake.requireToken(admin).forbid("/artifactory/api/xrayRepo");

    AccessReport report = run(fake.url(), Credentials.bearer(admin));

    assertThat(report.user()).contains("root");
    assertThat(report.tokenScope()).contains("applied-permissions/admin");
    assertThat(report.administrator()).contains(true);
    assertThat(report.toString()).doesNotContain(admin);
  }

  @Test
  void endsWithTheFirstRefusedToken() {
    fake.requireToken("another");

    assertThatExceptionOfType(XrayUnauthorizedException.class)
        .isThrownBy(() -> run(fake.url(), Credentials.bearer("wrong-token")))
        .withMessageContaining("401");
    assertThat(fake.requests()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void failsIfTheServerCannotBeReached() {
    String url = fake.url();
    fake.close();

    assertThatExceptionOfType(XrayTransportException.class)
        .isThrownBy(() -> run(url, Credentials.anonymous()));
  }
}
