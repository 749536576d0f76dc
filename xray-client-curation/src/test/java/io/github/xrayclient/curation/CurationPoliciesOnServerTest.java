package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.error.XrayAmbiguousNameException;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurationPoliciesOnServerTest {
  private static final CurationPolicyId ELEVEN = CurationPolicyId.of("11");
  private static final CurationPolicyId NONE = CurationPolicyId.of("999");

  private final CurationServer server = new CurationServer();
  private final CurationPolicies policies = server.policies;

  @AfterEach
  void stop() {
    server.close();
  }

  private static CurationPolicyDraft draft(String name) {
    return CurationPolicyDraft.named(name, ConditionId.of("1")).build();
  }

  @Nested
  class Create {
    @Test
    void isOneRequestAndGivesThePolicyOfTheServer() {
      CurationPolicy made = policies.create(draft("no malware"));

      assertThat(server.methods()).containsExactly("POST");
      assertThat(made.name()).isEqualTo("no malware");
      assertThat(made.enabled()).hasValue(true);
      assertThat(made.createdBy()).hasValue("admin");
      assertThat(made.waiverRequestConfig()).hasValue(WaiverRequestConfig.FORBIDDEN);
      assertThat(policies.get(made.id())).isEqualTo(made);
    }

    @Test
    void sendsTheBodyOfTheSample() {
      policies.create(CurationPolicyDraft.named("no-malware", ConditionId.of("1"))
          .allRepositoriesExcept("sandbox-npm-remote")
          .notifyEmails(List.of("sec-team@example.com"))
          .build());

      assertThat(server.lastBody("POST"))
          .isEqualTo(Fixtures.json("policies/POST_policies_request.json"));
    }

    @Test
    void saysWhatTheServerRefuses() {
      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> policies.create(
              CurationPolicyDraft.named("n", ConditionId.of("777")).build()))
          .withMessageContaining("condition 777 does not exist");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "CONNECTION_RESET"})
    void isNotSentTwiceWhenNobodyKnows(Fault fault) {
      server.fake.failNext(fault, 1);

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> policies.create(draft("once")));

      assertThat(server.methods()).filteredOn("POST"::equals).hasSize(1);
    }
  }

  @Nested
  class Find {
    @Test
    void givesThePolicyOrNothing() {
      assertThat(policies.find(ELEVEN)).hasValue(policies.get(ELEVEN));
      assertThat(policies.find(NONE)).isEmpty();
      assertThat(server.methods()).containsExactly("GET", "GET", "GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500, 503})
    void takesNoOtherFailureForNothing(int status) {
      server.fake.failNext(status, 4);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> policies.find(ELEVEN))
          .matches(e -> e.statusCode() == status);
    }
  }

  @Nested
  class FindByName {
    @Test
    void takesTheExactNameOnly() {
      policies.create(draft("malware"));
      policies.create(draft("malware two"));
      policies.create(draft("Malware"));

      assertThat(policies.findByName("malware").orElseThrow().name()).isEqualTo("malware");
      assertThat(policies.findByName("malwar")).isEmpty();
      assertThat(policies.findByName("MALWARE")).isEmpty();
    }

    @Test
    void looksThroughEveryPage() {
      for (int i = 0; i < 25; i++) {
        policies.create(draft("many " + i));
      }
      policies.create(draft("many"));
      server.fake.pageCap(10);

      assertThat(policies.findByName("many").orElseThrow().name()).isEqualTo("many");
    }

    @Test
    void namesTheIdsOfSeveral() {
      CurationPolicyId one = policies.create(draft("twin")).id();
      CurationPolicyId two = policies.create(draft("twin")).id();

      assertThatExceptionOfType(XrayAmbiguousNameException.class)
          .isThrownBy(() -> policies.findByName("twin"))
          .satisfies(e -> {
            assertThat(e.name()).isEqualTo("twin");
            assertThat(e.ids()).containsExactly(one.wire(), two.wire());
          });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000"})
    void refusesANameThatIsNone(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> policies.findByName(name))
          .withMessageContaining("name");
      assertThat(server.methods()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&enabled=false", "100% + ü/#?", "\"quoted\" \\"})
    void sendsAnyNameAsOneValue(String name) {
      policies.create(draft(name));

      assertThat(policies.findByName(name).orElseThrow().name()).isEqualTo(name);
    }
  }

  @Nested
  class Waivers {
    @Test
    void comeWithTheirPolicies() {
      List<String> all = policies
          .waivers()
          .ofPackages()
          .map(found -> found.policy().id() + "/" + found.waiver().id())
          .collect(Collectors.toList());

      assertThat(all).contains("11/1", "11/2").doesNotHaveDuplicates();
      int stored = server.fake.stored(Kind.CURATION_POLICIES).stream()
          .mapToInt(policy -> policy.path("waivers").size())
          .sum();
      assertThat(all).hasSize(stored);
    }

    @Test
    void thatAreThereAreNotAddedAgain() {
      CurationPolicy before = policies.get(CurationPolicyId.of("11"));
      NewPackageWaiver there = NewPackageWaiver.like(before.waivers().get(0));

      UpdateResult<CurationPolicy> result =
          policies.edit(before.id(), update -> update.name("renamed").addWaiver(there));

      assertThat(result.value().name()).isEqualTo("renamed");
      assertThat(result.value().waivers()).isEqualTo(before.waivers());
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.notes())
          .extracting(UpdateNote::kind)
          .containsExactly(UpdateNote.Kind.PACKAGE_WAIVER_EXISTS);
    }

    @Test
    void thatAreThereAreToldIfNothingElseChanges() {
      CurationPolicy before = policies.get(CurationPolicyId.of("11"));
      NewPackageWaiver there = NewPackageWaiver.like(before.waivers().get(0));
      server.fake.clearRequests();

      UpdateResult<CurationPolicy> result =
          policies.edit(before.id(), update -> update.addWaiver(there));

      assertThat(result.isSent()).isFalse();
      assertThat(result.notes())
          .extracting(UpdateNote::kind)
          .containsExactly(UpdateNote.Kind.PACKAGE_WAIVER_EXISTS);
      assertThat(server.methods()).containsExactly("GET");
    }

    @Test
    void ofLabelsComeWithTheirPolicies() {
      List<WaiverInPolicy<LabelWaiver>> all =
          policies.waivers().ofLabels().collect(Collectors.toList());

      assertThat(all)
          .allSatisfy(found -> assertThat(found.policy().labelWaivers()).contains(found.waiver()))
          .hasSize(server.fake.stored(Kind.CURATION_POLICIES).stream()
              .mapToInt(policy -> policy.path("label_waivers").size())
              .sum())
          .isNotEmpty()
          .isEqualTo(policies.waivers().ofLabels().collect(Collectors.toList()));
      assertThat(policies.waivers().ofPackages().findFirst())
          .isEqualTo(policies.waivers().ofPackages().findFirst());
    }

    @Test
    void areReadWhenAskedForAndNoFurther() {
      for (int i = 0; i < 150; i++) {
        policies.create(draft("p" + i));
      }
      server.fake.clearRequests();

      try (Stream<WaiverInPolicy<PackageWaiver>> waivers = policies.waivers().ofPackages()) {
        assertThat(server.methods()).isEmpty();
        WaiverInPolicy<PackageWaiver> first = waivers.findFirst().orElseThrow();
        assertThat(first).hasToString("policy 11, waiver 1");
        assertThat(first.waiver().createdBy()).hasValue("admin");
      }

      assertThat(server.methods()).containsExactly("GET");
    }
  }

  @Nested
  class AWholeLife {
    @Test
    void goesFromCreateToDelete() {
      CurationPolicyId id = policies.create(draft("life")).id();

      UpdateResult<CurationPolicy> renamed =
          policies.edit(id, update -> update.name("longer life").blockFromCache(true));
      assertThat(renamed.unexpectedChanges()).isEmpty();

      UpdateResult<CurationPolicy> waived = policies.edit(
          id,
          update -> update
              .addWaiver(NewPackageWaiver.versions(PackageType.NPM, "six", List.of("1.0"), "why"))
              .addLabelWaiver(NewLabelWaiver.of("approved", "by the board")));
      assertThat(waived.unexpectedChanges()).isEmpty();
      assertThat(waived.value().waivesVersion(PackageType.NPM, "six", "1.0")).isTrue();
      PackageWaiverId waiver = waived.value().waivers().get(0).id();

      CurationPolicy wider = policies
          .edit(id, update -> update.replaceWaiver(waiver, NewPackageWaiver::withAllVersions))
          .value();
      assertThat(wider.waivesVersion(PackageType.NPM, "six", "9.9")).isTrue();
      assertThat(wider.waivers()).hasSize(1);
      assertThat(wider.waivers().get(0).id()).isNotEqualTo(waiver);

      CurationPolicy bare = policies
          .edit(
              id,
              update -> update
                  .dropWaiver(wider.waivers().get(0).id())
                  .dropLabelWaiver(wider.labelWaivers().get(0).id()))
          .value();
      assertThat(bare.waivers()).isEmpty();
      assertThat(bare.labelWaivers()).isEmpty();
      assertThat(bare.blockFromCache()).hasValue(true);
      assertThat(bare.name()).isEqualTo("longer life");

      policies.delete(id);
      assertThat(policies.find(id)).isEmpty();
      assertThat(policies.findByName("longer life")).isEmpty();
    }

    @Test
    void leavesTheOtherPoliciesAlone() {
      List<ObjectNode> before = stored();

      CurationPolicyId id = policies.create(draft("life")).id();
      policies.edit(id, update -> update.action(PolicyAction.DRY_RUN));
      policies.delete(id);

      assertThat(stored()).isEqualTo(before);
    }

    private List<ObjectNode> stored() {
      return server.fake.stored(Kind.CURATION_POLICIES).stream()
          .map(ObjectNode.class::cast)
          .collect(Collectors.toList());
    }
  }
}
