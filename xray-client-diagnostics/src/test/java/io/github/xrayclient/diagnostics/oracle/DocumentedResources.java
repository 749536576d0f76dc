package io.github.xrayclient.diagnostics.oracle;

import static io.github.xrayclient.diagnostics.oracle.Coverage.NO_PROJECT;
import static io.github.xrayclient.diagnostics.oracle.Coverage.OPEN;
import static io.github.xrayclient.diagnostics.oracle.Coverage.OTHER_ARTIFACTORY;
import static io.github.xrayclient.diagnostics.oracle.Coverage.OTHER_PROJECT;
import static io.github.xrayclient.diagnostics.oracle.Coverage.OTHER_REPOSITORY_CLASS;
import static io.github.xrayclient.diagnostics.oracle.Coverage.UNRELATED;
import static io.github.xrayclient.diagnostics.oracle.Coverage.YES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a watch covers a file, by its resources. */
final class DocumentedResources {
  private static final List<String> ON_NO_REPOSITORY = List.of(
      "build",
      "all-builds",
      "releaseBundle",
      "all-releaseBundles",
      "releaseBundleV2",
      "all-releaseBundlesV2",
      "gitRepository");

  private static final Set<String> FIELDS =
      Set.of("type", "name", "bin_mgr_id", "repo_type", "build_repo", "project", "filters");

  private final KnownFacts facts;
  private final DocumentedFilters filters;

  DocumentedResources(KnownFacts facts) {
    this.facts = facts;
    this.filters = new DocumentedFilters(facts);
  }

  /** The best answer of all resources. */
  Set<Coverage> test(JsonNode watch) {
    Set<Coverage> best = Coverage.only(UNRELATED);
    for (JsonNode resource : watch.at("/project_resources/resources")) {
      best = Coverage.or(best, of(watch, resource));
    }
    return best;
  }

  /** The answer of one resource. */
  Set<Coverage> of(JsonNode watch, JsonNode resource) {
    Set<Coverage> all = scope(watch, resource);
    if (all.equals(Set.of(UNRELATED))) {
      return all;
    }
    all = Coverage.and(all, artifactory(resource));
    String type = resource.path("type").asText();
    for (JsonNode filter : watch.at("/project_resources/global_filters")) {
      all = Coverage.and(all, filters.test(filter, type));
    }
    for (JsonNode filter : resource.path("filters")) {
      all = Coverage.and(all, filters.test(filter, type));
    }
    return hasUnknownFields(resource) ? Coverage.and(all, Coverage.only(OPEN)) : all;
  }

  private static boolean hasUnknownFields(JsonNode resource) {
    return resource.properties().stream().anyMatch(field -> !FIELDS.contains(field.getKey()));
  }

  private Set<Coverage> scope(JsonNode watch, JsonNode resource) {
    String project = watch.at("/general_data/project_key").asText("");
    String type = resource.path("type").asText();
    switch (type) {
      case "repository":
        return repository(resource);
      case "all-repos":
        return project.isEmpty() ? Coverage.only(YES) : project(project);
      case "project":
        return project(resource.path("name").asText());
      case "all-projects":
        return Coverage.only(
            facts.project.map(key -> key.isEmpty() ? NO_PROJECT : YES).orElse(OPEN));
      default:
        return Coverage.only(ON_NO_REPOSITORY.contains(type) ? UNRELATED : OPEN);
    }
  }

  private Set<Coverage> project(String wanted) {
    return Coverage.only(
        facts.project.map(key -> key.equals(wanted) ? YES : OTHER_PROJECT).orElse(OPEN));
  }

  private Set<Coverage> repository(JsonNode resource) {
    String name = resource.path("name").asText();
    Optional<String> watched =
        Optional.of(resource.path("repo_type").asText("")).filter(word -> !word.isEmpty());
    boolean isRemote = facts.repositoryClass.filter("remote"::equals).isPresent();
    if (name.equals(facts.key)) {
      boolean differs = watched.isPresent()
          && facts.repositoryClass.filter(List.of("local", "remote")::contains).isPresent()
          && !watched.equals(facts.repositoryClass);
      return Coverage.only(differs ? OTHER_REPOSITORY_CLASS : YES);
    }
    if (!KnownFacts.plain(facts.key).equals(Optional.of(name))) {
      return Coverage.only(UNRELATED);
    }
    if (facts.repositoryClass.isPresent() && !isRemote) {
      return Coverage.only(UNRELATED);
    }
    if (watched.filter(word -> !word.equals("remote")).isPresent()) {
      // Either the watch means another repository, or its class is wrong.
      return EnumSet.of(UNRELATED, OTHER_REPOSITORY_CLASS);
    }
    return Coverage.only(isRemote || watched.isPresent() ? YES : OPEN);
  }

  private Set<Coverage> artifactory(JsonNode resource) {
    String id = resource.path("bin_mgr_id").asText("");
    if (id.isEmpty() || id.equals(facts.setUp.instance)) {
      return Coverage.only(YES);
    }
    if (!facts.setUp.instance.isEmpty()) {
      return Coverage.only(OTHER_ARTIFACTORY);
    }
    // Whoever finds the instance in Xray's lists may compare it; nobody has to.
    return isOnlyElsewhere(id) ? EnumSet.of(YES, OTHER_ARTIFACTORY) : Coverage.only(YES);
  }

  /** Xray's lists contain only the repository that is asked about, or one of its members. */
  private boolean isOnlyElsewhere(String id) {
    boolean isHere = false;
    boolean isElsewhere = false;
    for (ObjectNode lists : facts.setUp.all(Kind.INDEXED_REPOSITORIES)) {
      boolean ofIt = lists.path("bin_mgr_id").asText().equals(id);
      isHere |= ofIt && !lists.path("indexed_repos").isEmpty();
      isElsewhere |= !ofIt && !lists.path("indexed_repos").isEmpty();
    }
    return isElsewhere && !isHere;
  }
}
