package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every member of a virtual repository is tested, however many there are. */
class VirtualRepositoryTest extends PlatformFixture {
  private void virtual(String key, List<String> members) {
    platform.put(
        Kind.REPOSITORIES,
        "{'key':'" + key + "','rclass':'virtual','packageType':'maven','xrayIndex':false,"
            + "'repositories':["
            + members.stream().map(each -> "'" + each + "'").collect(Collectors.joining(","))
            + "]}");
  }

  /** The keys of this many new local repositories. */
  private List<String> locals(String prefix, int count) {
    List<String> keys =
        IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.toList());
    keys.forEach(key -> platform.local(key, ""));
    return keys;
  }

  private static List<Subject> notChecked(BlockExplanation found) {
    return found.notChecked().stream().map(NotChecked::what).collect(Collectors.toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 60, 99})
  void hasAllMembersTested(int count) {
    virtual("all", locals("m", count));
    platform.policy("p", BLOCK).watch("w", "p", repository("m" + (count - 1), "local"));

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.causes())
        .extracting(BlockCause::verdict, BlockCause::member)
        .containsExactly(tuple(Verdict.LIKELY, Optional.of("m" + (count - 1))));
    assertThat(notChecked(found)).doesNotContain(Subject.MEMBERS, Subject.MEMBER_PROJECTS);
  }

  @Test
  void hasVirtualMembersExpandedFirstHoweverLateTheyAre() {
    List<String> members = locals("m", 150);
    members.add("inner");
    virtual("all", members);
    virtual("inner", List.of("innermost", "all"));
    virtual("innermost", List.of("last"));
    platform
        .local("last", "")
        .policy("p", BLOCK)
        .watch("w", "p", repository("last", "local"))
        .watch("v", "p", repository("inner", "local"));

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.causes())
        .extracting(BlockCause::watch, BlockCause::member)
        .containsExactly(tuple("w", Optional.of("last")));
    assertThat(found.isComplete()).isFalse(); // of some members, the project is not known
    assertThat(found.notChecked())
        .filteredOn(entry -> entry.what() == Subject.MEMBER_PROJECTS)
        .singleElement()
        .extracting(NotChecked::because)
        .asString()
        .startsWith("at most 100 members of a virtual repository are looked up: \"m9")
        .endsWith(" more");
  }

  @Test
  void isNotAnsweredCompletelyIfAMemberMayBeVirtual() {
    virtual("all", List.of("unseen"));
    platform.policy("p", BLOCK).watch("w", "p", repository("libs", "local"));

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.causes()).isEmpty();
    assertThat(found.isComplete()).isFalse();
    assertThat(notChecked(found)).contains(Subject.MEMBERS);
  }

  @Test
  void isNotAnsweredCompletelyIfItsMembersCannotBeRead() {
    platform
        .put(
            Kind.INDEXED_REPOSITORIES,
            "{'bin_mgr_id':'default','indexed_repos':[],'non_indexed_repos':"
                + "[{'name':'all','type':'virtual','pkg_type':'Maven'}]}")
        .policy("p", BLOCK)
        .watch("w", "p", repository("libs", "local"))
        .server
        .forbid("/artifactory");

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.isComplete()).isFalse();
    assertThat(notChecked(found)).contains(Subject.MEMBERS);
    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .doesNotContain(NextStep.Kind.INDEX_REPOSITORY);
  }

  @Test
  void hasTheClassesOfItsMembersFromTheListIfTheyMayNotBeLookedUp() {
    virtual("all", locals("m", 5));
    virtual("more", List.of("m0", "m1", "m2", "m3", "m4", "npm"));
    platform
        .remote("npm")
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories("{'type':'package-type','value':'pypi'}"))
        .server
        .forbid("/artifactory/api/repositories/npm");

    assertThat(platform.explain("more", "x.tgz").causes())
        .extracting(BlockCause::verdict, BlockCause::member)
        .containsExactly(tuple(Verdict.LIKELY, Optional.of("npm")));
  }

  /** Virtual repositories that contain themselves, each other, or nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"'all' |", "'inner' |", "'inner' | 'all'", "'inner','all' | 'inner','all'"})
  void isNeverTheMemberThatStoresTheArtifact(String member, String ofInner) {
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'all','rclass':'virtual','packageType':'maven','projectKey':'pay','repositories':"
                + "[" + member + "]}")
        .put(
            Kind.REPOSITORIES,
            "{'key':'inner','rclass':'virtual','packageType':'maven','repositories':["
                + (ofInner == null ? "" : ofInner) + "]}")
        .put(Kind.STORED_FILES, "{'repo':'all','path':'a/b.jar','mimeType':'text/plain'}")
        .policy("p", BLOCK + "," + UNSCANNED)
        .watch("w", "p", allRepositories())
        .watch("v", "p", "{'type':'project','name':'shop'}");

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.member()).isEmpty();
    assertThat(found.causes()).isNotEmpty().allSatisfy(cause -> {
      assertThat(cause.verdict()).isNotEqualTo(Verdict.CONFIRMED);
      assertThat(cause.member().filter(List.of("all", "inner")::contains)).isEmpty();
      assertThat(cause.reason()).doesNotContain("its member \"all\"", "its member \"inner\"");
    });
    assertThat(found.ruledOut()).isEmpty();
    assertThat(notChecked(found)).contains(Subject.MEMBERS, Subject.SCAN_STATUS);
    assertThat(found.isComplete()).isFalse();
    assertThat(platform.requests("/artifactory/api/repositories/")).hasSizeLessThan(4);
  }

  @Test
  void isNeverToBeIndexedItself() {
    virtual("all", locals("m", 1));
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());

    assertThat(platform.explain("all", "a/b.jar").nextSteps())
        .extracting(NextStep::kind)
        .doesNotContain(NextStep.Kind.INDEX_REPOSITORY);
  }

  @Test
  void isTakenFromTheMemberThatStoresTheArtifact() {
    virtual("all", locals("m", 3));
    platform
        .put(Kind.STORED_FILES, "{'repo':'m1','path':'a/b.jar'}")
        .policy("p", BLOCK)
        .watch("w0", "p", repository("m0", "local"))
        .watch("w1", "p", repository("m1", "local"));

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.member()).contains("m1");
    assertThat(found.causes())
        .extracting(BlockCause::watch, BlockCause::verdict, BlockCause::member)
        .containsExactly(
            tuple("w1", Verdict.LIKELY, Optional.of("m1")),
            tuple("w0", Verdict.POSSIBLE, Optional.of("m0")));
    assertThat(found.causes().get(0).reason())
        .contains("covers repository \"m1\"")
        .endsWith("The virtual repository takes the artifact from this member.");
    assertThat(found.causes().get(1).reason())
        .endsWith("only if the virtual repository takes the artifact from its member \"m0\", and"
            + " not from \"m1\".");
    assertThat(TextReport.of(List.of(found))).containsOnlyOnce("which stores it");
    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .doesNotContain(NextStep.Kind.CHECK_EVERY_CAUSE);
  }

  @Test
  void hasEveryCauseCheckedThatAppliesToTheMemberThatStoresTheArtifact() {
    virtual("all", locals("m", 3));
    platform
        .put(Kind.STORED_FILES, "{'repo':'m1','path':'a/b.jar'}")
        .policy("p", BLOCK)
        .watch("w1", "p", repository("m1", "local"))
        .watch("w2", "p", allRepositories());

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.causes()).extracting(BlockCause::member).containsOnly(Optional.of("m1"));
    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .contains(NextStep.Kind.CHECK_EVERY_CAUSE);
  }

  @Test
  void hasEveryCauseCheckedIfTheMemberThatServesTheArtifactIsNotKnown() {
    virtual("all", locals("m", 2));
    platform
        .policy("p", BLOCK)
        .watch("w0", "p", repository("m0", "local"))
        .watch("w1", "p", repository("m1", "local"));

    assertThat(platform.explain("all", "a/b.jar").nextSteps())
        .extracting(NextStep::kind)
        .contains(NextStep.Kind.CHECK_EVERY_CAUSE);
  }

  @Test
  void isTakenFromTheCacheOfARemoteMember() {
    virtual("all", List.of("pypi", "libs"));
    platform
        .remote("pypi")
        .local("libs", "")
        .put(Kind.STORED_FILES, "{'repo':'pypi-cache','path':'x.whl'}")
        .policy("p", UNSCANNED)
        .watch("w", "p", allRepositories())
        .scan("pypi-cache", "x.whl", "PENDING");

    BlockExplanation found = platform.explain("all", "x.whl");

    assertThat(found.member()).contains("pypi");
    assertThat(found.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.member()).contains("pypi");
      assertThat(cause.reason()).contains("The scan status of the artifact is PENDING.");
    });
    assertThat(platform.requests("/xray/api/v1/artifact/status")).hasSize(1);
  }

  /** The member {@code pypi} is remote, and the file is in {@code pypi} and {@code apps}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // priority of pypi, libs and apps | the member | the repositories that are asked
        "false | false | false | apps | all libs apps",
        "true | false | false | pypi | all pypi-cache",
        "true | true | false | pypi | all libs pypi-cache",
        "true | false | true | apps | all apps",
        "false | - | - | apps | all libs apps",
        "- | false | false | - | all libs apps pypi-cache",
        "- | - | - | - | all libs apps pypi-cache",
        "true | - | false | pypi | all pypi-cache libs",
        "true | - | - | - | all pypi-cache libs apps",
      })
  void hasItsMembersAskedInTheirOrderIfTheServerDoesNotNameOne(
      String ofPypi, String ofLibs, String ofApps, String member, String asked) {
    virtual("all", List.of("pypi", "libs", "apps"));
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'pypi','rclass':'remote','packageType':'pypi','xrayIndex':true"
                + priority(ofPypi) + "}")
        .local("libs", priority(ofLibs))
        .local("apps", priority(ofApps))
        .put(Kind.STORED_FILES, "{'repo':'all','path':'a/b.jar'}")
        .put(Kind.STORED_FILES, "{'repo':'pypi-cache','path':'a/b.jar'}")
        .put(Kind.STORED_FILES, "{'repo':'apps','path':'a/b.jar'}")
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories());

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(found.member()).isEqualTo(Optional.ofNullable(member));
    assertThat(found.notChecked())
        .filteredOn(entry -> entry.what() == Subject.MEMBER_OF_FILE)
        .extracting(NotChecked::because)
        .isEqualTo(
            member != null
                ? List.of()
                : List.of("several members store the file, and it is not known which of them have"
                    + " priority resolution"));
    assertThat(platform.requests("/artifactory/api/storage"))
        .extracting(request -> request.path().replaceAll(".*/storage/|/a/b.jar", ""))
        .containsExactly(asked.split(" ", -1));
  }

  private static String priority(@Nullable String value) {
    return value == null ? "" : ",'priorityResolution':" + value;
  }

  @Test
  void hasAMemberThatAloneStoresTheFile() {
    virtual("all", locals("m", 3));
    platform
        .put(Kind.STORED_FILES, "{'repo':'all','path':'a/b.jar'}")
        .put(Kind.STORED_FILES, "{'repo':'m1','path':'a/b.jar'}")
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories());

    assertThat(platform.explain("all", "a/b.jar").member()).contains("m1");
  }

  @Test
  void hasTheMemberToBeIndexedNamed() {
    virtual("all", List.of("libs"));
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'libs','rclass':'local','packageType':'maven','xrayIndex':false}")
        .put(Kind.STORED_FILES, "{'repo':'libs','path':'a/b.jar'}")
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories());

    assertThat(platform.explain("all", "a/b.jar").nextSteps())
        .filteredOn(step -> step.kind() == NextStep.Kind.INDEX_REPOSITORY)
        .singleElement()
        .extracting(NextStep::text)
        .asString()
        .startsWith("Have member \"libs\" of the virtual repository indexed by Xray.");
  }

  @Test
  void hasItsScanStatusesReadForAFewMembersOnly() {
    virtual("all", locals("m", 12));
    platform.policy("p", UNSCANNED).watch("w", "p", allRepositories());
    IntStream.range(0, 10).forEach(i -> platform.scan("m" + i, "a/b.jar", "DONE"));

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(platform.requests("/xray/api/v1/artifact/status")).hasSize(10);
    assertThat(found.ruledOut()).isEmpty();
    assertThat(found.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.member()).contains("m10");
      assertThat(cause.reason())
          .contains("The scan status of the artifact is not known.")
          .endsWith("from its member \"m10\" or \"m11\".");
    });
    assertThat(found.notChecked())
        .extracting(NotChecked::because)
        .contains("at most 10 members are asked about: \"m10\", \"m11\"");
  }

  @Test
  void isAskedAboutWithABoundedNumberOfRequests() {
    List<String> members = locals("m", 50);
    members.add("inner");
    virtual("all", members);
    virtual("inner", locals("n", 9));
    platform
        .policy("p", BLOCK + "," + UNSCANNED)
        .watch("w", "p", allRepositories("{'type':'mime-type','value':'a/b'}"));

    platform.explain("all", "a/b.jar");

    assertThat(platform.server.requests()).hasSizeLessThanOrEqualTo(80);
    assertThat(platform.requests("/artifactory/api/repositories")).hasSize(62);
    assertThat(platform.requests("/xray/api/v1/violations")).hasSize(1);
    assertThat(platform.requests("/xray/api/v1/artifact/status")).hasSize(10);
  }
}
