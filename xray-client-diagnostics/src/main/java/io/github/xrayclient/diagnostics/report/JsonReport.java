package io.github.xrayclient.diagnostics.report;

import static io.github.xrayclient.diagnostics.internal.report.JsonFields.array;
import static io.github.xrayclient.diagnostics.internal.report.JsonFields.put;
import static io.github.xrayclient.diagnostics.internal.report.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.explanation.AskedAgain;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.CoveredRepositories;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.explanation.XrayAvailability;
import io.github.xrayclient.diagnostics.internal.report.CauseJson;
import io.github.xrayclient.diagnostics.internal.report.RefusalJson;
import io.github.xrayclient.diagnostics.internal.report.SetupJson;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.value.WireValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes explanations, refusals and the set-up of a server as JSON objects. The field {@code
 * schema} is 1. Every field is present, and unknown values are null:
 *
 * <ul>
 *   <li>{@code curation} is null unless Curation refused the download, or was asked about the
 *       package of an artifact or of a download that was refused without a reason.
 *   <li>{@code askedAgain} is null unless the download was requested again, {@code
 *       missingRepository} unless the server does not have the repository, and {@code
 *       xrayAvailability} unless the download was refused because Xray is unavailable.
 *   <li>{@code ignoreRule} of a violation is the body of the request that creates the narrowest
 *       ignore rule for it, in the project {@code watchProject} of the cause if that is not null.
 *       The rule ends 30 days after the server was asked. It is null if no such rule can be made.
 * </ul>
 *
 * <p>Only three fields inside {@code curation} are left out if they have no value: {@code
 * findings}, {@code waiverRequest} and the {@code id} of a policy.
 */
public final class JsonReport {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonReport() {}

  /** Writes the explanations as JSON lines, one object on each line. */
  public static String lines(List<BlockExplanation> explanations) {
    // Control characters occur in strings only, and JSON reads the escapes as the same characters.
    return Arguments.elements("explanations", explanations).stream()
        .map(explanation -> VisibleText.oneLine(tree(explanation).toString()) + "\n")
        .collect(Collectors.joining());
  }

  /** Writes one explanation as a tree, whose {@code toString()} is JSON on one line. */
  public static ObjectNode tree(BlockExplanation explanation) {
    ObjectNode report = report();
    RefusalJson.putRequest(
        report, Objects.requireNonNull(explanation, "explanation").refusal());
    put(report, "repository", explanation.repository());
    put(report, "path", explanation.path());
    put(report, "member", explanation.member());
    report.set("image", explanation.image().map(JsonReport::image).orElse(NODES.nullNode()));
    report.set("missingRepository", missing(explanation.missingRepository()));
    report.set("causes", array(explanation.causes(), cause -> CauseJson.of(cause, explanation)));
    report.set("ruledOut", array(explanation.ruledOut(), JsonReport::ruledOut));
    report.set("notBlocking", array(explanation.notBlocking(), JsonReport::notBlocking));
    report.set("ignoredBy", array(explanation.ignoredBy(), id -> NODES.textNode(id.wire())));
    report.set("curation", RefusalJson.curation(explanation.curation()));
    report.set(
        "xrayAvailability",
        explanation
            .xrayAvailability()
            .<JsonNode>map(JsonReport::availability)
            .orElse(NODES.nullNode()));
    report.set("notChecked", array(explanation.notChecked(), JsonReport::notChecked));
    report.set("nextSteps", array(explanation.nextSteps(), JsonReport::nextStep));
    report.set(
        "askedAgain",
        explanation.askedAgain().<JsonNode>map(JsonReport::askedAgain).orElse(NODES.nullNode()));
    put(report, "server", explanation.server());
    put(report, "user", explanation.user());
    put(report, "xrayVersion", explanation.xrayVersion().map(WireValue::wire));
    put(report, "askedAt", explanation.askedAt().map(Instant::toString));
    return report;
  }

  /**
   * Writes a refusal as a tree. It has {@code text}, {@code tool} (null if the program that printed
   * the refusal was not recognized), and those fields of an explanation that can be read from the
   * text.
   */
  public static ObjectNode tree(BlockedDownload refusal) {
    ObjectNode report = report();
    RefusalJson.putRequest(report, Optional.of(Objects.requireNonNull(refusal, "refusal")));
    put(report, "repository", refusal.repository());
    put(report, "path", refusal.path());
    report.set("curation", RefusalJson.curation(refusal.curation()));
    report.set("tool", refusal.tool().<JsonNode>map(RefusalJson::tool).orElse(NODES.nullNode()));
    return report.put("text", refusal.text());
  }

