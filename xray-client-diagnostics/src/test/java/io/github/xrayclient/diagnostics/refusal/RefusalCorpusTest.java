package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the logs of real tools and other texts of {@link RefusalCorpus}, and compares the refusals
 * with the readings in {@code expected.json}, whose format {@code refusals/README.md} describes.
 */
class RefusalCorpusTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Row> rows() throws IOException {
    return RefusalCorpus.logs().stream().map(Row::new);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsEachRefusalOfALog(Row row) throws IOException {
    List<BlockedDownload> found = row.log.read();
    assertThat(row.faults(found)).as(() -> row + " was read as " + shown(found)).isEmpty();
  }

  private static String shown(List<BlockedDownload> found) {
    return found.stream()
        .map(refusal -> refusal.toBuilder().text("").build().toString())
        .collect(Collectors.joining("\n"));
  }

  /** A log and the refusals that it shows. */
  static final class Row {
    private final RefusalCorpus.Log log;
    private final JsonNode expected;

    Row(RefusalCorpus.Log log) {
      this.log = log;
      this.expected = log.expected();
    }

    /** What is wrong with these refusals; empty if nothing is. */
    List<String> faults(List<BlockedDownload> found) {
      List<String> faults = new ArrayList<>(faults(found.get(0), expected, true));
      List<BlockedDownload> refusals = found.stream()
          .filter(refusal -> refusal.kind() != Kind.UNKNOWN)
          .collect(Collectors.toList());
      check(MAPPER.valueToTree(refusals.size()), expected, "blocks", faults);
      for (JsonNode other : expected.path("others")) {
        if (found.stream().noneMatch(refusal -> faults(refusal, other, false).isEmpty())) {
          faults.add("no other refusal is " + other);
        }
      }
      for (BlockedDownload refusal : refusals) {
        if (described().noneMatch(entry -> faults(refusal, entry, false).isEmpty())) {
          faults.add("nobody expects " + refusal);
        }
      }
      return faults;
    }

    private Stream<JsonNode> described() {
      return Stream.of(List.of(expected), expected.path("others"), expected.path("optional"))
          .flatMap(entries -> StreamSupport.stream(entries.spliterator(), false));
    }

    private static List<String> faults(BlockedDownload found, JsonNode expected, boolean whole) {
      List<String> faults = new ArrayList<>();
      Optional<CurationRefusal> curation = found.curation();
      check(MAPPER.valueToTree(found.kind()), expected, "kind", faults);
      check(MAPPER.valueToTree(found.repository().orElse(null)), expected, "repository", faults);
      check(MAPPER.valueToTree(found.path().orElse(null)), expected, "path", faults);
      check(
          MAPPER.valueToTree(
              curation.map(Row::coordinates).filter(name -> !name.isEmpty()).orElse(null)),
          expected,
          "package",
          faults);
      check(
          MAPPER.valueToTree(curation.flatMap(CurationRefusal::packageName).orElse(null)),
          expected,
          "package_name",
          faults);
      if (whole) {
        check(MAPPER.valueToTree(found.address().orElse(null)), expected, "address", faults);
        check(MAPPER.valueToTree(found.status().orElse(null)), expected, "status", faults);
        check(
            MAPPER.valueToTree(curation.map(CurationRefusal::reason).orElse(null)),
            expected,
            "reason",
            faults);
        check(
            MAPPER.valueToTree(curation.map(CurationRefusal::waiversAllowed).orElse(null)),
            expected,
            "waivers",
            faults);
        policies(curation, expected, faults);
      }
      return faults;
    }

    private static String coordinates(CurationRefusal curation) {
      return curation.packageName().orElse("")
          + curation.packageVersion().map(version -> ":" + version).orElse("");
    }

    private static void policies(
        Optional<CurationRefusal> curation, JsonNode expected, List<String> faults) {
      if (!expected.has("policies")) {
        return;
      }
      List<List<String>> found = curation.map(CurationRefusal::policies).orElse(List.of()).stream()
          .map(policy -> Stream.of(
                  Optional.of(policy.policy()),
                  policy.condition(),
                  policy.explanation(),
                  policy.recommendation())
              .flatMap(Optional::stream)
              .map(Row::folded)
              .collect(Collectors.toList()))
          .collect(Collectors.toList());
      List<List<String>> wanted = new ArrayList<>();
      for (JsonNode policy : expected.path("policies")) {
        wanted.add(StreamSupport.stream(policy.spliterator(), false)
            .filter(part -> !part.isNull())
            .map(part -> folded(part.asText()))
            .collect(Collectors.toList()));
      }
      if (!found.equals(wanted)) {
        faults.add("policies are " + found + ", not " + wanted);
      }
    }

    private static String folded(String text) {
      return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    private static void check(
        JsonNode found, JsonNode expected, String field, List<String> faults) {
      JsonNode allowed = expected.path(field);
      boolean isAllowed = allowed.isMissingNode()
          || allowed.asText().equals("*")
          || same(allowed, found)
          || (allowed.isArray()
              && StreamSupport.stream(allowed.spliterator(), false)
                  .anyMatch(value -> same(value, found)));
      if (!isAllowed) {
        faults.add(field + " is " + found + ", not " + allowed);
      }
    }

    private static boolean same(JsonNode allowed, JsonNode found) {
      return allowed.isNull() ? found.isNull() : allowed.asText().equals(found.asText());
    }

    @Override
    public String toString() {
      return log.toString();
    }
  }
}
