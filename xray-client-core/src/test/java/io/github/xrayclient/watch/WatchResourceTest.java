package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the factories of resources and filters make, as JSON. */
class WatchResourceTest {
  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static WatchResource resource(String text) {
    return RoundTrip.read(json(text), WatchResource.class);
  }

  static Stream<Arguments> resources() {
    String one = "{'type':'%s','name':'%s','bin_mgr_id':'default'}";
    return Stream.of(
        Arguments.of(
            WatchResource.repository("libs", RepositoryClass.LOCAL),
            "{'type':'repository','name':'libs','bin_mgr_id':'default','repo_type':'local'}"),
        Arguments.of(
            WatchResource.repository("hub", RepositoryClass.REMOTE),
            "{'type':'repository','name':'hub','bin_mgr_id':'default','repo_type':'remote'}"),
        Arguments.of(
            WatchResource.allRepositories(), String.format(one, "all-repos", "All Repositories")),
        Arguments.of(WatchResource.project("alpha"), "{'type':'project','name':'alpha'}"),
        Arguments.of(
            WatchResource.allProjects(), String.format(one, "all-projects", "All Projects")),
        Arguments.of(WatchResource.build("b 1"), String.format(one, "build", "b 1")),
        Arguments.of(
            WatchResource.build("b", "alpha"),
            "{'type':'build','name':'b','bin_mgr_id':'default','build_repo':'alpha-build-info'}"),
        Arguments.of(WatchResource.allBuilds(), String.format(one, "all-builds", "All Builds")),
        Arguments.of(WatchResource.releaseBundle("rb"), String.format(one, "releaseBundle", "rb")),
        Arguments.of(
            WatchResource.allReleaseBundles(),
            String.format(one, "all-releaseBundles", "All Release Bundles")),
        Arguments.of(
            WatchResource.releaseBundleV2("rb"), String.format(one, "releaseBundleV2", "rb")),
        Arguments.of(
            WatchResource.allReleaseBundlesV2(),
            String.format(one, "all-releaseBundlesV2", "All Release Bundles V2")),
        Arguments.of(
            WatchResource.gitRepository("git-host/org/repo.git"),
            String.format(one, "gitRepository", "git-host/org/repo.git")));
  }

  static Stream<Arguments> filters() {
    return Stream.of(
        Arguments.of(WatchFilter.fileName(".*\\.tgz$"), "{'type':'regex','value':'.*\\\\.tgz$'}"),
        Arguments.of(WatchFilter.path("acme/"), "{'type':'path-regex','value':'acme/'}"),
        Arguments.of(WatchFilter.packageType("NuGet"), "{'type':'package-type','value':'NuGet'}"),
        Arguments.of(
            WatchFilter.mimeType("text/plain"), "{'type':'mime-type','value':'text/plain'}"),
        Arguments.of(
            WatchFilter.property("qa.state", "Open"),
            "{'type':'property','value':{'key':'qa.state','value':'Open'}}"),
        Arguments.of(
            WatchFilter.patterns(
                WatchFilterType.PATH_ANT_PATTERNS, List.of("a/**", "b"), List.of()),
            "{'type':'path-ant-patterns','value':"
                + "{'IncludePatterns':['a/**','b'],'ExcludePatterns':[]}}"),
        Arguments.of(
            WatchFilter.patterns(WatchFilterType.ANT_PATTERNS, List.of(), List.of("x*")),
            "{'type':'ant-patterns','value':"
                + "{'IncludePatterns':[],'ExcludePatterns':['x*']}}"));
  }

  static Stream<Function<String, Object>> named() {
    return Stream.of(
        name -> WatchResource.repository(name, RepositoryClass.LOCAL),
        WatchResource::project,
        WatchResource::build,
        name -> WatchResource.build(name, "p"),
        name -> WatchResource.build("b", name),
        WatchResource::releaseBundle,
        WatchResource::releaseBundleV2,
        WatchResource::gitRepository,
        WatchFilter::fileName,
        WatchFilter::path,
        WatchFilter::packageType,
        WatchFilter::mimeType,
        key -> WatchFilter.property(key, "v"),
        value -> WatchFilter.property("k", value),
        pattern -> WatchResource.allRepositories().include(pattern),
        pattern -> WatchResource.allRepositories().exclude("a", pattern));
  }