  /**
   * Writes the watches that cover a repository as a tree: {@code repository}, {@code
   * missingRepository}, {@code watches} with their {@code policies}, and {@code notChecked}. The
   * {@code blockingRules} of a policy that could not be read are null.
   */
  public static ObjectNode tree(RepositoryCoverage coverage) {
    Objects.requireNonNull(coverage, "coverage");
    ObjectNode report = report().put("repository", coverage.repository());
    report.set("missingRepository", missing(coverage.missingRepository()));
    report.set("watches", array(coverage.watches(), SetupJson::of));
    report.set("notChecked", array(coverage.notChecked(), JsonReport::notChecked));
    return report;
  }

  /**
   * Writes the repositories that a watch or a policy covers as a tree: {@code exists}, {@code
   * watchCount}, {@code repositories} in the form of the {@code watches} of a {@link
   * RepositoryCoverage}, {@code otherResources} and {@code notChecked}.
   */
  public static ObjectNode tree(CoveredRepositories covered) {
    Objects.requireNonNull(covered, "covered");
    ObjectNode report =
        report().put("exists", covered.exists()).put("watchCount", covered.watchCount());
    report.set("repositories", array(covered.repositories(), SetupJson::of));
    report.set("otherResources", array(covered.otherResources(), SetupJson::of));
    report.set("notChecked", array(covered.notChecked(), JsonReport::notChecked));
    return report;
  }

  /** Writes one watch of a coverage as a tree, without the field {@code schema}. */
  public static ObjectNode tree(CoveringWatch watch) {
    return SetupJson.of(Objects.requireNonNull(watch, "watch"));
  }

  /**
   * Writes the audit of a set-up as a tree: {@code policyCount}, {@code watchCount}, {@code
   * findings} and {@code notChecked}.
   */
  public static ObjectNode tree(SetupAudit audit) {
    Objects.requireNonNull(audit, "audit");
    ObjectNode report =
        report().put("policyCount", audit.policyCount()).put("watchCount", audit.watchCount());
    report.set("findings", array(audit.findings(), SetupJson::of));
    report.set("notChecked", array(audit.notChecked(), JsonReport::notChecked));
    return report;
  }

  private static JsonNode image(RequestedImage image) {
    ObjectNode node = NODES.objectNode().put("part", image.part().name());
    node.put("name", image.name().orElse(null));
    node.set("manifests", texts(image.manifests()));
    return node;
  }

  private static JsonNode missing(Optional<MissingRepository> repository) {
    if (repository.isEmpty()) {
      return NODES.nullNode();
    }
    ObjectNode node = NODES.objectNode().put("key", repository.get().key());
    node.set("similar", texts(repository.get().similar()));
    return node;
  }

  private static ObjectNode report() {
    return NODES.objectNode().put("schema", 1);
  }

  private static JsonNode ruledOut(RuledOut out) {
    ObjectNode node = NODES.objectNode();
    node.put("watch", out.watch());
    put(node, "watchProject", out.watchProject());
    put(node, "policy", out.policy());
    put(node, "rule", out.rule());
    node.put("fact", out.fact().name());
    node.put("reason", out.reason());
    return node;
  }

  private static JsonNode notBlocking(NotBlocking policy) {
    return NODES
        .objectNode()
        .put("watch", policy.watch())
        .put("policy", policy.policy())
        .put("reason", policy.reason());
  }

  private static JsonNode notChecked(NotChecked entry) {
    return NODES.objectNode().put("what", entry.what().name()).put("because", entry.because());
  }

  private static JsonNode availability(XrayAvailability xray) {
    ObjectNode node = NODES.objectNode();
    node.put("reachable", xray.reachable().orElse(null));
    put(node, "problem", xray.problem());
    node.put("enabled", xray.enabled().orElse(null));
    node.put("allowedWhenUnavailable", xray.allowedWhenUnavailable().orElse(null));
    node.put("secondsForFirstScan", xray.secondsForFirstScan().orElse(null));
    node.put("secondsForUnfinishedScan", xray.secondsForUnfinishedScan().orElse(null));
    return node;
  }

  private static JsonNode askedAgain(AskedAgain answer) {
    return NODES
        .objectNode()
        .put("address", answer.address())
        .put("status", answer.status())
        .put("outcome", answer.outcome().name())
        .put("at", answer.at().toString());
  }

  private static JsonNode nextStep(NextStep step) {
    ObjectNode node = NODES.objectNode();
    node.put("kind", step.kind().name());
    node.put("text", step.text());
    put(node, "command", step.command());
    return node;
  }
}
