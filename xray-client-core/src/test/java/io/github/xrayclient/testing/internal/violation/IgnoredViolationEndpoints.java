package io.github.xrayclient.testing.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.QueryReader;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.policy.PolicyRules;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Timestamps;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The endpoints for ignored violations. Their rows have other forms than those of the search. */
public final class IgnoredViolationEndpoints implements Endpoints {
  private static final String PATH = "/xray/api/v1/violations/";
  private static final int DEFAULT_LIMIT = 500;
  private static final int MOST_IDS = 500;
  private static final List<String> OF_SEARCH = List.of(
      "violation_id",
      "issue_id",
      "type",
      "created",
      "watch_name",
      "provider",
      "description",
      "severity",
      "properties",
      "matched_policies",
      "impacted_artifact",
      "ignore_rule_details");

  private final JsonStore store;
  private final Settings settings;

  public IgnoredViolationEndpoints(StoredObjects holdings, Settings settings) {
    this.store = holdings.store(FakeXray.Kind.VIOLATIONS);
    this.settings = settings;
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", PATH + "ignored/{}", this::ofWatch);
    router.add("POST", PATH + "ignored", this::search);
    router.add("POST", PATH + "restore", this::restore);
  }

  private Answer ofWatch(Call call) {
    String watch = call.name();
    return listing(
        call.query(),
        violation -> Trees.text(violation, "watch_name").equals(watch),
        IgnoredViolationEndpoints::rowOfWatch,
        "violations",
        "violations_count");
  }

  private Answer search(Call call) {
    IgnoredFilters filters = new IgnoredFilters(call.body(400, PolicyRules.UNPARSABLE));
    return listing(
        call.query(),
        filters::accept,
        IgnoredViolationEndpoints::rowOfSearch,
        "data",
        "total_count");
  }

  private Answer listing(
      QueryReader query,
      Predicate<ObjectNode> filter,
      Function<ObjectNode, ObjectNode> row,
      String list,
      String count) {
    String order = query.oneOf("order_by", List.of("updated", "severity")).orElse("updated");
    int limit = settings.rows(query.number("limit", 1).orElse(DEFAULT_LIMIT));
    int page = query.number("offset", 1).orElse(1);
    List<ObjectNode> found = store.all().stream()
        .filter(StoredViolation::isIgnored)
        .filter(filter)
        .collect(Collectors.toList());
    if (order.equals("severity")) {
      found.sort(Comparator.comparingInt(ViolationFilters::rank).reversed());
    } else {
      Collections.reverse(found); // the violation that was stored last was changed last
    }
    ObjectNode answer = Trees.object();
    answer.set(
        list,
        Trees.array(
            settings.page(found, page, limit).stream().map(row).collect(Collectors.toList())));
    return Answer.json(200, answer.put(count, settings.total(found.size())));
  }

  /** The time of the ignore rule is a number of seconds. */
  private static ObjectNode rowOfWatch(ObjectNode violation) {
    ObjectNode row = StoredViolation.row(violation, true);
    row.remove("ignore_rule_details");
    StoredViolation.ignoreRule(violation).ifPresent(rule -> {
      ObjectNode info = Trees.shallowCopy(rule);
      Timestamps.parse(Trees.text(rule, "created"))
          .ifPresent(time -> info.put("created", time.getEpochSecond()));
      row.set("ignore_rule_info", info);
    });
    return row;
  }

  private static ObjectNode rowOfSearch(ObjectNode violation) {
    ObjectNode row = Trees.shallowCopy(violation);
    StoredViolation.ignoreRule(violation).ifPresent(rule -> row.set("ignore_rule_details", rule));
    artifact(violation).ifPresent(artifact -> row.set("impacted_artifact", artifact));
    return row.retain(OF_SEARCH);
  }

  /** The first artifact, whose path has no id of an Artifactory here. */
  private static Optional<ObjectNode> artifact(ObjectNode violation) {
    return StoredViolation.artifacts(violation).stream().findFirst().map(text -> {
      String path = text.substring(text.indexOf('/') + 1);
      String name = IgnoredFilters.name(path);
      return Trees.object("name", name).put("path", path.substring(0, path.lastIndexOf(name)));
    });
  }

  private Answer restore(Call call) {
    JsonNode ids = call.body(400, PolicyRules.UNPARSABLE).path("ids");
    if (!ids.isArray() || ids.isEmpty()) {
      throw Refusal.error(400, "No violation ids were provided");
    }
    if (ids.size() > MOST_IDS) {
      throw Refusal.error(
          400, "Too many violation ids: " + ids.size() + ", but the limit is " + MOST_IDS);
    }
    ids.forEach(id -> store
        .find(Trees.text(id))
        .ifPresent(violation -> store.put(StoredViolation.restored(violation))));
    return Answer.empty(200);
  }
}
