package io.github.xrayclient.curation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.error.XrayAmbiguousNameException;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsOnServerTest {
  private static final ConditionId CUSTOM = ConditionId.of("44");
  private static final ConditionId BUILT_IN = ConditionId.of("3");
  private static final ConditionId NONE = ConditionId.of("999");

  private final CurationServer server = new CurationServer();
  private final Conditions conditions = server.conditions;

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode stored(String id) {
    return server.stored(Kind.CONDITIONS, id);
  }

  @Nested
  class Find {
    @Test
    void givesTheConditionOrNothing() {
      assertThat(conditions.find(CUSTOM)).hasValue(conditions.get(CUSTOM));
      assertThat(conditions.find(NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500})
    void takesNoOtherFailureForNothing(int status) {
      server.fake.failNext(status, 1);

      assertThatExceptionOfType(XrayApiException.class).isThrownBy(() -> conditions.find(CUSTOM));
    }
  }

  @Nested
  class FindByName {
    @Test
    void takesTheExactNameOnly() {
      assertThat(conditions.findByName("Malicious package").orElseThrow().id())
          .isEqualTo(ConditionId.of("1"));
      assertThat(conditions.findByName("malicious package")).isEmpty();
      assertThat(conditions.findByName("Malicious")).isEmpty();
    }

    @Test
    void namesTheIdsOfSeveral() {
      ConditionId one =
          conditions.create(ConditionDraft.cve("twin", "CVE-2021-1").build()).id();
      ConditionId two =
          conditions.create(ConditionDraft.cve("twin", "CVE-2021-2").build()).id();

      assertThatExceptionOfType(XrayAmbiguousNameException.class)
          .isThrownBy(() -> conditions.findByName("twin"))
          .satisfies(e -> {
            assertThat(e.name()).isEqualTo("twin");
            assertThat(e.ids()).containsExactly(one.wire(), two.wire());
          });
    }

    @Test
    void refusesABlankNameBeforeAnyRequest() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> conditions.findByName(" "))
          .withMessageContaining("name");
      assertThat(server.methods()).isEmpty();
    }
  }

  @Nested
  class Create {
    @Test
    void sendsTheBodyOfTheSample() {
      Condition made = conditions.create(ConditionDraft.packageVersions(
              "ban acme-widgets 3.6.1",
              PackageType.NPM,
              "acme-widgets",
              VersionRange.exactly("3.6.1"))
          .build());

      assertThat(server.methods()).containsExactly("POST");
      assertThat(server.lastBody("POST"))
          .isEqualTo(Fixtures.json("conditions/POST_conditions_request.json"));
      assertThat(made.custom()).hasValue(true);
      assertThat(conditions.get(made.id())).isEqualTo(made);
      assertThat(VersionRange.read(made.paramValues().get(2).value().orElseThrow()))
          .hasValue(List.of(VersionRange.exactly("3.6.1")));
    }

    @Test
    void isNotSentTwiceWhenTheAnswerIsLost() {
      server.fake.failNext(Fault.LOST_ANSWER, 1);

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(
              () -> conditions.create(ConditionDraft.cve("once", "CVE-2021-1").build()));

      assertThat(server.methods()).filteredOn("POST"::equals).hasSize(1);
    }

    @Test
    void saysWhichParameterTheTemplateDoesNotHave() {
      server.fake.seed(
          Kind.CONDITION_TEMPLATES, Fixtures.text("conditions/GET_condition_templates_200.json"));

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> conditions.create(
              ConditionDraft.cvssRange("n", 7, 10).param("other", "x").build()))
          .withMessageContaining("has no parameter other");
    }
  }

  @Nested
  class Update {
    @Test
    void thatChangesNothingChangesNothing() {
      for (Condition condition : conditions.list().custom(true)) {
        JsonNode before = stored(condition.id().wire());

        assertThat(conditions.update(ConditionUpdate.of(condition).build()).unexpectedChanges())
            .isEmpty();

        JsonNode after = stored(condition.id().wire());
        assertThat(after.path("param_values").toString())
            .isEqualTo(before.path("param_values").toString());
        assertThat(after.path("name")).isEqualTo(before.path("name"));
        assertThat(after.path("created_at")).isEqualTo(before.path("created_at"));
      }
    }

    @Test
    void keepsNumbersAndUnknownParameters() {
      String params = "[{\"param_id\":\"a\",\"value\":7},{\"param_id\":\"b\",\"value\":7.0},"
          + "{\"param_id\":\"future\",\"value\":{\"deep\":[1,2.50,null]}}]";
      server.fake.seed(
          Kind.CONDITIONS,
          "{\"id\":\"60\",\"name\":\"n\",\"is_custom\":true,"
              + "\"condition_template_id\":\"Future\",\"param_values\":" + params + "}");
      ConditionId id = ConditionId.of("60");

      UpdateResult<Condition> result = conditions.update(
          ConditionUpdate.of(conditions.get(id)).name("renamed").build());

      Condition after = result.value();

      assertThat(server.fake.requests().get(1).body()).contains("\"param_values\":" + params);
      assertThat(RoundTrip.write(after).path("param_values").toString()).isEqualTo(params);
      assertThat(after.name()).hasValue("renamed");
    }

    @Test
    void ofABuiltInOneIsRefused() {
      Condition builtIn = conditions.get(BUILT_IN);
      server.fake.clearRequests();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConditionUpdate.of(builtIn))
          .withMessageContaining("built in");
      assertThat(server.methods()).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> conditions.edit(BUILT_IN, update -> update.name("n")))
          .withMessageContaining("built in");
      assertThat(server.methods()).containsExactly("GET");
    }

    @Test
    void ofABuiltInOneThatDoesNotSaySoIsRefusedByTheServer() {
      Condition unclear = conditions.get(BUILT_IN).toBuilder()
          .custom(Optional.empty())
          .templateId("CVECVSSRange")
          .build();

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(
              () -> conditions.update(ConditionUpdate.of(unclear).name("n").build()))
          .withMessageContaining("built-in");
    }

    @Test
    void saysThatThereIsNone() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> conditions.edit(NONE, update -> update.name("n")));
    }
  }

  @Nested
  class Edit {
    @Test
    void readsTwiceAndWritesOnce() {
      UpdateResult<Condition> result = conditions.edit(CUSTOM, update -> update.name("renamed"));

      assertThat(server.methods()).containsExactly("GET", "GET", "PUT");
      assertThat(result.isSent()).isTrue();
      assertThat(result.value().name()).hasValue("renamed");
      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void thatChangesNothingSendsNothing() {
      Condition before = conditions.get(CUSTOM);
      server.fake.clearRequests();

      UpdateResult<Condition> result = conditions.edit(CUSTOM, update -> {
        update.name(update.base().name().orElseThrow());
        update
            .base()
            .paramValues()
            .forEach(
                param -> param.value().ifPresent(value -> update.param(param.paramId(), value)));
      });

      assertThat(server.methods()).containsExactly("GET");
      assertThat(result.isSent()).isFalse();
      assertThat(result.value()).isEqualTo(before);
    }

    @Test
    void sendsNothingWhenSomebodyElseWasFaster() {
      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> conditions.edit(CUSTOM, update -> {
            conditions.edit(CUSTOM, other -> other.name("theirs"));
            update.name("mine");
          }));

      assertThat(server.methods()).containsExactly("GET", "GET", "GET", "PUT", "GET");
      assertThat(conditions.get(CUSTOM).name()).hasValue("theirs");
    }

    @Test
    void beginsAgainOnTheFreshConditionIfItMay() {
      AtomicInteger calls = new AtomicInteger();

      conditions.edit(
          CUSTOM,
          update -> {
            if (calls.incrementAndGet() == 1) {
              conditions.edit(CUSTOM, other -> other.name("theirs"));
            }
            update.name(update.base().name().orElseThrow() + " and mine");
          },
          Retry.times(1));

      assertThat(conditions.get(CUSTOM).name()).hasValue("theirs and mine");
    }

    @Test
    void looksWhenTheAnswerIsLost() {
      ConditionUpdate update =
          ConditionUpdate.of(conditions.get(CUSTOM)).name("renamed").build();
      server.fake.clearRequests();
      server.fake.failNext(Fault.LOST_ANSWER, 1);

      UpdateResult<Condition> result = conditions.update(update);

      assertThat(server.methods()).containsExactly("PUT", "GET");
      assertThat(result.value().name()).hasValue("renamed");
    }
  }

  @Nested
  class Delete {
    @Test
    void isOneRequest() {
      conditions.delete(CUSTOM);

      assertThat(server.methods()).containsExactly("DELETE");
      assertThat(conditions.find(CUSTOM)).isEmpty();
    }

    @Test
    void isDoneWhenOnlyTheAnswerWasLost() {
      server.fake.failNext(Fault.LOST_ANSWER, 1);

      conditions.delete(CUSTOM);

      assertThat(server.methods()).filteredOn("DELETE"::equals).hasSize(1);
      assertThat(conditions.find(CUSTOM)).isEmpty();
    }

    @Test
    void isSentAgainWhenItHadNoEffect() {
      server.fake.failNext(504, 1);

      conditions.delete(CUSTOM);

      assertThat(server.methods()).containsExactly("DELETE", "GET", "DELETE");
    }

    @Test
    void isRefusedForABuiltInOneAndForOneInUse() {
      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> conditions.delete(BUILT_IN))
          .withMessageContaining("built-in");
      server.policies.create(CurationPolicyDraft.named("n", CUSTOM).build());
      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> conditions.delete(CUSTOM))
          .withMessageContaining("used by a policy");
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> conditions.delete(NONE));
    }
  }

  @Nested
  class Templates {
    @Test
    void areReadWholeInOneRequest() {
      JsonNode json = Fixtures.json("conditions/GET_condition_templates_200.json");
      server.fake.seed(Kind.CONDITION_TEMPLATES, json.toString());

      List<ConditionTemplate> templates = conditions.templates();

      assertThat(server.methods()).containsExactly("GET");
      assertThat(ExtrasWalker.over(templates).unknown()).isEmpty();
      assertThat(Fixtures.withoutEmpty(RoundTrip.write(templates)))
          .isEqualTo(Fixtures.withoutEmpty(json.path("data")));
    }

    @Test
    void sayWhichParametersAreOptional() {
      server.fake.seed(
          Kind.CONDITION_TEMPLATES, Fixtures.text("conditions/GET_condition_templates_200.json"));

      ConditionTemplate range = conditions.templates().get(0);

      assertThat(range.id()).isEqualTo("CVECVSSRange");
      assertThat(range.riskType()).hasValue(RiskType.SECURITY);
      assertThat(range.params().get(0).optional()).isEmpty();
      assertThat(range.params().get(1).paramId()).isEqualTo("epss");
      assertThat(range.params().get(1).optional()).hasValue(true);
    }

    @Test
    void mayBeNone() {
      assertThat(conditions.templates()).isEmpty();
    }

    @Test
    void keepWhatIsUnknown() {
      JsonNode json = RoundTrip.withUnknownMembers(
          Fixtures.json("conditions/GET_condition_templates_200.json").path("data"));

      for (JsonNode template : json) {
        ConditionTemplate read = RoundTrip.read(template, ConditionTemplate.class);
        assertThat(Fixtures.withoutEmpty(RoundTrip.write(read)))
            .isEqualTo(Fixtures.withoutEmpty(template));
        assertThat(read.toBuilder().build()).isEqualTo(read);
      }
    }
  }
}
