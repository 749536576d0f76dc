package io.github.xrayclient.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.paging.WalkedQuery;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.violation.IgnoredViolationQuery;
import io.github.xrayclient.violation.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists ignored violations by the filters of ignore rules. Immutable and thread-safe. */
final class IgnoredViolationListing
    extends WalkedQuery<Violation, IgnoredPages, IgnoredViolationQuery>
    implements IgnoredViolationQuery {
  IgnoredViolationListing(IgnoredPages pages, Walk walk) {
    super(pages, walk);
  }

  @Override
  protected IgnoredViolationQuery query(IgnoredPages pages, Walk walk) {
    return new IgnoredViolationListing(pages, walk);
  }

  @Override
  public IgnoredViolationQuery watch(String name) {
    return text("watches", "name", name);
  }

  @Override
  public IgnoredViolationQuery policy(String name) {
    return text("policies", "name", name);
  }

  @Override
  public IgnoredViolationQuery project(String key) {
    return text("projects", "key", key);
  }

  @Override
  public IgnoredViolationQuery vulnerability(String id) {
    return text("vulnerabilities", "id", id);
  }

  @Override
  public IgnoredViolationQuery cve(String id) {
    return text("cves", "id", id);
  }

  @Override
  public IgnoredViolationQuery license(String key) {
    return text("licenses", "key", key);
  }

  @Override
  public IgnoredViolationQuery component(String name) {
    return object("components", Map.of("name", Arguments.checked("name", name)));
  }

  @Override
  public IgnoredViolationQuery component(String name, String version) {
    return named("components", name, "version", version);
  }

  @Override
  public IgnoredViolationQuery artifact(String name) {
    return object("artifacts", Map.of("name", Arguments.checked("name", name)));
  }

  @Override
  public IgnoredViolationQuery artifact(String name, String version) {
    return named("artifacts", name, "version", version);
  }

  @Override
  public IgnoredViolationQuery build(String name, String number) {
    return named("builds", name, "number", number);
  }

  @Override
  public IgnoredViolationQuery releaseBundle(String name, String version) {
    return named("release-bundles", name, "version", version);
  }

  @Override
  public IgnoredViolationQuery releaseBundleV2(String name, String version) {
    return named("release_bundles_v2", name, "version", version);
  }

  @Override
  public IgnoredViolationQuery dockerLayer(String digest) {
    return text("docker-layers", "digest", digest);
  }

  @Override
  public IgnoredViolationQuery gitRepository(String name) {
    return text("git_repositories", "name", name);
  }

  @Override
  public IgnoredViolationQuery filter(String name, JsonNode value) {
    Arguments.checked("name", name);
    Objects.requireNonNull(value, "value");
    if (!value.isArray()) {
      return over(source().filtered(name, value.deepCopy()));
    }
    List<Object> values = new ArrayList<>();
    value.forEach(element -> values.add(element.deepCopy()));
    return over(source().filtered(name, values));
  }

  @Override
  public IgnoredViolationQuery orderBy(OrderBy order) {
    return over(source().sorted("order_by", Arguments.word("order (order_by)", order)));
  }

  @Override
  public IgnoredViolationQuery direction(Direction direction) {
    return over(source().sorted("direction", Arguments.word("direction", direction)));
  }

  private IgnoredViolationQuery text(String filter, String argument, String value) {
    return over(source().with(filter, Arguments.checked(argument, value)));
  }

  /** Adds an object with a name and a version, which has another name in some arguments. */
  private IgnoredViolationQuery named(String filter, String name, String argument, String version) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", Arguments.checked("name", name));
    fields.put("version", Arguments.checked(argument, version));
    return object(filter, fields);
  }

  private IgnoredViolationQuery object(String filter, Map<String, String> fields) {
    return over(source().with(filter, fields));
  }
}
