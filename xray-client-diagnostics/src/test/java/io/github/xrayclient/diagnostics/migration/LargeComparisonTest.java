package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.planning.WaiverMerge;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.FieldChange;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of 4,000 elements, or of the deepest nesting that is read, are compared at once. */
class LargeComparisonTest {
  private static final int MANY = 4_000;

  private static ObjectNode json(String text) {
    return (ObjectNode) Fixtures.parse(text.replace('\'', '"'));
  }

  private static ObjectNode list(String name, IntFunction<String> element) {
    return IntStream.range(0, MANY)
        .mapToObj(element)
        .collect(Collectors.collectingAndThen(
            Collectors.joining(",", "{'name':'x','" + name + "':[", "]}"),
            LargeComparisonTest::json));
  }

  private static List<FieldChange> soon(ObjectKind kind, ObjectNode from, ObjectNode to) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Comparison.between(kind, from, to));
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 490})
  void nestedLists(int levels) {
    String open = "{'name':'x','rules':[{'name':'y','v':[1,2]},";
    ObjectNode from = json(open.repeat(levels) + "1" + "]}".repeat(levels));
    ObjectNode to = json(open.repeat(levels) + "2" + "]}".repeat(levels));

    assertThat(soon(ObjectKind.POLICIES, from, to)).hasSize(2);
    assertThat(soon(ObjectKind.POLICIES, from, json(from.toString()))).isEmpty();
  }

  @Test
  void rulesWithOtherNumbers() {
    ObjectNode from = list("rules", i -> "{'name':'r" + i + "','priority':" + (i + 1) + "}");
    ObjectNode to = list("rules", i -> "{'name':'r" + i + "','priority':" + (i + 2) + "}");

    assertThat(soon(ObjectKind.POLICIES, from, to)).hasSize(MANY);
  }

  @Test
  void waiversInAnotherOrderAndSpelling() {
    String rest = "'all_versions':true,'justification':'x'}";
    ObjectNode from = list("waivers", i -> "{'pkg_type':'npm','pkg_name':'p" + i + "'," + rest);
    ObjectNode to =
        list("waivers", i -> "{'pkg_type':'NPM','pkg_name':'p" + (MANY - 1 - i) + "'," + rest);

    assertThat(soon(ObjectKind.CURATION_POLICIES, from, to)).isEmpty();
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      WaiverMerge exact = WaiverMerge.exact(from.get("waivers"), to.get("waivers"));
      assertThat(exact.body()).hasSize(MANY);
      WaiverMerge keeping = WaiverMerge.keeping(from.get("waivers"), to.get("waivers"));
      assertThat(keeping.body()).hasSize(MANY);
    });
  }
}
