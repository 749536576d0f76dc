package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.Watch;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which artifacts a watch covers, by what is known of them; JSON in it has single quotes. */
class CoverageRulesTest {
  private static final String ALL = "'type':'all-repos','name':'All Repositories'";
  private static final String BLOCK = "{'block_download':{'active':true}}";

  /** The verdict about the one watch, the fact that rules it out, or {@code nothing}. */
  private static String answer(String resources, String global, String known) {
    return answer(
        policies(policy("", BLOCK)),
        "[{'general_data':{'name':'w','active':true},'project_resources':{'resources':[" + resources
            + "],'global_filters':[" + global + "]},'assigned_policies':[{'name':'p'}]}]",
        known);
  }

  private static String answer(List<Policy> policies, String watches, String known) {
    BlockExplanation found = BlockIndex.of(policies, watches(watches)).explain(artifact(known));
    return Stream.concat(
            found.causes().stream().map(BlockCause::verdict),
            found.ruledOut().stream().map(RuledOut::fact))
        .map(Enum::name)
        .collect(Collectors.collectingAndThen(
            Collectors.joining(","), all -> all.isEmpty() ? "nothing" : all));
  }

  private static String filter(String type, String value) {
    return "{'type':'" + type + "','value':" + value + "}";
  }

  private static String policy(String more, String actions) {
    return "{'name':'p'" + more + ",'rules':[{'name':'r','actions':" + actions + "}]}";
  }

  private static List<Policy> policies(String... policies) {
    return Samples.policies(("[" + String.join(",", policies) + "]").replace('\'', '"'));
  }

  private static List<Watch> watches(String json) {
    return Samples.watches(json.replace('\'', '"'));
  }

  /** An artifact in {@code libs}, of which this is known: {@code path a/b.jar; class local}. */
  private static RequestedArtifact artifact(String known) {
    RequestedArtifact.Builder artifact = RequestedArtifact.builder().repository("libs");
    for (String fact : known == null ? new String[0] : known.split("; ")) {
      String value = fact.substring(fact.indexOf(' ') + 1);
      switch (fact.substring(0, fact.indexOf(' '))) {
        case "repository":
          artifact.repository(value);
          break;
        case "path":
          artifact.path(value);
          break;
        case "class":
          artifact.repositoryClass(RepositoryClass.of(value));
          break;
        case "package":
          artifact.packageType(PackageType.of(value));
          break;
        case "project":
          artifact.projectKey(value);
          break;
        case "outside":
          artifact.outsideProjects(true);
          break;
        case "manager":
          artifact.binaryManagerId(value);
          break;
        case "mime":
          artifact.mimeType(value);
          break;
        default:
          artifact.properties(Map.of("k", List.of(value, "other")));
      }
    }
    return artifact.build();
  }

