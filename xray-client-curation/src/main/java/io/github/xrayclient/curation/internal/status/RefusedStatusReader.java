package io.github.xrayclient.curation.internal.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.xrayclient.curation.internal.message.BlockMessage;
import io.github.xrayclient.curation.internal.message.PolicyGroup;
import io.github.xrayclient.curation.status.PackageAction;
import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.curation.status.PackageVerdict;
import io.github.xrayclient.curation.status.RepositoryStatus;
import io.github.xrayclient.curation.status.StatusPolicy;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.UnreadFields;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the status of a package from an answer that refuses it. How such an answer looks is not
 * documented, so this class understands the form of other answers, a policy anywhere in JSON, and
 * Curation's usual message. An answer without any of them says nothing about the package.
 */
final class RefusedStatusReader {
  private RefusedStatusReader() {}

  /** Reads an answer outside 2xx. Empty unless the status is 403 and the package is blocked. */
  static Optional<PackageStatus> read(ApiResponse response, XrayApiException error) {
    if (response.statusCode() != 403) {
      return Optional.empty();
    }
    JsonNode tree = tree(response);
    if (StatusDetails.isIn(tree)) {
      Optional<PackageStatus> details = details(tree);
      if (details.isPresent()) {
        return details.filter(RefusedStatusReader::isBlocked);
      }
    }
    boolean isPlainText = tree.isMissingNode() && !looksLikeMarkup(error.body());
    List<String> messages = isPlainText ? List.of(error.body()) : error.messages();
    return status(tree, messages);
  }

  /**
   * Reads the JSON of an answer with the status 2xx. Empty unless one of its messages says that the
   * package is blocked. The name of a policy does not say so, since it may also be a dry run.
   */
  static Optional<PackageStatus> read(JsonNode tree) {
    List<String> blocks = blocks(Stream.of("message", "error")
        .flatMap(name -> tree.findValuesAsText(name).stream())
        .collect(Collectors.toList()));
    return blocks.isEmpty() ? Optional.empty() : status(tree, blocks);
  }

  private static JsonNode tree(ApiResponse response) {
    try {
      return Json.MAPPER.readTree(response.body());
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Reads totals and repositories; empty if they have another form, as far as no block is found. */
  private static Optional<PackageStatus> details(JsonNode tree) {
    try {
      return Optional.of(StatusDetails.read(tree))
          .filter(status -> isBlocked(status) || UnreadFields.of(status).isEmpty());
    } catch (IOException otherForm) {
      return Optional.empty();
    }
  }

  private static boolean isBlocked(PackageStatus status) {
    return status.verdict() == PackageVerdict.BLOCKED || status.verdict() == PackageVerdict.MIXED;
  }

  private static boolean looksLikeMarkup(String body) {
    return body.stripLeading().startsWith("<");
  }

  private static Optional<PackageStatus> status(JsonNode tree, List<String> messages) {
    List<String> blocks = blocks(messages);
    if (blocks.isEmpty() && messages.stream().anyMatch(BlockMessage::isAboutRights)) {
      return Optional.empty();
    }
    List<StatusPolicy> named = policies(tree, blocks.isEmpty());
    if (blocks.isEmpty() && named.isEmpty()) {
      return Optional.empty();
    }
    String reason = String.join(" ", blocks.isEmpty() ? messages : blocks);
    return Optional.of(PackageStatus.builder()
        .addRepository(RepositoryStatus.builder()
            .action(PackageAction.BLOCKED)
            .reason(Optional.of(reason).filter(text -> !text.isBlank()))
            .policies(named.isEmpty() ? policies(blocks) : named)
            .build())
        .build());
  }

  private static List<String> blocks(List<String> messages) {
    return messages.stream()
        .filter(message -> BlockMessage.read(message).isBlock())
        .collect(Collectors.toList());
  }

  private static List<StatusPolicy> policies(List<String> blocks) {
    return blocks.stream()
        .flatMap(message -> BlockMessage.read(message).policies().stream())
        .map(RefusedStatusReader::policy)
        .collect(Collectors.toList());
  }

  /**
   * The policies that an object anywhere in the answer names, with the fields beside the name.
   *
   * @param needsCondition whether a field {@code policy}, which other parts of the platform may use
   *     as well, counts only beside a condition
   */
  private static List<StatusPolicy> policies(JsonNode tree, boolean needsCondition) {
    return Stream.of("policy_name", "policy")
        .flatMap(name -> tree.findParents(name).stream()
            .filter(parent -> parent.path(name).isTextual())
            .filter(parent -> !parent.path(name).textValue().isBlank())
            .filter(parent -> !needsCondition
                || name.equals("policy_name")
                || parent.hasNonNull("condition")
                || parent.hasNonNull("condition_name"))
            .map(parent -> StatusPolicy.builder()
                .policyName(parent.path(name).textValue())
                .conditionName(text(parent, "condition_name").or(() -> text(parent, "condition")))
                .explanation(text(parent, "explanation"))
                .remediation(text(parent, "remediation").or(() -> text(parent, "recommendation")))
                .build()))
        .distinct()
        .collect(Collectors.toList());
  }

  private static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.path(name).textValue());
  }

  private static StatusPolicy policy(PolicyGroup group) {
    return StatusPolicy.builder()
        .policyName(group.policy())
        .conditionName(group.condition())
        .explanation(group.explanation())
        .remediation(group.recommendation())
        .build();
  }
}
