package io.github.xrayclient.diagnostics.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.watch.ProjectResources;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the fields that decide what is blocked, but could not be read, since they have a value of
 * another type than documented. Their accessors return an empty value, which says nothing.
 */
final class UnreadSettings {
  private static final List<String> KNOWN = List.of(
      "name",
      "bin_mgr_id",
      "repo_type",
      "filters",
      "project",
      "build_repo",
      "include_patterns",
      "exclude_patterns");

  /** Words in the names of fields that say which artifacts are meant. */
  private static final List<String> NARROWING = List.of(
      "filter",
      "pattern",
      "include",
      "exclude",
      "only",
      "except",
      "regex",
      "path",
      "scope",
      "branch",
      "tag",
      "label",
      "environment",
      "stage");

  private UnreadSettings() {}

  /** The fields of a policy without which it is not known whether and how its rules block. */
  static Set<String> of(Policy policy) {
    Set<String> unread = new LinkedHashSet<>(hidingRules(policy));
    for (Rule rule : policy.rules()) {
      unread.addAll(in(rule.extras(), "priority"));
      rule.actions()
          .flatMap(Actions::blockDownload)
          .ifPresent(block -> unread.addAll(in(block.extras(), "grace_period_days")));
    }
    return unread;
  }

  /** The fields of a policy that may contain a rule that blocks downloads. */
  static Set<String> hidingRules(Policy policy) {
    Set<String> unread = new LinkedHashSet<>(in(policy.extras(), "rules"));
    for (Rule rule : policy.rules()) {
      unread.addAll(in(rule.extras(), "actions"));
      rule.actions().ifPresent(actions -> {
        unread.addAll(in(actions.extras(), "block_download"));
        actions
            .blockDownload()
            .ifPresent(block -> unread.addAll(in(block.extras(), "active", "unscanned")));
      });
    }
    return unread;
  }

  /** The fields of a watch without which it is not known what it covers and applies. */
  static Set<String> of(Watch watch) {
    Set<String> unread = new LinkedHashSet<>(in(watch.generalData().extras(), "active"));
    unread.addAll(in(watch.extras(), "assigned_policies"));
    unread.addAll(ofAllResources(watch));
    watch.resources().forEach(resource -> unread.addAll(of(resource)));
    return unread;
  }

  /** The fields of a watch that contain its resources, or apply to all of them. */
  static Set<String> ofAllResources(Watch watch) {
    Set<String> unread = new LinkedHashSet<>(in(watch.generalData().extras(), "project_key"));
    unread.addAll(in(watch.extras(), "project_resources"));
    watch
        .projectResources()
        .map(ProjectResources::extras)
        .ifPresent(extras -> unread.addAll(in(extras, "resources", "global_filters")));
    return unread;
  }

  /** The fields of a resource without which it is not known what it covers. */
  static List<String> of(WatchResource resource) {
    return in(resource.extras(), KNOWN.toArray(new String[0]));
  }

  /** The fields of a resource that this library does not know, and that may narrow what it covers. */
  static List<String> narrowing(WatchResource resource) {
    return resource.extras().entrySet().stream()
        .filter(field -> !KNOWN.contains(field.getKey()) && isSet(field.getValue()))
        .filter(field -> field.getValue().isContainerNode()
            || NARROWING.stream().anyMatch(field.getKey().toLowerCase(Locale.ROOT)::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  private static boolean isSet(JsonNode value) {
    return value.isContainerNode()
        ? !value.isEmpty()
        : !value.isNull() && !value.asText().isEmpty() && !value.asText().equals("false");
  }

  private static List<String> in(Map<String, JsonNode> extras, String... fields) {
    return extras.isEmpty()
        ? List.of()
        : Arrays.stream(fields).filter(extras::containsKey).collect(Collectors.toList());
  }
}