  @ParameterizedTest
  @MethodSource({"resources", "filters"})
  void isMadeAsServersWantIt(Object made, String expected) {
    assertThat(RoundTrip.write(made)).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @MethodSource("named")
  void refusesABlankText(Function<String, Object> factory) {
    for (String text : List.of("", " ", "a\u0007b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> factory.apply(text));
    }
  }

  @Nested
  class Patterns {
    @Test
    void areOfPathsForRepositories() {
      WatchResource resource = WatchResource.repository("libs", RepositoryClass.LOCAL)
          .include("**/*.jar")
          .exclude("**/test/**");

      assertThat(RoundTrip.write(resource).path("filters"))
          .isEqualTo(json("[{'type':'path-ant-patterns','value':"
              + "{'IncludePatterns':['**/*.jar'],'ExcludePatterns':['**/test/**']}}]"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"all-builds", "all-projects", "all-releaseBundlesV2", "gitRepository", "odd"})
    void areOfNamesForOthers(String type) {
      WatchResource resource = resource("{'type':'" + type + "','name':'x'}").include("a*", "b*");

      assertThat(RoundTrip.write(resource))
          .isEqualTo(json("{'type':'" + type + "','name':'x','filters':[{'type':'ant-patterns',"
              + "'value':{'IncludePatterns':['a*','b*'],'ExcludePatterns':[]}}]}"));
    }

    @Test
    void areAddedToThoseThatAreThereInTheirPlace() {
      WatchResource resource = resource("{'type':'all-repos','y':2,'filters':["
          + "{'type':'regex','value':'a'},{'type':'path-ant-patterns','x':1,'value':"
          + "{'ExcludePatterns':['e'],'IncludePatterns':['i']}},{'type':'odd','value':[1]}]}");

      assertThat(RoundTrip.write(resource.include("j", "i").exclude("f")))
          .isEqualTo(json("{'type':'all-repos','y':2,'filters':["
              + "{'type':'regex','value':'a'},{'type':'path-ant-patterns','x':1,'value':"
              + "{'ExcludePatterns':['e','f'],'IncludePatterns':['i','j','i']}},"
              + "{'type':'odd','value':[1]}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'ExcludePatterns':null}", "{'IncludePatterns':[]}", "{}"})
    void areAddedToNullOrMissingLists(String value) {
      WatchResource resource = resource("{'type':'all-repos','filters':[{'type':"
          + "'path-ant-patterns','value':" + value + "}]}");

      assertThat(RoundTrip.write(resource.include("i")).at("/filters"))
          .isEqualTo(json("[{'type':'path-ant-patterns','value':"
              + "{'IncludePatterns':['i'],'ExcludePatterns':[]}}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "{'IncludePatterns':'a'}", "{'IncludePatterns':[1]}", "[]"})
    void leaveAValueOfAnotherShapeAlone(String value) {
      WatchResource resource = resource("{'type':'all-repos','filters':[{'type':"
          + "'path-ant-patterns','value':" + value + "}]}");

      JsonNode filters = RoundTrip.write(resource.include("i")).path("filters");

      assertThat(filters).hasSize(2);
      assertThat(filters.at("/0/value")).isEqualTo(json(value));
    }

    @Test
    void doNotChangeTheResourceThatTheyAreAddedTo() {
      WatchResource resource = WatchResource.allBuilds();
      WatchResource narrowed = resource.include("a*");

      assertThat(resource.filters()).isEmpty();
      assertThat(narrowed.exclude("b")).isNotEqualTo(narrowed);
      assertThat(narrowed.filters().get(0).patterns().orElseThrow().excludes()).isEmpty();
    }

    @Test
    void joinOtherFilters() {
      WatchResource resource = WatchResource.allRepositories()
          .filter(WatchFilter.packageType("Npm"))
          .include("a")
          .filter(WatchFilter.fileName("b"));

      assertThat(resource.filters())
          .extracting(WatchFilter::type)
          .containsExactly(
              WatchFilterType.PACKAGE_TYPE,
              WatchFilterType.PATH_ANT_PATTERNS,
              WatchFilterType.REGEX);
    }
  }

  @Nested
  class Values {
    @Test
    void areSeenAsWhatTheyAre() {
      assertThat(WatchFilter.path("p").text()).hasValue("p");
      assertThat(WatchFilter.path("p").patterns()).isEmpty();
      assertThat(WatchFilter.path("p").property()).isEmpty();
      assertThat(WatchFilter.property("k", "v").property()).hasValue(Map.entry("k", "v"));
      assertThat(WatchFilter.property("k", "v").text()).isEmpty();
    }

    @Test
    void ofNamesAreComparedWithCase() {
      WatchResource resource = WatchResource.repository("Libs", RepositoryClass.LOCAL);

      assertThat(resource.matches(WatchResourceType.REPOSITORY, "Libs")).isTrue();
      assertThat(resource.matches(WatchResourceType.REPOSITORY, "libs")).isFalse();
      assertThat(resource.matches(WatchResourceType.BUILD, "Libs")).isFalse();
    }
  }
}
