package io.github.xrayclient.diagnostics.internal.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchFilterType;
import io.github.xrayclient.watch.WatchResourceType;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Patterns of watches that are made to hang whoever evaluates them. */
class HostilePatternsTest {
  private static final String PATH = "org/acme/".repeat(20) + "a".repeat(60) + ".jar";
  private static final Duration GENEROUS = Duration.ofSeconds(30);

  private static Coverage evaluated(WatchFilter filter, String path) {
    RequestedArtifact artifact =
        RequestedArtifact.builder().repository("libs").path(path).build();
    return assertTimeoutPreemptively(
        GENEROUS,
        () -> FilterEvaluation.of(filter, WatchResourceType.REPOSITORY)
            .test(artifact)
            .coverage());
  }

  private static Coverage expression(String expression, String path) {
    return evaluated(WatchFilter.path(expression), path);
  }

  private static Coverage ant(List<String> includes, List<String> excludes) {
    return evaluated(
        WatchFilter.patterns(WatchFilterType.PATH_ANT_PATTERNS, includes, excludes), PATH);
  }

  static Stream<Named<String>> tooLarge() {
    return Stream.of(
        Named.of("nested counts", "(((){999}){999}){999}zz"),
        Named.of("nested counts of an anchor", "((^){999}){999}"),
        Named.of("more nested counts of an anchor", "((((^){9}){9}){9}){9}"),
        Named.of("a large count of a large count", "(?:a{100}){11}"),
        Named.of("stars inside stars inside stars", "((a*)*)*b"),
        Named.of("2,000 stars", ".*".repeat(2_000)),
        Named.of("2,000 stars that never match", ".*".repeat(2_000) + "zz"),
        Named.of("a literal of megabytes", "a".repeat(5_000_000)),
        Named.of("a class of megabytes", "[" + "xy-z".repeat(1_000_000) + "]"),
        Named.of("deep groups", "(".repeat(500) + "a" + ")".repeat(500)),
        Named.of("very deep groups", "(".repeat(500_000) + "a" + ")".repeat(500_000)),
        Named.of("many flags", "(?i)".repeat(500_000)),
        Named.of("many alternatives", "a|".repeat(1_000_000) + "b"),
        Named.of("counts one after the other", "(?:a{0,999}){1}".repeat(100)));
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void areNotEvaluatedIfTheyAreTooLarge(String expression) {
    assertThat(expression(expression, PATH)).isEqualTo(Coverage.COVERS_IF);
    assertThat(expression(expression, "z")).isEqualTo(Coverage.COVERS_IF);
  }

  /** Each takes a search that tries one way after the other for ever, some of them reading nothing. */
  @ParameterizedTest
  @CsvSource({
    "(a+)+b, NO",
    "(a|a)*b, NO",
    "(a*)*b, NO",
    "(|){900}\\z, COVERS",
    "(|){30}\\bzz, NO",
    "(^|^){30}zz, NO",
    "(?:a?){50}a{50}, COVERS",
    "(?:(?:|a)*|(?:|b)*)*\\z, COVERS",
    "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)zz, NO"
  })
  void areEvaluatedWithoutTryingOneWayAfterTheOther(String expression, Coverage expected) {
    assertThat(expression(expression, PATH)).isEqualTo(expected);
  }

  @Test
  void areNotEvaluatedOnATextThatIsTooLong() {
    assertThat(expression("(?:.?){900}zz", "a".repeat(1_000_000))).isEqualTo(Coverage.COVERS_IF);
    assertThat(expression("zz$", "a".repeat(1_000_000))).isEqualTo(Coverage.NO);
  }

  static Stream<Named<String>> tooLongForAnt() {
    return Stream.of(
        Named.of("a million ?", "?".repeat(1_000_000)),
        Named.of("100,000 **/", "**/".repeat(100_000)),
        Named.of("100,000 **/ and a name", "**/".repeat(100_000) + "zz"),
        Named.of("10,000 *a", "*a".repeat(10_000)),
        Named.of("a million *", "*".repeat(1_000_000)));
  }

  @ParameterizedTest
  @MethodSource("tooLongForAnt")
  void ofAntAreNotEvaluatedIfTheyAreTooLong(String pattern) {
    assertThat(ant(List.of(pattern), List.of())).isEqualTo(Coverage.COVERS_IF);
    assertThat(ant(List.of(), List.of(pattern))).isEqualTo(Coverage.COVERS_IF);
    assertThat(ant(List.of("org/**", pattern), List.of())).isEqualTo(Coverage.COVERS_IF);
    assertThat(AntPattern.of(pattern).matches(PATH)).isIn(true, false); // it ends
  }

  @Test
  void ofAntAreNotEvaluatedIfTheyAreTooMany() {
    List<String> many = Collections.nCopies(100_000, "*a*b*c*d*e*");

    assertThat(ant(many, List.of())).isEqualTo(Coverage.COVERS_IF);
    assertThat(ant(many.subList(0, 1_000), List.of())).isEqualTo(Coverage.NO);
  }

  @Test
  void areNotRepeatedAtFullLength() {
    RequestedArtifact artifact =
        RequestedArtifact.builder().repository("libs").path(PATH).build();
    FilterEvaluation filter =
        FilterEvaluation.of(WatchFilter.path("a".repeat(5_000_000)), WatchResourceType.REPOSITORY);

    assertThat(filter.toString()).hasSizeLessThan(300);
    assertThat(filter.test(artifact).words()).hasSizeLessThan(400).contains("aaa…");
  }
}
