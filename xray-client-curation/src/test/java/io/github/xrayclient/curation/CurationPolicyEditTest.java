package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurationPolicyEditTest {
  private static final CurationPolicyId ELEVEN = CurationPolicyId.of("11");
  private static final NewPackageWaiver MINE =
      NewPackageWaiver.allVersions(PackageType.NPM, "mine", "why");

  private final CurationServer server = new CurationServer();
  private final CurationPolicies policies = server.policies;
  private final AtomicInteger calls = new AtomicInteger();

  static Stream<Consumer<CurationPolicyUpdate.Builder>> changesOfNothing() {
    return Stream.of(
        update -> update.notifyEmails(List.of("c@d.example", "a@b.example")),
        update -> update.packageTypes(PackageType.of("PYPI"), PackageType.of("NPM")),
        update -> update.reenable(),
        update -> update.carryExtra("future_field"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> waivers() {
    List<String> ids = new ArrayList<>();
    server
        .policy("11")
        .path("waivers")
        .forEach(waiver -> ids.add(waiver.path("id").asText()));
    return ids;
  }

  private List<String> packages() {
    List<String> names = new ArrayList<>();
    for (JsonNode waiver : server.policy("11").path("waivers")) {
      names.add(waiver.path("pkg_name").asText());
    }
    return names;
  }

  /** Adds a waiver, while a third user adds another one during the first so many calls. */
  private void disturbed(CurationPolicyUpdate.Builder update, int times) {
    int call = calls.incrementAndGet();
    if (call <= times) {
      server.addWaiver("11", "90" + call, "theirs-" + call);
    }
    update.addWaiver(MINE);
  }

  @Nested
  class Undisturbed {
    @Test
    void readsTwiceAndWritesOnce() {
      UpdateResult<CurationPolicy> result = policies.edit(ELEVEN, update -> disturbed(update, 0));

      assertThat(server.methods()).containsExactly("GET", "GET", "PUT");
      assertThat(calls).hasValue(1);
      assertThat(packages()).containsExactly("jquery", "jquery", "mine");
      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void sendsNothingWhenTheFunctionFails() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> policies.edit(ELEVEN, update -> update.dropWaiver(PackageWaiverId.of("404"))));

      assertThat(server.methods()).containsExactly("GET");
    }

    @Test
    void sendsNothingForAPolicyThatIsNotThere() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> policies.edit(
              CurationPolicyId.of("999"), update -> disturbed(update, 0), Retry.times(5)));

      assertThat(server.methods()).containsExactly("GET");
      assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "TRUNCATED_BODY"})
    void addsItsWaiverOnceWhenTheAnswerIsLost(Fault fault) {
      CurationPolicyUpdate update =
          CurationPolicyUpdate.of(policies.get(ELEVEN)).addWaiver(MINE).build();
      server.fake.failNext(fault, 1);

      assertThat(policies.update(update).unexpectedChanges()).isEmpty();

      assertThat(server.methods()).containsExactly("GET", "PUT", "GET");
      assertThat(packages()).containsExactly("jquery", "jquery", "mine");
    }
  }

  @Nested
  class WithoutAChange {
    @Test
    void sendsNothing() {
      assertThat(policies.edit(ELEVEN, update -> {}).isSent()).isFalse();

      assertThat(server.methods()).containsExactly("GET");
    }

    @Test
    void sendsNothingIfEachChangeAsksForWhatIsThere() {
      UpdateResult<CurationPolicy> result = policies.edit(ELEVEN, update -> {
        update.name(update.base().name());
        update.base().action().ifPresent(update::action);
      });

      assertThat(result.isSent()).isFalse();
      assertThat(result.value()).isEqualTo(policies.get(ELEVEN));
      assertThat(server.methods()).containsExactly("GET", "GET");
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.curation.CurationPolicyEditTest#changesOfNothing")
    void sendsNothingExactlyIfItsChangesAreEmpty(Consumer<CurationPolicyUpdate.Builder> change) {
      ObjectNode policy = server.policy("11");
      policy.put("enabled", true).put("future_field", 1).remove("waiver_request_config");
      policy.put("scope", "pkg_types").putArray("pkg_types_include").add("npm").add("PyPI");
      policy.putArray("notify_emails").add("a@b.example").add("c@d.example");
      server.fake.seed(Kind.CURATION_POLICIES, policy.toString());
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policies.get(ELEVEN));
      change.accept(update);

      assertThat(update.build().changes().isEmpty()).isTrue();
      assertThat(update.build().changes().fields()).isEmpty();
      assertThat(policies.edit(ELEVEN, change).isSent()).isFalse();
    }

    @Test
    void sendsAnUpdate() {
      CurationPolicyUpdate update =
          CurationPolicyUpdate.of(policies.get(ELEVEN)).build();

      assertThat(policies.update(update).isSent()).isTrue();
      assertThat(server.methods()).containsExactly("GET", "PUT");
    }
  }

  /** What may be a change is sent, also if the policy looks the same afterwards. */
  @Nested
  class WithAPossibleChange {
    @Test
    void replacesAWaiverByAnEqualOne() {
      assertThat(policies
              .edit(ELEVEN, update -> update.replaceWaiver(PackageWaiverId.of("1"), same -> same))
              .isSent())
          .isTrue();
    }

    @Test
    void dropsAWaiver() {
      sends(update -> update.dropWaiver(PackageWaiverId.of("1")));
    }

    @Test
    void reenablesAPolicyThatDoesNotSayWhetherItIsEnabled() {
      ObjectNode policy = server.policy("11");
      policy.remove("enabled");
      server.fake.seed(Kind.CURATION_POLICIES, policy.toString());

      sends(update -> update.reenable());
    }

    @Test
    void forbidsWaiverRequestsWhereTheAnswerDidNotSay() {
      ObjectNode policy = server.policy("11");
      policy.remove("waiver_request_config");
      policy.remove("decision_owners");
      server.fake.seed(Kind.CURATION_POLICIES, policy.toString());

      assertThat(CurationPolicyUpdate.of(RoundTrip.read(policy, CurationPolicy.class))
              .waiverRequestConfig(WaiverRequestConfig.FORBIDDEN)
              .build()
              .changes()
              .fields())
          .hasSize(1);
      sends(update -> update.waiverRequestConfig(WaiverRequestConfig.FORBIDDEN));
    }

    /** Whether the server accepts it does not matter. */
    private void sends(Consumer<CurationPolicyUpdate.Builder> change) {
      try {
        policies.edit(ELEVEN, change);
      } catch (XrayBadRequestException refused) {
        assertThat(refused.method()).isEqualTo("PUT");
      }
      assertThat(server.methods()).containsExactly("GET", "GET", "PUT");
    }
  }

  @Nested
  class Never {
    @Test
    void sendsNothingWhenSomebodyAddsAWaiver() {
      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> policies.edit(ELEVEN, update -> disturbed(update, 1), Retry.never()))
          .withMessageContaining("/curation/policies/11")
          .satisfies(e -> {
            CurationPolicy expected = (CurationPolicy) e.expected().orElseThrow();
            CurationPolicy actual = (CurationPolicy) e.actual().orElseThrow();
            assertThat(expected.waivers()).hasSize(2);
            assertThat(actual.waivers()).hasSize(3);
          });

      assertThat(server.methods()).containsExactly("GET", "GET");
      assertThat(waivers()).containsExactly("1", "2", "901");
    }

    @Test
    void isTheDefault() {
      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> policies.edit(ELEVEN, update -> disturbed(update, 1)));

      assertThat(server.methods()).doesNotContain("PUT");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"name\":\"other\"",
          "\"policy_action\":\"dry_run\"",
          "\"notify_emails\":[]",
          "\"block_from_cache\":true",
          "\"enabled\":false",
          "\"updated_at\":\"2025-03-12T16:26:11+02:00\"",
          "\"future_field\":1",
          "\"label_waivers\":[]",
          "\"waivers\":[]"
        })
    void noticesAnyChange(String field) {
      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> policies.edit(ELEVEN, update -> {
            String policy = server.policy("11").toString();
            JsonNode changed =
                Fixtures.parse(policy.substring(0, policy.length() - 1) + "," + field + "}");
            server.fake.seed(Kind.CURATION_POLICIES, changed.toString());
            update.addWaiver(MINE);
          }));

      assertThat(server.methods()).doesNotContain("PUT");
    }

    @Test
    void saysThatSomebodyDeletedIt() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> policies.edit(ELEVEN, update -> {
            policies.delete(ELEVEN);
            update.addWaiver(MINE);
          }));

      assertThat(server.methods()).doesNotContain("PUT");
    }
  }

  @Nested
  class Times {
    @Test
    void repeatsTheFunctionOnTheFreshPolicy() {
      List<Integer> seen = new ArrayList<>();

      UpdateResult<CurationPolicy> result = policies.edit(
          ELEVEN,
          update -> {
            disturbed(update, 2);
            seen.add(update.base().waivers().size());
          },
          Retry.times(2));

      assertThat(seen).containsExactly(2, 3, 4);
      assertThat(server.methods()).containsExactly("GET", "GET", "GET", "GET", "PUT");
      assertThat(packages()).containsExactly("jquery", "jquery", "theirs-1", "theirs-2", "mine");
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(server.policy("11").at("/waivers/2/created_by").asText()).isEqualTo("third");
      assertThat(server.policy("11").at("/waivers/2/created_at").asText())
          .isEqualTo("2025-04-01T10:00:00+05:30");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void endsWhenTheyAreUsedUp(int times) {
      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> policies.edit(
              ELEVEN, update -> disturbed(update, Integer.MAX_VALUE), Retry.times(times)));

      assertThat(calls).hasValue(times + 1);
      assertThat(server.methods()).hasSize(times + 2).containsOnly("GET");
      assertThat(waivers()).hasSize(2 + times + 1);
    }

    @Test
    void keepsTheWaiversOfTwoClientsThatEditInEachOther() {
      try (XrayClient second = server.client()) {
        CurationPolicies theirs = Curation.of(second).policies();

        policies.edit(
            ELEVEN,
            update -> {
              if (calls.getAndIncrement() == 0) {
                theirs.edit(
                    ELEVEN,
                    other -> other
                        .dropWaiver(PackageWaiverId.of("1"))
                        .addLabelWaiver(NewLabelWaiver.of("theirs", "why")));
              }
              update.addWaiver(MINE);
            },
            Retry.times(1));
      }

      assertThat(packages()).containsExactly("jquery", "mine");
      assertThat(server.policy("11").path("label_waivers").findValuesAsText("label"))
          .containsExactly("Manual", "theirs");
    }

    @Test
    void failsIfTheDroppedWaiverIsGoneAlready() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> policies.edit(
              ELEVEN,
              update -> {
                if (calls.getAndIncrement() == 0) {
                  policies.edit(ELEVEN, other -> other.dropWaiver(PackageWaiverId.of("1")));
                }
                update.dropWaiver(PackageWaiverId.of("1"));
              },
              Retry.times(3)));

      assertThat(waivers()).containsExactly("2");
    }
  }
}
