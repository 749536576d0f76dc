package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.NameOrId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watches are meant by their names or ids, Xray policies by their names. */
class NamesAndIdsTest {
  private static final String LIST = "GET /xray/api/v2/watches";

  private final FakeXray fake = FakeXray.start()
      .seed(
          Kind.POLICIES,
          "[{\"name\":\"high\",\"type\":\"security\",\"rules\":[{\"name\":\"r\",\"priority\":1,"
              + "\"criteria\":{\"min_severity\":\"High\"}}]}]")
      .seed(
          Kind.WATCHES,
          "[" + watch("w1", "libs", "") + "," + watch("w2", "w1", "") + ","
              + watch("7", "apps", "web") + "," + watch("w4", "libs", "web") + "]");
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(fake.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .build();
  private final Watches watches = xray.watches();

  private static String watch(String id, String name, String project) {
    return String.format(
        "{\"general_data\":{\"id\":\"%s\",\"name\":\"%s\",\"active\":true,\"project_key\":\"%s\"},"
            + "\"project_resources\":{\"resources\":[{\"type\":\"all-repos\"}]},"
            + "\"assigned_policies\":[{\"name\":\"high\",\"type\":\"security\"}]}",
        id, name, project);
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private List<String> requests() {
    return fake.requests().stream()
        .map(request -> request.method() + " " + request.path())
        .collect(Collectors.toList());
  }

  @Nested
  class OfWatches {
    @Test
    void areNamesFirst() {
      assertThat(watches.get(NameOrId.parse("w1")).generalData().id()).hasValue("w2");
      assertThat(requests()).containsExactly(LIST + "/w1");
    }

    @Test
    void areIdsIfNoWatchHasTheName() {
      assertThat(watches.get(NameOrId.parse("w2")).name()).isEqualTo("w1");
      assertThat(requests()).containsExactly(LIST + "/w2", LIST);
    }

    @Test
    void areOnlyWhatTheUserSays() {
      assertThat(watches.get(NameOrId.ofId("w1")).name()).isEqualTo("libs");
      assertThat(watches.find(NameOrId.ofName("w2"))).isEmpty();
      assertThat(requests()).containsExactly(LIST, LIST + "/w2");
    }

    @ParameterizedTest
    @CsvSource({"x, no watch has the name \"x\" or the id x", "id:x, no watch has the id x"})
    void areNamedInTheMessageIfThereIsNone(String watch, String message) {
      assertThat(watches.find(NameOrId.parse(watch))).isEmpty();
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> watches.get(NameOrId.parse(watch)))
          .withMessage(message)
          .satisfies(missing -> assertThat(missing.uri()).hasPath("/xray/api/v2/watches"));
    }

    @Test
    void keepTheWordsOfTheServerIfANameIsMissing() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> watches.get(NameOrId.ofName("x")))
          .withMessageStartingWith("GET " + fake.url() + "/xray/api/v2/watches/x answered 404");
    }

    @Test
    void editTheWatchOfTheProjectThatOwnsIt() {
      watches.edit(NameOrId.ofId("w4"), update -> update.description("changed"));

      assertThat(requests())
          .containsExactly(
              LIST,
              LIST + "/libs",
              LIST + "/libs",
              "PUT /xray/api/v2/watches/libs",
              LIST + "/libs");
      assertThat(fake.requests().subList(1, 5))
          .allSatisfy(
              request -> assertThat(request.queryParameter("projectKey")).contains("web"));
      assertThat(xray.watches().get("libs").generalData().description()).isNotEqualTo("changed");
      assertThat(xray.watches().inProject("web").get("libs").generalData().description())
          .hasValue("changed");
    }

    @Test
    void editAWatchByItsName() {
      watches.edit(NameOrId.parse("libs"), update -> update.active(false));

      assertThat(watches.get("libs").isActive()).isFalse();
    }

    @Test
    void giveTheNameForOtherCalls() {
      assertThat(watches.nameOf(NameOrId.ofName("anything"))).isEqualTo("anything");
      assertThat(requests()).isEmpty();
      assertThat(watches.nameOf(NameOrId.parse("w2"))).isEqualTo("w1");
      assertThat(watches.nameOf(NameOrId.ofId("w1"))).isEqualTo("libs");
      assertThat(requests()).containsExactly(LIST + "/w2", LIST, LIST);
    }

    @Test
    void areNoPartsOfAPath() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> watches.find(NameOrId.parse("..")))
          .withMessage("watch must not be '.' or '..', but was '..'");
      assertThat(requests()).isEmpty();
    }
  }

  @Nested
  class OfPolicies {
    private final Policies policies = xray.policies();

    @Test
    void areNames() {
      assertThat(policies.get(NameOrId.parse("high")).name()).isEqualTo("high");
      assertThat(policies.find(NameOrId.ofName("high"))).isPresent();
      assertThat(policies.find(NameOrId.parse("11"))).isEmpty();
      assertThat(requests())
          .containsExactly(
              "GET /xray/api/v2/policies/high",
              "GET /xray/api/v2/policies/high",
              "GET /xray/api/v2/policies/11");
    }

    @Test
    void changeThePolicyOfTheName() {
      policies.edit(NameOrId.parse("high"), update -> update.description("changed"));

      assertThat(policies.get("high").description()).hasValue("changed");
    }

    @Test
    void areNeverIds() {
      String message = "policy must be a name, since Xray policies have no ids, but was 'id:11'";
      NameOrId id = NameOrId.ofId("11");

      assertThatIllegalArgumentException().isThrownBy(() -> policies.get(id)).withMessage(message);
      assertThatIllegalArgumentException().isThrownBy(() -> policies.find(id)).withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> policies.edit(id, update -> {}))
          .withMessage(message);
      assertThat(requests()).isEmpty();
    }
  }
}
