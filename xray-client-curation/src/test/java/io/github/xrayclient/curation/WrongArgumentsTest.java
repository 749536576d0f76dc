package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestId;
import io.github.xrayclient.testsupport.Clients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong argument is refused before any request, by its name, its value and what is allowed. */
class WrongArgumentsTest {
  private static Arguments call(String message, Function<Curation, ?> call) {
    return arguments(message, call);
  }

  static Stream<Arguments> names() {
    CurationPolicyId none = CurationPolicyId.of("");
    return Stream.of(
        call("id must not be blank, but was ''", curation -> curation.policies().get(none)),
        call(
            "id must not be blank, but was ''",
            curation -> curation.policies().edit(none, change -> {})),
        call(
            "name must not be blank, but was ' '",
            curation -> curation.policies().findByName(" ")),
        call(
            "name must not contain control characters, but has \\u0000 at index 0",
            curation -> curation.conditions().list().name("\u0000")),
        call(
            "id (condition_id) must consist of digits, but was 'x'",
            curation -> curation.policies().list().conditionId(ConditionId.of("x"))),
        call(
            "action (policy_action) must not be blank, but was ''",
            curation -> curation.policies().list().action(PolicyAction.of(""))),
        call(
            "id must not be blank, but was ''",
            curation -> curation.waiverRequests().find(WaiverRequestId.of(""))),
        call(
            "packageName must not be blank, but was ''",
            curation -> WaiverRequestDraft.of(PackageType.NPM, "", "1")
                .repositoryKey("r")
                .reason("why")
                .build()),
        call(
            "justification must not be blank, but was ''",
            curation -> NewLabelWaiver.of("label", "")),
        call("templateId must not be blank, but was ''", curation -> ConditionDraft.named("c", "")),
        call(
            "scope is a field that this library knows; call its own method",
            curation -> draft().carryExtra("scope")),
        call(
            "created_by is set by the server and cannot be sent; leave it out",
            curation -> draft().carryExtra("created_by")),
        call(
            "pkg_name is a field that this library knows, so it cannot be dropped; name unknown fields"
                + " only",
            curation -> draft().droppingUnknownFields("pkg_name")));
  }

  static Stream<Arguments> collections() {
    return Stream.of(
        call(
            "repositories must not be empty; give at least one",
            curation -> draft().onlyRepositories()),
        call(
            "repositories[1] must not be blank, but was ''",
            curation -> draft().onlyRepositories(List.of("libs", ""))),
        call("types must not be empty; give at least one", curation -> draft().packageTypes()),
        call(
            "versions must not be empty; name at least one version, or exempt all versions",
            curation -> NewPackageWaiver.versions(PackageType.NPM, "p", List.of(), "why")),
        call(
            "labels must not be empty; give at least one",
            curation -> ConditionDraft.bannedLabels("c", List.of())),
        call(
            "groups must not contain commas, since the server separates groups by them, but one was"
                + " 'a,b'; filter the listed requests instead",
            curation -> curation.waiverRequests().list().decisionOwners(List.of("a,b"))),
        call(
            "waiverRequestConfig is manual, but decisionOwners is empty; name the groups that decide",
            curation -> draft().waiverRequestConfig(WaiverRequestConfig.MANUAL).build()),
        call(
            "policy 11 has no package waiver 7; its package waivers are []",
            curation -> update().dropWaiver(PackageWaiverId.of("7"))));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        call(
            "pageSize must be between 1 and 2000, but was 2001",
            curation -> curation.audit().list().pageSize(2001)),
        call("days must not be negative, but was -1", curation -> ConditionDraft.immature("c", -1)),
        call(
            "from and to must be between 0 and 10, and from must not be greater than to, but from was"
                + " 7.0 and to was 5.0",
            curation -> ConditionDraft.cvssRange("c", 7, 5)),
        call(
            "checks: the value of Maintained must be between 0 and 10, but was 11.0",
            curation -> ConditionDraft.openSsf("c", Map.of("Maintained", 11.0), true)));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        call(
            "duration must be positive and at most 100 years, but was PT-1S",
            curation -> curation.audit().list().last(Duration.ofSeconds(-1))),
        call(
            "last must be positive and at most 100 years, but was PT0S",
            curation -> curation.audit().wouldBlock(CurationPolicyId.of("1"), Duration.ZERO)),
        call(
            "createdUntil must not be before createdFrom, but createdUntil was 1970-01-01T00:00:00Z"
                + " and createdFrom was 1970-01-01T00:00:01Z",
            curation -> curation
                .audit()
                .list()
                .createdFrom(Instant.ofEpochSecond(1))
                .createdUntil(Instant.EPOCH)),
        call(
            "createdFrom must be between the years 1970 and 9999, but was 1969-12-31T23:59:59Z",
            curation -> curation.audit().list().createdFrom(Instant.ofEpochSecond(-1))),
        call(
            "zip must be a file, but " + Path.of("target").toAbsolutePath()
                + " is a directory; name a file in it",
            curation ->
                curation.audit().list().last(Duration.ofDays(1)).downloadCsv(Path.of("target"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"names", "collections", "numbers", "times"})
  void areNamed(String message, Function<Curation, ?> call) {
    try (XrayClient xray = Clients.sendingNothing()) {
      Curation curation = Curation.of(xray);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.apply(curation))
          .withMessage(message);
    }
  }

  private static CurationPolicyDraft.Builder draft() {
    return CurationPolicyDraft.named("p", ConditionId.of("7"));
  }

  private static CurationPolicyUpdate.Builder update() {
    return CurationPolicyUpdate.of(
        CurationPolicy.builder().id(CurationPolicyId.of("11")).name("p").build());
  }
}
