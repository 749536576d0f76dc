package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.testsupport.Thorough;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The index against a plain evaluation of the same JSON. */
class BlockIndexDifferentialTest {
  private static final int SET_UPS = Thorough.count(4_000, 100_000);

  @Test
  void answersLikeAPlainEvaluationOfRandomSetUps() {
    Map<String, Integer> kinds = new TreeMap<>();
    for (int seed = 0; seed < SET_UPS; seed++) {
      String set = "seed " + seed;
      RandomSetUp setUp = new RandomSetUp(seed);
      ArrayNode policies = setUp.policies();
      ArrayNode watches = setUp.watches();
      BlockIndex index =
          BlockIndex.of(Samples.policies(policies.toString()), Samples.watches(watches.toString()));
      for (int question = 0; question < 3; question++) {
        ObjectNode asked = setUp.question();

        Set<String> expected = new PlainEvaluation(policies, watches, asked).answer();

        assertThat(lines(index.explain(artifact(asked))))
            .as(() -> set + ": " + asked + " of " + watches + " by " + policies)
            .isEqualTo(expected);
        expected.forEach(line -> kinds.merge(line.split(" ", 2)[0], 1, Integer::sum));
      }
    }
    assertThat(kinds).containsOnlyKeys("LIKELY", "OUT", "POSSIBLE");
    assertThat(kinds.values()).allMatch(count -> count > SET_UPS / 10);
  }

  private static Set<String> lines(BlockExplanation explanation) {
    Set<String> lines = new TreeSet<>();
    for (BlockCause cause : explanation.causes()) {
      lines.add(cause.verdict() + " " + cause.watch() + " " + cause.policy() + " "
          + cause.rule().orElse("-") + " " + cause.trigger().map(Enum::name).orElse("-"));
    }
    for (RuledOut out : explanation.ruledOut()) {
      lines.add("OUT " + out.watch() + " " + out.policy().orElseThrow() + " "
          + out.rule().orElseThrow());
    }
    return lines;
  }

  private static RequestedArtifact artifact(JsonNode asked) {
    return RequestedArtifact.builder()
        .repository(asked.get("key").asText())
        .path(text(asked, "path"))
        .repositoryClass(text(asked, "class").map(RepositoryClass::of))
        .packageType(text(asked, "packageType").map(PackageType::of))
        .projectKey(text(asked, "projectKey").filter(key -> !key.isEmpty()))
        .outsideProjects(text(asked, "projectKey").filter(String::isEmpty).isPresent())
        .binaryManagerId(text(asked, "binMgrId"))
        .mimeType(text(asked, "mimeType"))
        .properties(properties(asked.path("properties")))
        .build();
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static Optional<Map<String, List<String>>> properties(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    Map<String, List<String>> properties = new TreeMap<>();
    node.properties().forEach(property -> {
      List<String> values = new ArrayList<>();
      property.getValue().forEach(value -> values.add(value.asText()));
      properties.put(property.getKey(), values);
    });
    return Optional.of(properties);
  }
}
