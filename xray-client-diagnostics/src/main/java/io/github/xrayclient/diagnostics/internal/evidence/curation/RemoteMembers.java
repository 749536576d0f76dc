package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the remote repositories among the members of a virtual one. Not thread-safe. */
final class RemoteMembers {
  /** The largest number of members that are looked up. */
  private static final int MEMBERS = 30;

  private final OptionalReads reads;
  private final Set<String> seen = new HashSet<>();
  private final List<Repository> remotes = new ArrayList<>();
  private @Nullable String problem;
  private int left = MEMBERS;

  RemoteMembers(OptionalReads reads) {
    this.reads = reads;
  }

  /** Adds a remote repository, or the remote members of a virtual one and of its virtual members. */
  void add(Repository repository) {
    if (!seen.add(repository.key())) {
      return;
    }
    if (is(repository, RepositoryClass.VIRTUAL)) {
      repository.repositories().forEach(this::lookUp);
    } else if (!is(repository, RepositoryClass.LOCAL)) {
      remotes.add(repository);
    }
  }

  private void lookUp(String key) {
    if (seen.contains(key)) {
      return;
    }
    if (left == 0) {
      problem = "only the first " + MEMBERS + " members of the virtual repository are looked up";
      return;
    }
    left--;
    OptionalRead.Answer<Repository> answer = reads.repository(key);
    answer.value().ifPresent(this::add);
    if (answer.value().isEmpty()) {
      problem = "member " + QuotedNames.of(key) + " of the virtual repository could not be looked"
          + " up (" + answer.problem() + ")";
    }
  }

  private static boolean is(Repository repository, RepositoryClass type) {
    return repository.repositoryClass().filter(type::equals).isPresent();
  }

  List<Repository> found() {
    return remotes;
  }

  /** Why members may be missing; empty if all were looked up. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }
}
