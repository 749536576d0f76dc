package io.github.xrayclient.examples.curation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.status.PackageAction;
import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.curation.status.PackageVerdict;
import io.github.xrayclient.curation.status.Packages;
import io.github.xrayclient.curation.status.RepositoryStatus;
import io.github.xrayclient.curation.status.StatusPolicy;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for the status of packages, one after the other, and collects the answers. */
final class PackageChecks {
  private static final int MOST_LOST = 3;

  /** The statuses that, before the first answer, mean that no package can be asked about. */
  private static final Set<Integer> LASTING = Set.of(403, 404, 405);

  private final boolean unknownIsFinding;
  private final Table table =
      new Table("TYPE", "NAME", "VERSION", "VERDICT", "BLOCKED IN", "REASON").withSentences();
  private final StringBuilder json = new StringBuilder();
  private final List<String> problems = new ArrayList<>();
  private boolean found;
  private boolean answered;
  private int lost; // how many requests in a row got no answer
  private @Nullable String end; // why no further request is sent

  PackageChecks(boolean unknownIsFinding) {
    this.unknownIsFinding = unknownIsFinding;
  }

  /**
   * Asks for one package. A failure does not end the checks, but after a failure that would repeat,
   * no further request is sent: a refused token, a missing permission or endpoint, or three
   * requests in a row without an answer.
   */
  void ask(Packages packages, ListedPackage asked) {
    if (end != null) {
      addProblem(asked, end);
      return;
    }
    try {
      add(asked, packages.status(PackageType.of(asked.type), asked.name, asked.version));
      answered = true;
      lost = 0;
    } catch (XrayException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      String problem = String.valueOf(e.getMessage());
      addProblem(asked, problem);
      lost = e instanceof XrayTransportException ? lost + 1 : 0;
      end = wouldRepeat(e) || lost == MOST_LOST ? problem : null;
    }
  }

  private boolean wouldRepeat(XrayException e) {
    int status = e instanceof XrayApiException ? ((XrayApiException) e).statusCode() : 0;
    return status == 401 || (!answered && LASTING.contains(status));
  }

  private void addProblem(ListedPackage asked, String problem) {
    problems.add("could not check " + asked + ": " + problem);
    table.row(asked.type, asked.name, asked.version, "not checked", "", problem);
    line(object(asked).putNull("verdict").put("problem", problem));
  }

  private void add(ListedPackage asked, PackageStatus status) {
    PackageVerdict verdict = status.verdict();
    boolean isKnown = verdict != PackageVerdict.UNKNOWN && status.hasDetails();
    found |= verdict == PackageVerdict.BLOCKED
        || verdict == PackageVerdict.MIXED
        || (unknownIsFinding && !isKnown);
    String word = verdict.name().toLowerCase(Locale.ROOT);
    table.row(asked.type, asked.name, asked.version, word, repositories(status), reason(status));
    ObjectNode object =
        object(asked).put("verdict", verdict.name()).put("hasDetails", status.hasDetails());
    line(object.set("status", XrayClient.jsonMapper().valueToTree(status)));
  }

  private static ObjectNode object(ListedPackage asked) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", asked.type)
        .put("name", asked.name)
        .put("version", asked.version);
  }

  private void line(ObjectNode object) {
    json.append(object).append('\n');
  }

  private static String repositories(PackageStatus status) {
    return status.repositories().stream()
        .filter(each -> each.action().filter(PackageAction.BLOCKED::equals).isPresent())
        .map(RepositoryStatus::repository)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static String reason(PackageStatus status) {
    if (!status.hasDetails()) {
      return "The server gave no details.";
    }
    if (status.verdict() == PackageVerdict.UNKNOWN) {
      return "The answer names no repository that allows the package: none of this type is curated,"
          + " or Curation does not know the package.";
    }
    Stream<String> reasons = status.policies().isEmpty()
        ? status.repositories().stream().flatMap(each -> each.reason().stream())
        : status.policies().stream().map(PackageChecks::reason);
    return reasons.filter(text -> !text.isBlank()).distinct().collect(Collectors.joining(" | "));
  }

  private static String reason(StatusPolicy policy) {
    return Stream.of(
            Optional.of("policy " + policy.policyName().orElse("without a name")),
            policy.explanation(),
            policy.remediation())
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("; "));
  }

  int exitCode() {
    if (found) {
      return ExitCode.FOUND;
    }
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Why packages could not be checked, one sentence for each of them. */
  List<String> problems() {
    return problems;
  }

  String json() {
    return json.toString();
  }

  Table table() {
    return table;
  }
}
