package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OptionalReadsTest extends PlatformFixture {
  private static final String REPOSITORIES = "/artifactory/api/repositories/";

  @Nested
  class Repository {
    @Test
    void givesClassPackageTypeAndProject() {
      String filter = "{'type':'package-type','value':'Maven'}";
      platform
          .local("libs", ",'projectKey':'alpha'")
          .policy("p", BLOCK)
          .watch("type", "p", allRepositories(filter))
          .watch("project", "p", "{'type':'project','name':'alpha'}")
          .watch("class", "p", repository("libs", "remote"));

      BlockExplanation found = platform.explain();

      assertThat(found.causes())
          .extracting(BlockCause::verdict, BlockCause::watch)
          .containsExactly(tuple(Verdict.LIKELY, "project"), tuple(Verdict.LIKELY, "type"));
      assertThat(found.ruledOut())
          .singleElement()
          .satisfies(out -> assertThat(out.reason()).contains("but \"libs\" is local."));
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .noneMatch(sentence -> sentence.contains("was not looked up"));
    }

    @Test
    void doesNotOverruleWhatTheCallerSays() {
      platform
          .local("libs", ",'projectKey':'alpha'")
          .policy("p", BLOCK)
          .watch("w", "p", "{'type':'project','name':'beta'}");

      RequestedArtifact artifact =
          RequestedArtifact.builder().repository("libs").projectKey("beta").build();

      assertThat(platform.downloads().explain(artifact).causes()).hasSize(1);
    }

    @Test
    void isThatOfTheCacheIfNoneHasTheKey() {
      platform
          .remote("pypi")
          .policy("p", BLOCK)
          .watch("w", "p", "{'type':'repository','name':'pypi'}");

      BlockExplanation found = platform.explain("pypi-cache", "x.whl");

      assertThat(found.causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(cause.reason())
            .contains("covers remote repository \"pypi\", whose cache is \"pypi-cache\"");
      });
      assertThat(platform.requests(REPOSITORIES))
          .extracting(RecordedRequest::path)
          .containsExactly(REPOSITORIES + "pypi-cache", REPOSITORIES + "pypi");
    }

    @Test
    void isTheOneWithTheExactKeyFirst() {
      platform
          .local("build-cache", "")
          .remote("build")
          .policy("p", BLOCK)
          .watch("w", "p", repository("build", "remote"))
          .watch("v", "p", repository("build-cache", "local"));

      assertThat(platform.explain("build-cache", "x.whl").causes())
          .extracting(BlockCause::watch)
          .containsExactly("v");
      assertThat(platform.requests(REPOSITORIES)).hasSize(1);
    }

    @Test
    void isNotThatOfTheCacheIfThatIsNotRemote() {
      platform
          .local("build", ",'projectKey':'alpha'")
          .put(
              Kind.INDEXED_REPOSITORIES,
              "{'bin_mgr_id':'default','indexed_repos':[{'name':'build','type':'local'}]}")
          .policy("p", BLOCK)
          .watch("w", "p", "{'type':'project','name':'alpha'}");

      BlockExplanation found = platform.explain("build-cache", "x.jar");

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.POSSIBLE);
      assertThat(found.notChecked())
          .extracting(NotChecked::what)
          .contains(NotChecked.Subject.REPOSITORY);
    }

    @Test
    void thatXrayIndexesLacksNothingIfTheCallerSaysItsProject() {
      platform
          .put(
              Kind.INDEXED_REPOSITORIES,
              "{'bin_mgr_id':'default','indexed_repos':[{'name':'libs','type':'local'}]}")
          .policy("p", BLOCK)
          .watch("w", "p", repository("libs", "local"));
      RequestedArtifact.Builder asked =
          RequestedArtifact.builder().repository("libs").path("a/b.jar");

      BlockExplanation open = platform.downloads().explain(asked.build());
      BlockExplanation said =
          platform.downloads().explain(asked.projectKey("alpha").build());

      assertThat(open.notChecked())
          .extracting(NotChecked::what)
          .contains(NotChecked.Subject.REPOSITORY_PROJECT);
      assertThat(said.notChecked())
          .extracting(NotChecked::what)
          .doesNotContain(NotChecked.Subject.REPOSITORY_PROJECT, NotChecked.Subject.REPOSITORY);
      assertThat(said.nextSteps())
          .extracting(NextStep::kind)
          .doesNotContain(NextStep.Kind.INDEX_REPOSITORY);
    }

    @Test
    void isReadFromWhatXrayIndexesIfArtifactoryDoesNotShowIt() {
      platform
          .put(
              Kind.INDEXED_REPOSITORIES,
              "{'bin_mgr_id':'default','indexed_repos':[{'name':'pypi','type':'remote',"
                  + "'pkg_type':'Pypi'}],'non_indexed_repos':[{'name':'libs','type':'local',"
                  + "'pkg_type':'Maven'}]}")
          .policy("p", BLOCK)
          .watch("w", "p", allRepositories("{'type':'package-type','value':'pypi'}"));
      platform.server.forbid("/artifactory");

      BlockExplanation remote = platform.explain("pypi-cache", "x.whl");
      BlockExplanation local = platform.explain();

      assertThat(remote.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(local.causes()).isEmpty();
      assertThat(local.nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.contains("Have the repository indexed"));
      assertThat(remote.notChecked())
          .extracting(NotChecked::sentence)
          .anyMatch(sentence ->
              sentence.startsWith("The repository was not looked up in Artifactory, because GET ")
                  && sentence.contains("answered 403: Permission denied. Its project may therefore"
                      + " not be known."));
    }
  }

  @Nested
  class VirtualRepository {
    @Test
    void standsForItsMembers() {
      platform
          .put(
              Kind.REPOSITORIES,
              "{'key':'all','rclass':'virtual','packageType':'maven',"
                  + "'repositories':['libs','more','all']}")
          .put(
              Kind.REPOSITORIES,
              "{'key':'more','rclass':'virtual','packageType':'maven','repositories':['pypi']}")
          .local("libs", "")
          .remote("pypi")
          .policy("p", BLOCK)
          .watch("one", "p", repository("pypi", "remote"))
          .watch("every", "p", allRepositories());

      BlockExplanation found = platform.explain("all", "x.whl");

      assertThat(found.repository()).contains("all");
      assertThat(found.causes())
          .extracting(BlockCause::watch, BlockCause::verdict)
          .containsExactly(tuple("every", Verdict.LIKELY), tuple("one", Verdict.LIKELY));
      assertThat(found.causes().get(0).reason()).endsWith("from its member \"libs\" or \"pypi\".");
      assertThat(found.causes().get(1).reason()).endsWith("from its member \"pypi\".");
      assertThat(platform.requests("/xray/api/v1/violations"))
          .singleElement()
          .satisfies(request -> assertThat(request.json().at("/filters/resources/artifacts"))
              .extracting(artifact -> artifact.get("repo").asText())
              .containsExactly("libs", "pypi-cache", "pypi"));
    }

    @Test
    void hasTheSurestMembersNamedOnly() {
      platform
          .put(
              Kind.REPOSITORIES,
              "{'key':'all','rclass':'virtual','repositories':['unseen','libs']}")
          .local("libs", ",'projectKey':'alpha'")
          .policy("p", BLOCK)
          .watch("w", "p", "{'type':'project','name':'alpha'}");

      assertThat(platform.explain("all", "a.jar").causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(cause.member()).contains("libs");
        assertThat(cause.reason()).doesNotContain("unseen");
      });
    }

    @Test
    void hasItsFilesLookedUpByItsOwnKey() {
      platform
          .put(Kind.REPOSITORIES, "{'key':'all','rclass':'virtual','repositories':['libs']}")
          .local("libs", "")
          .put(Kind.STORED_FILES, "{'repo':'all','path':'a/b.jar','mimeType':'application/gzip'}")
          .policy("p", BLOCK)
          .watch("w", "p", allRepositories("{'type':'mime-type','value':'application/gzip'}"));

      assertThat(platform.explain("all", "a/b.jar").causes())
          .extracting(BlockCause::verdict)
          .containsExactly(Verdict.LIKELY);
    }

    @Test
    void hasMembersThatTheListDoesNotContainNamedAsUnknown() {
      String members =
          IntStream.range(0, 50).mapToObj(i -> "'m" + i + "'").collect(Collectors.joining(","));
      platform
          .put(
              Kind.REPOSITORIES,
              "{'key':'all','rclass':'virtual','packageType':'npm','repositories':[" + members
                  + "]}")
          .policy("p", BLOCK)
          .watch("w", "p", repository("m49", "local"));

      BlockExplanation found = platform.explain("all", "x.tgz");

      assertThat(found.causes()).extracting(BlockCause::watch).containsExactly("w");
      assertThat(platform.requests(REPOSITORIES)).hasSize(1);
      assertThat(found.isComplete()).isFalse();
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .anyMatch(sentence ->
              sentence.startsWith("Some members") && sentence.contains(": \"m0\", \"m1\""));
    }
  }

  @Nested
  class File {
    private final String mime = "{'type':'mime-type','value':'application/java-archive'}";
    private final String property = "{'type':'property','value':{'key':'stage','value':'dev'}}";

    @Test
    void isNotLookedUpIfNoFilterAsks() {
      platform.policy("p", BLOCK).watch("w", "p", allRepositories());

      platform.explain();

      assertThat(platform.requests("/artifactory/api/storage")).isEmpty();
    }

    @Test
    void decidesFiltersOnItsTypeAndProperties() {
      platform
          .local("libs", "")
          .put(
              Kind.STORED_FILES,
              "{'repo':'libs','path':'a/b.jar','mimeType':'application/java-archive',"
                  + "'properties':{'stage':['prod','dev']}}")
          .policy("p", BLOCK)
          .watch("both", "p", allRepositories(mime, property))
          .watch("other", "p", allRepositories(property.replace("dev", "test")));

      BlockExplanation found = platform.explain();

      assertThat(found.causes())
          .extracting(BlockCause::watch, BlockCause::verdict)
          .containsExactly(tuple("both", Verdict.LIKELY));
      assertThat(found.ruledOut())
          .singleElement()
          .satisfies(
              out -> assertThat(out.reason()).contains("property \"stage=test\", which the file"));
      assertThat(platform.requests("/artifactory/api/storage")).hasSize(2);
    }

    @Test
    void isLookedUpOnlyForWhatAFilterAsksAndTheCallerDoesNotSay() {
      platform.local("libs", "").policy("p", BLOCK).watch("w", "p", allRepositories(mime));
      platform.put(
          Kind.STORED_FILES,
          "{'repo':'libs','path':'a/b.jar','mimeType':'application/java-archive'}");
      RequestedArtifact.Builder asked =
          RequestedArtifact.builder().repository("libs").path("a/b.jar");

      BlockExplanation read = platform.downloads().explain(asked.build());

      assertThat(read.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(platform.requests("/artifactory/api/storage")).hasSize(1);

      BlockExplanation said =
          platform.downloads().explain(asked.mimeType("text/plain").build());

      assertThat(said.ruledOut()).extracting(RuledOut::fact).containsExactly(RuledOut.Fact.FILTER);
      assertThat(platform.requests("/artifactory/api/storage")).hasSize(1);
    }

    @Test
    void isLookedUpOnlyForItsPropertiesIfNoFilterTestsItsMimeType() {
      platform
          .local("libs", "")
          .put(
              Kind.STORED_FILES,
              "{'repo':'libs','path':'a/b.jar','mimeType':'application/java-archive',"
                  + "'properties':{'stage':['dev']}}")
          .policy("p", BLOCK)
          .watch("w", "p", allRepositories(property));

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(platform.requests("/artifactory/api/storage")).hasSize(1);
    }

    @Test
    void isLookedUpOnceForTwoRefusals() {
      platform
          .local("libs", "")
          .put(
              Kind.STORED_FILES,
              "{'repo':'libs','path':'a/b.jar','mimeType':'application/java-archive'}")
          .policy("p", BLOCK)
          .watch("w", "p", allRepositories(mime));
      BlockedDownload refusal =
          RefusalLog.parse(Platform.refusal("libs", "a/b.jar")).refusals().get(0);

      assertThat(platform.downloads().explain(List.of(refusal, refusal)))
          .flatExtracting(BlockExplanation::causes)
          .hasSize(2);
      assertThat(platform.requests("/artifactory/api/storage")).hasSize(1);
    }

    @Test
    void isNotLookedUpForAWatchThatIsOffOrRuledOutAnyway() {
      String nowhere = "{'type':'path-regex','value':'nowhere'}";
      platform
          .local("libs", "")
          .policy("p", BLOCK)
          .watch("off", "'active':false", "p", allRepositories(mime))
          .watch("out", "p", allRepositories(mime, nowhere));

      platform.explain();

      assertThat(platform.requests("/artifactory/api/storage")).isEmpty();
    }

    @Test
    void leavesThemOpenIfItCannotBeSeen() {
      platform.policy("p", BLOCK).watch("w", "p", allRepositories(mime, property));

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.POSSIBLE);
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .anyMatch(sentence ->
              sentence.startsWith("The MIME type of the file was not looked up, because"))
          .anyMatch(
              sentence -> sentence.startsWith("The properties of the file were not looked up"));
    }
  }

  @Nested
  class Artifactory {
    private final String elsewhere =
        "{'type':'repository','name':'libs','bin_mgr_id':'eu','repo_type':'local'}";

    @Test
    void isTheOneThatAloneHasTheRepository() {
      platform
          .put(
              Kind.INDEXED_REPOSITORIES,
              "[{'bin_mgr_id':'default','indexed_repos':[{'name':'libs'}]},"
                  + "{'bin_mgr_id':'eu','indexed_repos':[{'name':'other'}]}]")
          .policy("p", BLOCK)
          .watch("w", "p", elsewhere);

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).isEmpty();
      assertThat(found.ruledOut())
          .extracting(RuledOut::reason)
          .containsExactly("Watch \"w\" does not apply: it covers repositories of the Artifactory"
              + " instance \"eu\", but this repository is in the instance \"default\".");
    }

    @Test
    void isFoundAmongThree() {
      platform
          .put(
              Kind.INDEXED_REPOSITORIES,
              "[{'bin_mgr_id':'default','indexed_repos':[]},"
                  + "{'bin_mgr_id':'eu','indexed_repos':[],'non_indexed_repos':[{'name':'libs'}]},"
                  + "{'bin_mgr_id':'us','indexed_repos':[]}]")
          .policy("p", BLOCK)
          .watch("w", "p", elsewhere)
          .watch("v", "p", elsewhere.replace("eu", "us"));

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).extracting(BlockCause::watch).containsExactly("w");
      assertThat(found.ruledOut())
          .extracting(RuledOut::fact)
          .containsExactly(RuledOut.Fact.OTHER_ARTIFACTORY);
    }

    @Test
    void isNotLookedForIfNoWatchNamesOne() {
      platform.local("libs", "").policy("p", BLOCK).watch("w", "p", elsewhere.replace("eu", ""));

      platform.explain();

      assertThat(platform.requests("/xray/api/v1/binMgr")).isEmpty();
    }

    @Test
    void isNotLookedForIfTheCallerSaysIt() {
      platform.policy("p", BLOCK).watch("w", "p", elsewhere);
      RequestedArtifact asked = RequestedArtifact.builder()
          .repository("libs")
          .path("a/b.jar")
          .binaryManagerId("eu")
          .build();

      BlockExplanation found = platform.downloads().explain(asked);

      assertThat(found.causes()).extracting(BlockCause::verdict).containsExactly(Verdict.LIKELY);
      assertThat(found.notChecked())
          .extracting(NotChecked::what)
          .doesNotContain(NotChecked.Subject.ARTIFACTORY_INSTANCE);
    }

    @Test
    void isLeftOpenIfOneThatAWatchNamesCannotBeSeen() {
      platform
          .put(
              Kind.INDEXED_REPOSITORIES,
              "{'bin_mgr_id':'default','indexed_repos':[{'name':'libs'}]}")
          .policy("p", BLOCK)
          .watch("w", "p", elsewhere);
      platform.server.forbid("/xray/api/v1/binMgr/eu");

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).hasSize(1);
      assertThat(found.notChecked())
          .extracting(NotChecked::what)
          .contains(NotChecked.Subject.ARTIFACTORY_INSTANCE);
    }

    @Test
    void mayBeFoundWithoutTheDefaultOneIfNoWatchNamesThat() {
      platform
          .local("libs", "")
          .put(Kind.INDEXED_REPOSITORIES, "{'bin_mgr_id':'eu','indexed_repos':[{'name':'libs'}]}")
          .policy("p", BLOCK)
          .watch("w", "p", elsewhere);
      platform.server.forbid("/xray/api/v1/binMgr/default");

      assertThat(platform.explain().notChecked())
          .extracting(NotChecked::what)
          .doesNotContain(NotChecked.Subject.ARTIFACTORY_INSTANCE);

      platform.watch("v", "p", elsewhere.replace("eu", "default"));

      assertThat(platform.explain().notChecked())
          .extracting(NotChecked::what)
          .contains(NotChecked.Subject.ARTIFACTORY_INSTANCE);
    }

    @Test
    void isLeftOpenIfWatchesNameTooMany() {
      platform.policy("p", BLOCK);
      for (String id : List.of("a", "b", "c")) {
        platform
            .put(Kind.INDEXED_REPOSITORIES, "{'bin_mgr_id':'" + id + "','indexed_repos':[]}")
            .watch(id, "p", elsewhere.replace("eu", id));
      }
      platform.put(
          Kind.INDEXED_REPOSITORIES,
          "{'bin_mgr_id':'a','indexed_repos':[],'non_indexed_repos':[{'name':'libs'}]}");

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).extracting(BlockCause::watch).containsExactly("a", "b", "c");
      assertThat(found.notChecked())
          .extracting(NotChecked::what)
          .contains(NotChecked.Subject.ARTIFACTORY_INSTANCE);
    }

    @Test
    void isLeftOpenIfSeveralHaveIt() {
      platform
          .put(
              Kind.INDEXED_REPOSITORIES,
              "[{'bin_mgr_id':'default','indexed_repos':[{'name':'libs'}]},"
                  + "{'bin_mgr_id':'eu','indexed_repos':[{'name':'libs'}]}]")
          .policy("p", BLOCK)
          .watch("w", "p", elsewhere);

      BlockExplanation found = platform.explain();

      assertThat(found.causes()).hasSize(1);
      assertThat(found.nextSteps())
          .extracting(NextStep::text)
          .anyMatch(step -> step.startsWith("Find out which Artifactory instance"));
      assertThat(found.notChecked())
          .extracting(NotChecked::sentence)
          .contains(
              "It is not known which Artifactory instance holds the repository, because more than one"
                  + " instance may hold it; the watches name \"eu\".");
    }
  }
}
