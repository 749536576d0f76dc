package io.github.xrayclient.internal.violation;

import io.github.xrayclient.violation.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The artifacts, builds and other resources whose violations are searched. Immutable. */
final class SearchedResources {
  private static final String ARTIFACTS = "artifacts";
  private static final String GIT_REPOSITORIES = "git_repositories";

  private final Map<String, List<Map<String, String>>> byKind;
  private final Set<String> artifacts;
  private final Set<String> gitRepositories;

  private SearchedResources(Map<String, List<Map<String, String>>> byKind) {
    this.byKind = byKind;
    this.artifacts = new LinkedHashSet<>();
    this.gitRepositories = new LinkedHashSet<>();
    fields(ARTIFACTS)
        .forEach(each -> artifacts.add(
            ArtifactPath.of(each.getOrDefault("repo", ""), each.getOrDefault("path", ""))));
    fields(GIT_REPOSITORIES).forEach(each -> gitRepositories.add(each.getOrDefault("name", "")));
  }

  static SearchedResources none() {
    return new SearchedResources(Map.of());
  }

  /**
   * Returns a copy with one more resource.
   *
   * @param kind the wire name, such as {@code builds}
   */
  SearchedResources with(String kind, Map<String, String> fields) {
    Map<String, List<Map<String, String>>> more = new LinkedHashMap<>(byKind);
    List<Map<String, String>> ofKind = new ArrayList<>(fields(kind));
    ofKind.add(fields);
    more.put(kind, ofKind);
    return new SearchedResources(more);
  }

  SearchedResources withArtifact(String repository, String path) {
    return with(ARTIFACTS, Map.of("repo", repository, "path", path));
  }

  SearchedResources withGitRepository(String name) {
    return with(GIT_REPOSITORIES, Map.of("name", name));
  }

  /** By their kinds, as the server wants them. */
  Map<String, List<Map<String, String>>> byKind() {
    return byKind;
  }

  /**
   * Whether a row is about one of these resources, as far as it shows. It does not show builds and
   * release bundles.
   */
  boolean mayInclude(Violation row) {
    return !Set.of(ARTIFACTS, GIT_REPOSITORIES).containsAll(byKind.keySet())
        || RowCheck.isIn(artifacts, gitRepositories, row).orElse(true);
  }

  private List<Map<String, String>> fields(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
