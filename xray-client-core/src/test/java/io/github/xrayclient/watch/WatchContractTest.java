package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchContractTest {
  private static List<JsonNode> each(String fixture) {
    JsonNode json = Fixtures.json(fixture);
    List<JsonNode> watches = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(watches::add);
    } else {
      watches.add(json);
    }
    return watches;
  }

  private static Watch first(String fixture) {
    return RoundTrip.read(each(fixture).get(0), Watch.class);
  }

  @Nested
  class Samples {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "watches/GET_watches_repository_200.json",
          "watches/GET_watches_all-repos_200.json",
          "watches/GET_watches_repository-made-up_200.json",
          "watches/GET_watches_all-repos-made-up_200.json",
          "watches/GET_watches_multi-artifactory_200.json",
          "watches/GET_watches_non-repository_200.json",
          "watches/GET_watches_nulls_200.json",
          "watches/GET_watches_project-all-repos_200.json",
          "watches/GET_watches_project-resources_200.json",
          "watches/GET_watches_resource-patterns_200.json",
          "watches/GET_watches_empty-texts_200.json",
          "watches/GET_{name}_every-filter_200.json",
          "watches/POST_watches_request.json"
        })
    void areKnownToTheLastFieldAndComeBackAsTheyWere(String fixture) {
      for (JsonNode json : each(fixture)) {
        Watch watch = RoundTrip.read(json, Watch.class);

        ExtrasWalker walker = ExtrasWalker.over(watch);
        assertThat(walker.unknown()).isEmpty();
        assertThat(walker.visited()).isGreaterThan(1);
        assertThat(Fixtures.withoutEmpty(RoundTrip.write(watch)))
            .isEqualTo(Fixtures.withoutEmpty(json));
        assertThat(watch.toBuilder().build()).isEqualTo(watch);
      }
    }

    @Test
    void keepAnObjectWithoutMembers() {
      JsonNode json = Fixtures.json("watches/GET_watches_repository_200.json").path(0);

      JsonNode written = RoundTrip.write(RoundTrip.read(json, Watch.class));

      assertThat(written.at("/ticket_generation/impact_path_profiles_mapping").isObject())
          .isTrue();
    }

    @Test
    void ofTheArticleIsReadFieldByField() {
      Watch watch = first("watches/GET_watches_all-repos_200.json");

      assertThat(watch.name()).isEqualTo("Test_watch");
      assertThat(watch.generalData().id()).hasValue("1234");
      assertThat(watch.generalData().active()).hasValue(true);
      assertThat(watch.resources()).singleElement().satisfies(resource -> {
        assertThat(resource.type()).isEqualTo(WatchResourceType.ALL_REPOSITORIES);
        assertThat(resource.name()).hasValue("All Repositories");
        assertThat(resource.binaryManagerId()).hasValue("default");
        assertThat(resource.repositoryClass()).isEmpty();
        assertThat(resource.filters()).isEmpty();
      });
      assertThat(watch.assignedPolicies()).singleElement().satisfies(policy -> {
        assertThat(policy.name()).isEqualTo("Test_policy");
        assertThat(policy.type()).hasValue(PolicyType.SECURITY);
      });
    }

    @Test
    void withNullsAndGapsAreReadAsEmpty() {
      List<JsonNode> watches = each("watches/GET_watches_nulls_200.json");

      Watch noResources = RoundTrip.read(watches.get(0), Watch.class);
      Watch bare = RoundTrip.read(watches.get(1), Watch.class);
      Watch nullFilters = RoundTrip.read(watches.get(3), Watch.class);

      assertThat(noResources.resources()).isEmpty();
      assertThat(noResources.assignedPolicies()).isEmpty();
      assertThat(bare.resources()).isEmpty();
      assertThat(bare.generalData().active()).isEmpty();
      assertThat(nullFilters.resources().get(0).filters()).isEmpty();
      assertThat(nullFilters.resources().get(0).binaryManagerId()).hasValue("");
      assertThat(nullFilters.assignedPolicies().get(0).type()).isEmpty();
    }

    @Test
    void withoutAnIdAreReadToo() {
      Watch watch =
          RoundTrip.read(Fixtures.parse("{\"general_data\":{\"name\":\"w\"}}"), Watch.class);

      assertThat(watch.generalData().id()).isEmpty();
    }

    @Test
    void ofTheFutureKeepTheirUnknownFieldsAndTypes() {
      JsonNode json =
          Fixtures.json("watches/GET_watches_unknown-types_200.json").path(0);
      Watch watch = RoundTrip.read(json, Watch.class);

      assertThat(ExtrasWalker.over(watch).unknown())
          .containsOnlyKeys(
              "$.generalData.owner_team",
              "$.projectResources.resources[0].weight",
              "$.assignedPolicies[0].scope");
      assertThat(watch.generalData().id()).hasValue("987");
      assertThat(watch.resources().get(0).type()).isEqualTo(WatchResourceType.of("mlRegistry"));
      assertThat(watch.resources().get(0).repositoryClass())
          .hasValue(RepositoryClass.of("federated"));
      assertThat(RoundTrip.numbersAsTexts(RoundTrip.write(watch)))
          .isEqualTo(RoundTrip.numbersAsTexts(json));
    }
  }

  @Nested
  class TheUnforeseen {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "watches/GET_watches_repository_200.json",
          "watches/GET_watches_all-repos_200.json",
          "watches/GET_watches_project-resources_200.json",
          "watches/GET_watches_resource-patterns_200.json",
          "watches/GET_watches_empty-texts_200.json",
          "watches/GET_{name}_every-filter_200.json"
        })
    void inMembersOfEveryObjectSurvives(String fixture) {
      for (JsonNode plain : each(fixture)) {
        JsonNode json = RoundTrip.withUnknownMembers(plain);

        JsonNode written = RoundTrip.write(RoundTrip.read(json, Watch.class));

        assertThat(Fixtures.withoutEmpty(written)).isEqualTo(Fixtures.withoutEmpty(json));
        assertThat(written.at("/general_data/x_after")).isEqualTo(json.path("x_after"));
        assertThat(written.at("/project_resources/resources/0/x_after"))
            .isEqualTo(json.path("x_after"));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "watches/GET_watches_repository_200.json",
          "watches/GET_watches_non-repository_200.json",
          "watches/GET_{name}_every-filter_200.json"
        })
    void inEveryTextSurvives(String fixture) {
      for (JsonNode plain : each(fixture)) {
        JsonNode json = RoundTrip.withUnknownTexts(plain);

        assertThat(Fixtures.withoutEmpty(RoundTrip.write(RoundTrip.read(json, Watch.class))))
            .isEqualTo(Fixtures.withoutEmpty(json));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "\"\"", "0", "false", "[null]", "{\"a\":null}", "1.50"})
    void inAFiltersValueSurvives(String value) {
      JsonNode json = Fixtures.parse("{\"type\":\"t\",\"value\":" + value + "}");

      assertThat(RoundTrip.write(RoundTrip.read(json, WatchFilter.class))).isEqualTo(json);
    }
  }

  @Nested
  class Filters {
    @Test
    void giveTheirTextOrTheirPatterns() {
      Watch watch = first("watches/GET_{name}_every-filter_200.json");
      List<WatchFilter> filters = watch.resources().get(0).filters();

      assertThat(filters.get(0).type()).isEqualTo(WatchFilterType.PACKAGE_TYPE);
      assertThat(filters.get(0).text()).hasValue("Npm");
      assertThat(filters.get(0).patterns()).isEmpty();
      assertThat(filters.get(4).text()).isEmpty();
      AntPatterns patterns = filters.get(5).patterns().orElseThrow();
      assertThat(patterns.includes()).containsExactly("acme/**");
      assertThat(patterns.excludes()).containsExactly("**/test/**");
    }

    @Test
    void readMissingAndNullPatternsAsNone() {
      Watch watch = first("watches/GET_{name}_every-filter_200.json");

      AntPatterns patterns =
          watch.resources().get(2).filters().get(0).patterns().orElseThrow();

      assertThat(patterns.includes()).isEmpty();
      assertThat(patterns.excludes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"IncludePatterns\":\"a\"}",
          "{\"IncludePatterns\":[1]}",
          "{\"ExcludePatterns\":{\"a\":\"b\"}}",
          "\"text\"",
          "[\"a\"]"
        })
    void claimNoPatternsWhereThereAreNone(String value) {
      WatchFilter filter = RoundTrip.read(
          Fixtures.parse("{\"type\":\"path-ant-patterns\",\"value\":" + value + "}"),
          WatchFilter.class);

      assertThat(filter.patterns()).isEmpty();
    }
  }
}
