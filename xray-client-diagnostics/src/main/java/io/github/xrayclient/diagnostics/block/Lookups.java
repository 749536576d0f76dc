package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.repository.XrayIntegration;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationQuery;
import io.github.xrayclient.violation.Violations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The optional look-ups of one call; none is made twice. Not thread-safe. */
final class Lookups {
  /** The most violations, or ignore rules, that are looked at. */
  static final int ROWS = 200;

  private static final int REPOSITORIES = 200;
  private static final int ARTIFACTS = 100;

  private final Lookup<String, Repository> repositories;
  private final Lookup<String, IndexedRepositories> indexed;
  private final Lookup<Place, StoredFile> files;
  private final Lookup<Place, Map<String, List<String>>> properties;
  private final Lookup<Place, ArtifactStatus> statuses;
  private final Lookup<List<Place>, List<Violation>> violations;
  private final Lookup<Boolean, List<IgnoreRule>> ignoreRules;
  private final Lookup<Boolean, XrayIntegration> integration;

  Lookups(XrayClient xray, Optional<String> project) {
    Violations found = project.map(xray.violations()::projectKey).orElseGet(xray::violations);
    IgnoreRules rules = project.map(xray.ignoreRules()::projectKey).orElseGet(xray::ignoreRules);
    repositories = Lookup.ofEach(xray.repositories()::get, REPOSITORIES);
    indexed = Lookup.of(xray.repositories()::indexed, REPOSITORIES);
    files = Lookup.ofEach(
        place -> xray.repositories().file(place.repository(), place.path()), ARTIFACTS);
    properties = Lookup.ofEach(
        place -> xray.repositories().properties(place.repository(), place.path()), ARTIFACTS);
    statuses = Lookup.ofEach(
        place -> xray.artifacts().status(place.repository(), place.path()), ARTIFACTS);
    violations = Lookup.of(places -> search(found.search(), places), ARTIFACTS);
    ignoreRules = Lookup.of(always -> newest(rules), 1);
    integration = Lookup.of(always -> xray.repositories().integration(), 1);
  }

  Lookup.Answer<Repository> repository(String key) {
    return repositories.ask(key);
  }

  /** What Xray says it indexes of an Artifactory. */
  Lookup.Answer<IndexedRepositories> indexed(String binaryManagerId) {
    return indexed.ask(binaryManagerId);
  }

  Lookup.Answer<StoredFile> file(Place place) {
    return files.ask(place);
  }

  Lookup.Answer<Map<String, List<String>>> properties(Place place) {
    return properties.ask(place);
  }

  Lookup.Answer<ArtifactStatus> status(Place place) {
    return statuses.ask(place);
  }

  /** The oldest violations of these places, with their policies. */
  Lookup.Answer<List<Violation>> violations(List<Place> places) {
    return violations.ask(places);
  }

  /** The newest ignore rules, deleted ones among them. */
  Lookup.Answer<List<IgnoreRule>> ignoreRules() {
    return ignoreRules.ask(true);
  }

  Lookup.Answer<XrayIntegration> integration() {
    return integration.ask(true);
  }

  private static List<Violation> search(ViolationQuery search, List<Place> places) {
    ViolationQuery query = search.includeDetails().pageSize(ROWS);
    for (Place place : places) {
      query = query.artifact(place.repository(), place.path());
    }
    return query.stream().limit(ROWS).collect(Collectors.toUnmodifiableList());
  }

  private static List<IgnoreRule> newest(IgnoreRules rules) {
    return rules.list().includeDeleted().filter("direction", "desc").pageSize(ROWS).stream()
        .limit(ROWS)
        .collect(Collectors.toUnmodifiableList());
  }
}
