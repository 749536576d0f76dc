package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each project may have a watch of the same name, so reports name the project, too. */
class WatchesOfOneNameTest {
  private static final BlockExplanation OF_PROJECT = Explanations.BLOCKED.toBuilder()
      .causes(List.of(
          Explanations.BLOCKED.causes().get(0).toBuilder().watchProject("alpha").build()))
      .ruledOut(List.of(Explanations.BLOCKED.ruledOut().get(0).toBuilder()
          .watchProject("beta")
          .build()))
      .build();

  static Stream<Function<List<BlockExplanation>, String>> reports() {
    return Stream.of(TextReport::of, MarkdownReport::of, HtmlReport::of);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void areToldApart(Function<List<BlockExplanation>, String> report) {
    String text = report.apply(List.of(OF_PROJECT)).replaceAll("[`*]", "");

    assertThat(text).containsPattern("of project alpha|\\(project alpha\\)");
    assertThat(text).containsPattern("of project beta|\\(project beta\\)");
  }
}
