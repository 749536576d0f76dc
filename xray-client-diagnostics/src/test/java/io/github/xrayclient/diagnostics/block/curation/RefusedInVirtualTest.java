package io.github.xrayclient.diagnostics.block.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationFinding.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.testing.FakeXray;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curation knows only curated remote repositories, and a refusal may name a virtual one. */
class RefusedInVirtualTest extends PlatformFixture {
  @BeforeEach
  void seed() {
    curated("npm-a");
    curated("npm-b");
    virtual("npm", "'npm-a','npm-b'");
    platform.put(FakeXray.Kind.PACKAGES, "[{'id':'npm://bad:1.0','meets':[{'condition_id':'1'}]}]");
  }

  private void curated(String key) {
    platform.put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'" + key + "','rclass':'remote','packageType':'npm','curated':true}");
  }

  private void virtual(String key, String members) {
    platform.put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'" + key + "','rclass':'virtual','packageType':'npm','repositories':[" + members
            + "]}");
  }

  private void policy(String more) {
    platform.put(
        FakeXray.Kind.CURATION_POLICIES,
        "{'id':'1','name':'strict','enabled':true,'policy_action':'block','condition_id':'1',"
            + "'condition':{'id':'1','name':'Malicious'}," + more + "}");
  }

  private void event(String repository) {
    event(repository, "");
  }

  private void event(String repository, String origin) {
    platform.put(
        FakeXray.Kind.AUDIT_EVENTS,
        "{'id':" + repository.hashCode() + ",'created_at':'"
            + Instant.now().minusSeconds(60) + "','action':'blocked','package_type':'npm',"
            + "'package_name':'bad','package_version':'1.0','curated_repository_name':'"
            + repository + "','origin_repository_name':'" + origin + "'}");
  }

  private void request(String repository) {
    platform.put(
        FakeXray.Kind.WAIVER_REQUESTS,
        "{'id':42,'status':'pending','pkg_type':'npm','pkg_name':'bad','pkg_version':'1.0',"
            + "'repo_key':'" + repository + "'}");
  }

  private BlockExplanation refused(String named, String repository) {
    BlockedDownload block = RefusalLog.parse("Package " + named
            + "download was blocked by JFrog Packages Curation service due to the following"
            + " policies violated {strict}.")
        .refusals()
        .get(0);
    return platform.downloads().explain(block.toBuilder().repository(repository).build());
  }

  private BlockExplanation refused(String repository) {
    return refused("bad:1.0 ", repository);
  }

  private static CurationRefusal curation(BlockExplanation explanation) {
    return explanation.refusal().flatMap(BlockedDownload::curation).orElseThrow();
  }

  private static List<Kind> kinds(BlockExplanation explanation) {
    return curation(explanation).findings().stream()
        .map(CurationFinding::kind)
        .collect(Collectors.toList());
  }

  private static List<String> ofPolicies(BlockExplanation explanation) {
    return curation(explanation).policies().stream()
        .map(ViolatedPolicy::findings)
        .flatMap(List::stream)
        .filter(finding -> finding.kind() == Kind.POLICY_OUT_OF_SCOPE)
        .map(CurationFinding::text)
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'scope':'specific_repos','repo_include':['npm-a']",
        "'scope':'specific_repos','repo_include':['npm-a','npm-b']",
        "'scope':'all_repos','repo_exclude':['npm-a']",
        "'scope':'all_repos','repo_exclude':['npm']",
      })
  void aPolicyIsInScopeIfItAppliesToOneOfTheCuratedMembers(String scope) {
    policy(scope);

    assertThat(ofPolicies(refused("npm"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'scope':'specific_repos','repo_include':['npm-c']"
            + " | does not include repositories \"npm-a\", \"npm-b\" now",
        "'scope':'all_repos','repo_exclude':['npm-b','npm-a']"
            + " | now excludes repositories \"npm-a\", \"npm-b\"",
      })
  void aPolicyIsOutOfScopeIfItAppliesToNoneOfThem(String scope, String change) {
    policy(scope);

    assertThat(ofPolicies(refused("npm"))).singleElement().asString().contains(change);
  }

  @Test
  void nothingIsConcludedIfTheRepositoriesCannotBeRead() {
    policy("'scope':'specific_repos','repo_include':['npm-a']");
    platform.server.forbid("/artifactory/api/repositories");

    assertThat(ofPolicies(refused("npm"))).isEmpty();
  }

  @Test
  void nothingIsConcludedFromAVirtualRepositoryIfTheMessageNamesNoPackage() {
    policy("'scope':'specific_repos','repo_include':['npm-a']");

    assertThat(ofPolicies(refused("", "npm"))).isEmpty();
  }

  @Test
  void aMemberIsKnownAlsoIfTheMessageNamesNoPackage() {
    policy("'scope':'specific_repos','repo_include':['npm-c']");

    assertThat(ofPolicies(refused("", "npm"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"npm-a, true", "npm-b, true", "npm-c, false"})
  void aPendingRequestForAMemberIsNotForAnotherRepository(String repository, boolean isOwn) {
    policy("'scope':'all_repos'");
    request(repository);

    BlockExplanation found = refused("npm");

    assertThat(kinds(found))
        .contains(isOwn ? Kind.WAIVER_REQUEST_PENDING : Kind.WAIVER_REQUEST_FOR_OTHER_REPOSITORY);
    assertThat(found.nextSteps().stream()
            .anyMatch(step -> step.kind() == NextStep.Kind.DECIDE_WAIVER_REQUEST))
        .isEqualTo(isOwn);
  }

  @Test
  void aPendingRequestIsNotForAnotherRepositoryIfTheMembersAreNotKnown() {
    policy("'scope':'all_repos'");
    request("npm-a");
    platform.server.forbid("/artifactory/api/repositories");

    assertThat(curation(refused("npm")).findings())
        .contains(CurationFinding.of(
            Kind.WAIVER_REQUEST_PENDING,
            "Waiver request 42 is waiting for a decision. It is for repository \"npm-a\"; whether"
                + " this repository refused the package is not known."));
  }

  @Test
  void theAuditNamesAMember() {
    policy("'scope':'all_repos'");
    event("npm-b");

    BlockExplanation found = refused("npm");

    assertThat(kinds(found)).contains(Kind.IN_AUDIT);
    assertThat(curation(found).waiverRequest().orElseThrow().repositoryKey()).contains("npm-b");
  }

  @Test
  void theAuditOfAnotherRepositoryIsNotThatOfTheRefusal() {
    policy("'scope':'all_repos'");
    event("npm-c");

    assertThat(kinds(refused("npm"))).contains(Kind.NOT_IN_AUDIT).doesNotContain(Kind.IN_AUDIT);
  }

  @ParameterizedTest
  @CsvSource({
    "npm, npm-a, true", // through the repository of the refusal
    "npm-a, npm-a, true", // in the member itself
    "npm-other, npm-a, false",
    "npm-other, npm-b, false"
  })
  void theAuditOfARequestThroughAnotherRepositoryIsNotThatOfTheRefusal(
      String origin, String member, boolean isOwn) {
    policy("'scope':'specific_repos','repo_include':['npm-c']");
    event(member, origin);

    BlockExplanation found = refused("npm");

    assertThat(kinds(found)).contains(isOwn ? Kind.IN_AUDIT : Kind.NOT_IN_AUDIT);
    assertThat(ofPolicies(found))
        .singleElement()
        .asString()
        .contains(isOwn ? "repository \"" + member + "\"" : "\"npm-a\", \"npm-b\"");
  }

  @Test
  void theAuditOfARequestThroughAnotherRepositoryIsNotThatOfTheOnlyMember() {
    virtual("npm-one", "'npm-a'");
    policy("'scope':'all_repos'");
    event("npm-a", "npm-other");

    assertThat(kinds(refused("npm-one"))).contains(Kind.NOT_IN_AUDIT).doesNotContain(Kind.IN_AUDIT);
  }

  @Test
  void theAuditIsOpenIfTheMembersAreNotKnown() {
    policy("'scope':'all_repos'");
    event("npm-b");
    platform.server.forbid("/artifactory/api/repositories");

    assertThat(kinds(refused("npm"))).doesNotContain(Kind.NOT_IN_AUDIT, Kind.IN_AUDIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "npm-x | BLOCKED_NOW",
        "npm-a | BLOCKED_IN_SOME_REPOSITORIES_NOW",
        "npm-a','npm-b | ALLOWED_NOW",
      })
  void theStatusIsThatOfTheMembers(String excluded, Kind kind) {
    curated("npm-c");
    policy("'scope':'all_repos','repo_exclude':['" + excluded + "']");

    BlockExplanation found = refused("npm");

    assertThat(kinds(found)).contains(kind);
    assertThat(curation(found).findings())
        .extracting(CurationFinding::text)
        .noneMatch(text -> text.contains("does not name repository"));
  }
}
