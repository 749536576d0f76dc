package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which repositories belong to the projects that watches name. Not thread-safe. */
final class ProjectLists {
  private final OptionalReads reads;
  private final Set<String> all;
  private final Map<String, Optional<Set<String>>> members = new LinkedHashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();

  /**
   * @param all the keys of all repositories
   */
  ProjectLists(OptionalReads reads, Set<String> all) {
    this.reads = reads;
    this.all = all;
  }

  /** Adds the project of a repository, as far as the resources of the watch depend on it. */
  void addTo(RequestedArtifact.Builder artifact, String repository, IndexedWatch watch) {
    Set<String> named = named(watch);
    boolean isInNone = !named.isEmpty();
    for (String project : named) {
      Optional<Set<String>> keys = members.computeIfAbsent(project, this::read);
      if (keys.isPresent() && keys.get().contains(repository)) {
        artifact.projectKey(project);
        return;
      }
      isInNone &= keys.isPresent();
    }
    if (isInNone && hasNoResourceOnAllProjects(watch)) {
      artifact.outsideProjects(true); // at least outside the projects that matter
    }
  }

  private Optional<Set<String>> read(String project) {
    OptionalRead.Answer<Set<String>> answer = reads.repositoriesOf(project);
    if (answer.value().isEmpty()) {
      problems.put(project, answer.problem());
    } else if (answer.value().get().containsAll(all)) {
      // a server that ignores the parameter returns the repositories of everything
      problems.put(
          project,
          "the list for project " + QuotedNames.of(project)
              + " contains all repositories, as if it was not limited to the project");
      return Optional.empty();
    }
    return answer.value();
  }

  private static Set<String> named(IndexedWatch watch) {
    Set<String> named = new LinkedHashSet<>();
    for (WatchResource resource : watch.watch().resources()) {
      if (resource.type().equals(WatchResourceType.PROJECT)) {
        NonBlank.text(resource.name()).ifPresent(named::add);
      } else if (resource.type().equals(WatchResourceType.ALL_REPOSITORIES)) {
        watch.project().ifPresent(named::add);
      }
    }
    return named;
  }

  private static boolean hasNoResourceOnAllProjects(IndexedWatch watch) {
    return watch.watch().resources().stream()
        .noneMatch(resource -> resource.type().equals(WatchResourceType.ALL_PROJECTS));
  }

  List<NotChecked> notChecked() {
    return problems.values().stream()
        .distinct()
        .map(problem -> NotChecked.of(Subject.REPOSITORIES_OF_PROJECT, problem))
        .collect(Collectors.toUnmodifiableList());
  }
}
