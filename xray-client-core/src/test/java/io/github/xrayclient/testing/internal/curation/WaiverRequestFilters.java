package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The filters of the listing of waiver requests. Words are compared without case. */
final class WaiverRequestFilters {
  private static final List<String> STATUSES =
      List.of(WaiverRequestRules.APPROVED, WaiverRequestRules.REJECTED, WaiverRequestRules.PENDING);

  private WaiverRequestFilters() {}

  /** Returns the filters that a request has; without a status, it asks for pending requests. */
  static Predicate<ObjectNode> of(QueryReader query) {
    List<Predicate<ObjectNode>> filters = new ArrayList<>();
    List<String> statuses = words(query.text("status").orElse(WaiverRequestRules.PENDING));
    if (!STATUSES.containsAll(statuses)) {
      throw Refusal.error(
          400,
          "status must be one of " + String.join(", ", STATUSES) + ", but was "
              + query.text("status").orElse(""));
    }
    filters.add(request -> statuses.contains(word(request, "status")));
    query
        .text("pkg_type")
        .ifPresent(
            types -> filters.add(request -> words(types).contains(word(request, "pkg_type"))));
    for (String member : List.of("pkg_name", "pkg_version")) {
      query
          .text(member)
          .ifPresent(value -> filters.add(request -> Trees.text(request, member).equals(value)));
    }
    query.text("search").ifPresent(text -> filters.add(request -> contains(text, request)));
    query
        .text("decision_owners")
        .ifPresent(groups -> filters.add(request -> isOwnedByOneOf(words(groups), request)));
    query
        .oneOf("approved_status", List.of("permanent", "expiring_soon", "expired"))
        .ifPresent(state -> filters.add(request -> isApproved(state, request)));
    for (String member : List.of("created_at", "updated_at")) {
      time(query, member + "_start")
          .ifPresent(start -> filters.add(
              request -> time(request, member).filter(start::isAfter).isEmpty()));
      time(query, member + "_end")
          .ifPresent(end ->
              filters.add(request -> time(request, member).filter(end::isBefore).isEmpty()));
    }
    return filters.stream().reduce(request -> true, Predicate::and);
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toList());
  }

  private static String word(ObjectNode request, String member) {
    return Trees.text(request, member).toLowerCase(Locale.ROOT);
  }

  private static boolean contains(String text, ObjectNode request) {
    return Stream.of("pkg_name", "pkg_version", "repo_key")
        .anyMatch(member -> word(request, member).contains(text.toLowerCase(Locale.ROOT)));
  }

  private static boolean isOwnedByOneOf(List<String> groups, ObjectNode request) {
    return StreamSupport.stream(request.path("decision_owners").spliterator(), false)
        .anyMatch(owner -> groups.contains(Trees.text(owner).toLowerCase(Locale.ROOT)));
  }

  private static boolean isApproved(String state, ObjectNode request) {
    return state.equals("permanent")
        ? Trees.text(request, "waiver_expiry").isEmpty()
        : word(request, "waiver_expiry_status").equals(state);
  }

  private static Optional<Instant> time(QueryReader query, String name) {
    return query
        .text(name)
        .map(text -> Timestamps.parse(text)
            .orElseThrow(() -> Refusal.error(400, name + " must be a time, but was " + text)));
  }

  private static Optional<Instant> time(ObjectNode request, String member) {
    return Timestamps.parse(Trees.text(request, member));
  }
}
