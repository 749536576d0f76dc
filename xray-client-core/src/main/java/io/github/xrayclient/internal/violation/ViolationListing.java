package io.github.xrayclient.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.paging.WalkedQuery;
import io.github.xrayclient.internal.violation.LocalFilters.Subject;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationQuery;
import io.github.xrayclient.violation.ViolationType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists violations by the REST API. Immutable and thread-safe. */
public final class ViolationListing extends WalkedQuery<Violation, ViolationPages, ViolationQuery>
    implements ViolationQuery {
  private ViolationListing(ViolationPages pages, Walk walk) {
    super(pages, walk);
  }

  /** Returns the listing of all violations; of one project, if a key is given. */
  public static ViolationQuery of(ApiCalls xray, Optional<String> projectKey) {
    return new ViolationListing(ViolationPages.of(xray, projectKey), Walk.standard());
  }

  @Override
  protected ViolationQuery query(ViolationPages pages, Walk walk) {
    return new ViolationListing(pages, walk);
  }

  @Override
  public ViolationQuery watch(String name) {
    Arguments.checked("name", name);
    return over(filters().with("watch_name", name, RowCheck.watch(name)));
  }

  @Override
  public ViolationQuery artifact(String repository, String path) {
    return over(filters()
        .resources()
        .withArtifact(
            Arguments.checked("repository", repository), Arguments.checked("path", path)));
  }

  @Override
  public ViolationQuery build(String name, String number) {
    return resource("builds", named(name, "number", number));
  }

  @Override
  public ViolationQuery build(String name, String number, String project) {
    return resource("builds", inProject(project, named(name, "number", number)));
  }

  @Override
  public ViolationQuery releaseBundle(String name, String version) {
    return resource("release_bundles", named(name, "version", version));
  }

  @Override
  public ViolationQuery releaseBundleV2(String name, String version) {
    return resource("release_bundles_v2", named(name, "version", version));
  }

  @Override
  public ViolationQuery releaseBundleV2(String name, String version, String project) {
    return resource("release_bundles_v2", inProject(project, named(name, "version", version)));
  }

  @Override
  public ViolationQuery gitRepository(String name) {
    return over(filters().resources().withGitRepository(Arguments.checked("name", name)));
  }

  @Override
  public ViolationQuery resource(String kind, Map<String, String> fields) {
    Arguments.checked("kind", kind);
    Objects.requireNonNull(fields, "fields").forEach((name, value) -> {
      Objects.requireNonNull(name, "fields must not contain null");
      Arguments.checked("fields[" + name + "]", value);
    });
    return over(filters().resources().with(kind, new LinkedHashMap<>(fields)));
  }

  @Override
  public ViolationQuery createdFrom(Instant time) {
    String text = Rfc3339.text(time);
    return over(filters().with("created_from", text, RowCheck.createdFrom(time)));
  }

  @Override
  public ViolationQuery createdUntil(Instant time) {
    String text = Rfc3339.text(time);
    return over(filters().with("created_until", text, RowCheck.createdUntil(time)));
  }

  @Override
  public ViolationQuery type(ViolationType type) {
    Arguments.word("type", type);
    return over(filters().with("violation_type", type, RowCheck.type(type)));
  }

  @Override
  public ViolationQuery minSeverity(Severity severity) {
    Arguments.word("severity", severity);
    return over(filters().with("min_severity", severity, RowCheck.minSeverity(severity)));
  }

  @Override
  public ViolationQuery cve(String id) {
    Arguments.checked("id", id);
    return over(filters().with("cve_id", id, RowCheck.cve(id)));
  }

  @Override
  public ViolationQuery issue(String id) {
    Arguments.checked("id", id);
    return over(filters().with("issue_id", id, RowCheck.issue(id)));
  }

  @Override
  public ViolationQuery nameContains(String text) {
    return over(filters().with("name_contains", Arguments.checked("text", text)));
  }

  @Override
  public ViolationQuery filter(String name, JsonNode value) {
    if (Arguments.checked("name", name).equals("resources")) {
      throw new IllegalArgumentException(
          "name must not be resources; use artifact(..), build(..) or resource(kind, fields)");
    }
    return over(filters().with(name, Objects.requireNonNull(value, "value").deepCopy()));
  }

  @Override
  public ViolationQuery repository(String key) {
    return local(Subject.REPOSITORY, "key", key);
  }

  @Override
  public ViolationQuery component(String name) {
    return local(Subject.COMPONENT, "name", name);
  }

  @Override
  public ViolationQuery componentVersion(String version) {
    return local(Subject.VERSION, "version", version);
  }

  @Override
  public ViolationQuery packageType(String type) {
    return local(Subject.PACKAGE_TYPE, "type", type);
  }

  @Override
  public ViolationQuery policy(String name) {
    return local(Subject.POLICY, "name", name);
  }

  @Override
  public ViolationQuery rule(String name) {
    return local(Subject.RULE, "name", name);
  }

  @Override
  public ViolationQuery matching(Predicate<Violation> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return over(filters().with(filters().local().and(predicate)));
  }

  @Override
  public ViolationQuery includeDetails() {
    return over(filters().with("include_details", true));
  }

  @Override
  public ViolationQuery orderBy(OrderBy order) {
    return over(source().sorted("order_by", Arguments.word("order (order_by)", order)));
  }

  @Override
  public ViolationQuery direction(Direction direction) {
    return over(source().sorted("direction", Arguments.word("direction", direction)));
  }

  private ViolationFilters filters() {
    return source().filters();
  }

  private ViolationQuery over(ViolationFilters filters) {
    return over(source().filtered(filters));
  }

  private ViolationQuery over(SearchedResources resources) {
    return over(filters().with(resources));
  }

  private ViolationQuery local(Subject subject, String argument, String value) {
    Arguments.checked(argument, value);
    return over(filters().with(filters().local().with(subject, value)));
  }

  private static Map<String, String> named(String name, String other, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", Arguments.checked("name", name));
    fields.put(other, Arguments.checked(other, value));
    return fields;
  }

  private static Map<String, String> inProject(String project, Map<String, String> fields) {
    fields.put("project", Arguments.checked("project", project));
    return fields;
  }
}