  @Nested
  class Filter {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "mime-type         | 'application/gzip'                | mime application/gzip | LIKELY",
          "mime-type         | 'application/gzip'                | mime text/plain       | FILTER",
          "mime-type         | 'application/gzip'                |                       | POSSIBLE",
          "mime-type         | 7                                 | mime text/plain       | POSSIBLE",
          "package-type      | 'Maven'                           | package maven         | LIKELY",
          "package-type      | 'Maven'                           | package npm           | FILTER",
          "package-type      | {}                                | package npm           | POSSIBLE",
          "package-type      | 'golang'                          | package go            | LIKELY",
          "package-type      | 'Rubygems'                        | package gems          | LIKELY",
          "package-type      | 'Rpm'                             | package yum           | LIKELY",
          "package-type      | 'HuggingFace'                     | package huggingfaceml | LIKELY",
          "package-type      | 'Maven'                           | package gradle        | POSSIBLE",
          "package-type      | 'Docker'                          | package oci           | POSSIBLE",
          "package-type      | 'Docker'                          | package npm           | FILTER",
          "package-type      | 'Npm'                             | package newkind       | POSSIBLE",
          "property          | {'key':'k','value':'v'}           | properties v          | LIKELY",
          "property          | {'key':'k','value':'v'}           | properties w          | FILTER",
          "property          | {'key':'l','value':'v'}           | properties v          | FILTER",
          "property          | {'key':'k','value':'v'}           |                       | POSSIBLE",
          "property          | 'k=v'                             | properties v          | POSSIBLE",
          "regex             | '^b[.]jar$'                       | path a/b.jar          | LIKELY",
          "regex             | '^a'                              | path a/b.jar          | FILTER",
          "regex             | 'b'                               | path b.jar            | LIKELY",
          "regex             | 'b'                               |                       | POSSIBLE",
          "path-regex        | '^a/b'                            | path a/b.jar          | LIKELY",
          "path-regex        | '^a/b'                            | path /a/b.jar         | LIKELY",
          "path-regex        | 'libs'                            | path a/b.jar          | FILTER",
          "path-regex        | 'a'                               |                       | POSSIBLE",
          "path-ant-patterns | {'IncludePatterns':['a/*']}       | path a/b.jar          | LIKELY",
          "path-ant-patterns | {'IncludePatterns':['a']}         | path a/b.jar          | FILTER",
          "path-ant-patterns | {'IncludePatterns':['x','a/**']}  | path a/b.jar          | LIKELY",
          "path-ant-patterns | {'IncludePatterns':[]}            | path a/b.jar          | LIKELY",
          "path-ant-patterns | {'ExcludePatterns':['x/**']}      | path a/b.jar          | LIKELY",
          "path-ant-patterns | {'ExcludePatterns':['a/**']}      | path a/b.jar          | FILTER",
          "path-ant-patterns | {'IncludePatterns':['a/**']}      |                       | POSSIBLE",
          "path-ant-patterns | {'IncludePatterns':['/a/**']}     | path a/b.jar          | POSSIBLE",
          "path-ant-patterns | {'IncludePatterns':['']}          | path a/b.jar          | POSSIBLE",
          "path-ant-patterns | {'ExcludePatterns':['/a/**']}     | path a/b.jar          | POSSIBLE",
          "path-ant-patterns | {'ExcludePatterns':['']}          | path a/b.jar          | POSSIBLE",
          "path-ant-patterns | 'a/**'                            | path a/b.jar          | POSSIBLE",
          "ant-patterns      | {'IncludePatterns':['x']}         | path a/b.jar          | POSSIBLE",
          "later             | 'x'                               | path a/b.jar          | POSSIBLE"
        })
    void letsAnArtifactPassOrIsOpenForWantOfAFact(
        String type, String value, String known, String answer) {
      String filter = filter(type, value);

      assertThat(answer("{" + ALL + ",'filters':[" + filter + "]}", "", known)).isEqualTo(answer);
      assertThat(answer("{" + ALL + "}", filter, known)).as("for all resources").isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "path-ant-patterns | {'IncludePatterns':['acme/web/v3']}               | LIKELY",
          "path-ant-patterns | {'IncludePatterns':['acme/web']}                  | LIKELY",
          "path-ant-patterns | {'IncludePatterns':['acme']}                      | FILTER",
          "path-ant-patterns | {'ExcludePatterns':['acme/web/v3/manifest.json']} | FILTER",
          "path-ant-patterns | {'ExcludePatterns':['acme/web']}                  | POSSIBLE",
          "path-regex        | 'web$'                                            | LIKELY",
          "path-regex        | 'v3$'                                             | LIKELY",
          "path-regex        | 'acme$'                                           | FILTER"
        })
    void isTestedOnTheFoldersOfAnImageToo(String type, String value, String answer) {
      String resource = "{" + ALL + ",'filters':[" + filter(type, value) + "]}";

      assertThat(answer(resource, "", "path acme/web/v3/manifest.json")).isEqualTo(answer);
    }

    @Test
    void hasNoFolderOfAnImageAtTheTop() {
      String filter = filter("path-ant-patterns", "{'IncludePatterns':['web']}");

      assertThat(answer("{" + ALL + "}", filter, "path web/manifest.json")).isEqualTo("LIKELY");
      assertThat(answer("{" + ALL + "}", filter, "path web/other.json")).isEqualTo("FILTER");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "'branch_filter':'main'      | POSSIBLE",
          "'later':['x']               | POSSIBLE",
          "'later_patterns':[]         | LIKELY",
          "'exclude_archives':false    | LIKELY",
          "'display_name':'Everything' | LIKELY"
        })
    void mayBeAFieldThatTheLibraryDoesNotKnow(String field, String answer) {
      assertThat(answer("{" + ALL + "," + field + "}", "", "path a/b.jar")).isEqualTo(answer);
    }

    @Test
    void thatFailsDecidesWhateverTheOthersDependOn() {
      String open = filter("mime-type", "'text/plain'");
      String failing = filter("path-regex", "'nowhere'");

      assertThat(answer("{" + ALL + "}", open + "," + failing, "path a")).isEqualTo("FILTER");
      assertThat(answer("{" + ALL + "}", failing + "," + open, "path a")).isEqualTo("FILTER");
    }
  }

  @Nested
  class Resource {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "'type':'repository','name':'libs'                     |                   | LIKELY",
          "'type':'repository','name':'libs','repo_type':'local' | class local       | LIKELY",
          "'type':'repository','name':'libs','repo_type':'local' | class federated   | LIKELY",
          "'type':'repository','name':'libs','repo_type':'local' | class remote"
              + " | OTHER_REPOSITORY_CLASS",
          "'type':'repository','name':'libs'                     | class remote      | LIKELY",
          "'type':'repository','name':'Libs'                     |                   | nothing",
          "'type':'repository','name':'x','repo_type':'remote'   | repository x-cache | LIKELY",
          "'type':'repository','name':'x'     | repository x-cache; class remote      | LIKELY",
          "'type':'repository','name':'x'     | repository x-cache                    | POSSIBLE",
          "'type':'repository','name':'x'     | repository x-cache; class local       | nothing",
          "'type':'repository','name':'x','repo_type':'local'    | repository x-cache | nothing",
          "'type':'repository','name':''      | repository -cache                     | nothing",
          "'type':'all-repos'                                    | outside projects  | LIKELY",
          "'type':'project','name':'a'                           | project a         | LIKELY",
          "'type':'project','name':'a'                           | project b         | OTHER_PROJECT",
          "'type':'project','name':'a'                           | outside projects  | OTHER_PROJECT",
          "'type':'project','name':'a'                           |                   | POSSIBLE",
          "'type':'all-projects'                                 | project a         | LIKELY",
          "'type':'all-projects'                                 | outside projects  | NO_PROJECT",
          "'type':'all-projects'                                 |                   | POSSIBLE",
          "'type':'all-builds'                                   |                   | nothing",
          "'type':'releaseBundleV2','name':'libs'                |                   | nothing",
          "'type':'later','name':'libs'                          |                   | POSSIBLE",
          "'type':'all-repos','bin_mgr_id':'eu'                  | manager eu        | LIKELY",
          "'type':'all-repos','bin_mgr_id':'eu'  | manager us        | OTHER_ARTIFACTORY",
          "'type':'all-repos','bin_mgr_id':''                    | manager us        | LIKELY",
          "'type':'all-repos'                                    | manager us        | LIKELY",
          "'type':'all-repos','bin_mgr_id':'eu'                  |                   | LIKELY",
          "'type':'repository','name':'libs','repo_type':''      | class remote      | LIKELY",
          "'type':'repository','name':'x','repo_type':''   | repository x-cache      | POSSIBLE",
          "'type':'project','name':''                            | outside projects  | POSSIBLE",
          "'type':'project'                                      | project a         | POSSIBLE",
          "'type':'all-repos','bin_mgr_id':' '                   | manager us        | LIKELY"
        })
    void coversWhatItNamesAsFarAsIsKnown(String resource, String known, String answer) {
      assertThat(answer("{" + resource + "}", "", known)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "'include_patterns':[],'exclude_patterns':[]         | path a/b.jar | LIKELY",
          "'include_patterns':['a/**']                         | path a/b.jar | LIKELY",
          "'include_patterns':['x/**','a/**']                  | path a/b.jar | LIKELY",
          "'include_patterns':['x/**']                         | path a/b.jar | POSSIBLE",
          "'exclude_patterns':['x/**']                         | path a/b.jar | LIKELY",
          "'exclude_patterns':['**/*.jar']                     | path a/b.jar | POSSIBLE",
          "'include_patterns':['a/**'],'exclude_patterns':['a/b.*'] | path a/b.jar | POSSIBLE",
          "'include_patterns':['a/**']                         |              | POSSIBLE",
          "'exclude_patterns':['a/**']                         |              | POSSIBLE"
        })
    void isNarrowedByItsOwnPatterns(String patterns, String known, String answer) {
      assertThat(answer("{'type':'all-repos'," + patterns + "}", "", known)).isEqualTo(answer);
      assertThat(answer("{'type':'repository','name':'libs'," + patterns + "}", "", known))
          .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"project a1, LIKELY", "project b, POSSIBLE", "outside projects, NO_PROJECT"})
    void onAllProjectsIsNarrowedByPatternsOfItsOwn(String known, String answer) {
      assertThat(answer("{'type':'all-projects','include_patterns':['a?']}", "", known))
          .isEqualTo(answer);
    }

    @Test
    void ofAnotherTypeIsOpenIfItHasPatternsOfItsOwn() {
      assertThat(answer("{'type':'project','name':'a','include_patterns':['a']}", "", "project a"))
          .isEqualTo("POSSIBLE");
      assertThat(answer("{'type':'later','include_patterns':['a']}", "", "path a/b.jar"))
          .isEqualTo("POSSIBLE");
    }

    @Test
    void saysWhichOfItsPatternsDecided() {
      String watch = "[{'general_data':{'name':'w','active':true},'project_resources':{'resources':"
          + "[{'type':'all-repos','include_patterns':['a/**'],'exclude_patterns':['%s']}]},"
          + "'assigned_policies':[{'name':'p'}]}]";
      BlockExplanation covered = BlockIndex.of(
              policies(policy("", BLOCK)), watches(String.format(watch, "x/**")))
          .explain(artifact("path a/b.jar"));
      BlockExplanation excluded = BlockIndex.of(
              policies(policy("", BLOCK)), watches(String.format(watch, "**/*.jar")))
          .explain(artifact("path a/b.jar"));
      BlockExplanation open = BlockIndex.of(
              policies(policy("", BLOCK)), watches(String.format(watch, "x/**")))
          .explain(artifact("class local"));

      assertThat(covered.causes().get(0).reason())
          .contains(
              "its filter by patterns (include \"a/**\", exclude \"x/**\") matches the artifact");
      assertThat(excluded.ruledOut()).isEmpty();
      assertThat(excluded.causes().get(0).reason())
          .contains("the patterns of the resource, whose meaning is not documented, do not exclude"
              + " the artifact although the path matches its exclude patterns \"**/*.jar\"");
      assertThat(open.causes().get(0).reason())
          .contains(
              "the path, which is not known, matches the watch's filter by patterns (include \"a/**\"");
    }

    @ParameterizedTest
    @CsvSource({"project a1, LIKELY", "project b, FILTER", "outside projects, NO_PROJECT"})
    void onAllProjectsIsNarrowedByTheirKeys(String known, String answer) {
      String keys = filter("ant-patterns", "{'IncludePatterns':['a?']}");

      assertThat(answer("{'type':'all-projects','filters':[" + keys + "]}", "", known))
          .isEqualTo(answer);
    }

    @Test
    void thatCoversIsEnoughWhateverTheOthersOfTheWatchAreOn() {
      String libs = "{'type':'repository','name':'libs'}";
      String other = "{'type':'project','name':'b'}";
      String builds = "{'type':'all-builds'}";

      assertThat(answer(other + "," + builds + "," + libs, "", "project a")).isEqualTo("LIKELY");
      assertThat(answer(builds + "," + other, "", "project a")).isEqualTo("OTHER_PROJECT");
      assertThat(answer(
              "{'type':'repository','name':'x','repo_type':'local'}," + other,
              "",
              "repository x-cache; project a"))
          .isEqualTo("OTHER_PROJECT");
    }
  }

  @Nested
  class SeveralWatches {
    private static final String LIBS = "'type':'repository','name':'libs'";

    private BlockExplanation explain(String active, String resources, String... names) {
      String watches = Stream.of(names)
          .map(name -> "{'general_data':{'name':'" + name + "','active':" + active
              + "},'project_resources':{'resources':[" + resources
              + "]},'assigned_policies':[{'name':'p'}]}")
          .collect(Collectors.joining(",", "[", "]"));
      return BlockIndex.of(policies(policy("", BLOCK)), watches(watches))
          .explain(artifact("path a/b.jar"));
    }

    @Test
    void areRuledOutByNoResourceIfTheyCoverByAnother() {
      String nowhere = filter("path-regex", "'nowhere'");
      String resources = "{" + LIBS + ",'filters':[" + nowhere + "]},{" + ALL + "}";

      BlockExplanation found = explain("true", resources, "w", "v");

      assertThat(found.causes()).extracting(BlockCause::watch).containsExactly("v", "w");
      assertThat(found.ruledOut()).isEmpty();
    }

    @Test
    void areRuledOutInTheOrderOfTheServerEachOnce() {
      BlockExplanation found = explain("false", "{" + ALL + "},{" + LIBS + "}", "w", "v", "x");

      assertThat(found.ruledOut()).extracting(RuledOut::watch).containsExactly("w", "v", "x");
    }

    @Test
    void areTakenInTheOrderOfTheServerWhateverTheyName() {
      String watch = "{'general_data':{'name':'%s','active':false},'project_resources':"
          + "{'resources':[{%s}]},'assigned_policies':[{'name':'p'}]}";
      String watches = "[" + String.format(watch, "named", LIBS) + ","
          + String.format(watch, "wide", ALL) + "," + String.format(watch, "again", LIBS) + "]";

      BlockExplanation found =
          BlockIndex.of(policies(policy("", BLOCK)), watches(watches)).explain(artifact(null));

      assertThat(found.ruledOut())
          .extracting(RuledOut::watch)
          .containsExactly("named", "wide", "again");
    }
  }

  @Nested
  class PolicyOfAWatch {
    private String answer(String project, String... policies) {
      String general = "'name':'w','active':true" + project;
      return CoverageRulesTest.answer(
          policies(policies),
          "[{'general_data':{" + general + "},'project_resources':{'resources':[{" + ALL
              + "}]},'assigned_policies':[{'name':'p'}]}]",
          "project dev");
    }

    @Test
    void isThatOfItsProjectIfThereIsOne() {
      String global = policy("", BLOCK);
      String harmless = policy(",'project_key':'dev'", "{'fail_build':true}");

      assertThat(answer(",'project_key':'dev'", global, harmless)).isEqualTo("nothing");
      assertThat(answer(",'project_key':'dev'", global)).isEqualTo("LIKELY");
    }

    @Test
    void isNeverThatOfAnotherProject() {
      String global = policy("", "{'fail_build':true}");
      String blocking = policy(",'project_key':'dev'", BLOCK);

      assertThat(answer("", global, blocking)).isEqualTo("nothing");
    }
  }
}
