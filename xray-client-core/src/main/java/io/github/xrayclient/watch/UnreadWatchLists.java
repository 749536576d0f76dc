package io.github.xrayclient.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.write.UnreadList;
import java.util.Map;
import java.util.stream.Collectors;

/** The lists of a watch that could not be read, which its extras keep as received. */
final class UnreadWatchLists {
  private static final String PROJECT = "project_resources";
  private static final String RESOURCES = "resources";
  private static final String POLICIES = "assigned_policies";
  private static final String RECIPIENTS = "watch_recipients";

  private UnreadWatchLists() {}

  /** Returns the watch without those that its caller has set since. */
  static Watch withoutReplaced(Watch watch) {
    Map<String, JsonNode> extras = watch.extras();
    extras = UnreadList.withoutIfSet(
        PROJECT, watch.projectResources().stream().collect(Collectors.toList()), extras);
    extras = UnreadList.withoutIfSet(POLICIES, watch.assignedPolicies(), extras);
    extras = UnreadList.withoutIfSet(RECIPIENTS, watch.watchRecipients(), extras);
    return watch.toBuilder()
        .extras(extras)
        .projectResources(watch
            .projectResources()
            .map(known -> known.toBuilder()
                .extras(UnreadList.withoutIfSet(RESOURCES, known.resources(), known.extras()))
                .build()))
        .build();
  }

  /** Returns the extras without recipients that could not be read. */
  static Map<String, JsonNode> withoutRecipients(Map<String, JsonNode> extras) {
    return UnreadList.without(RECIPIENTS, extras);
  }

  /** Whether the object with the resources could be read. */
  static boolean areResourcesRead(Watch watch) {
    return !UnreadList.isIn(watch.extras(), PROJECT);
  }

  /**
   * Refuses a change of single resources if they could not be read.
   *
   * @throws IllegalArgumentException if they could not be read
   */
  static void refuseResources(Watch watch) {
    String setter = "toBuilder().projectResources(..)";
    UnreadList.refuse(owner(watch), PROJECT, watch.extras(), setter);
    watch
        .projectResources()
        .ifPresent(known -> UnreadList.refuse(owner(watch), RESOURCES, known.extras(), setter));
  }

  /**
   * Refuses a change of single policies if they could not be read.
   *
   * @throws IllegalArgumentException if they could not be read
   */
  static void refusePolicies(Watch watch) {
    UnreadList.refuse(owner(watch), POLICIES, watch.extras(), "toBuilder().assignedPolicies(..)");
  }

  private static String owner(Watch watch) {
    return "watch \"" + watch.name() + "\"";
  }
}
