package io.github.xrayclient.diagnostics.internal.evidence.artifact;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.coverage.WatchMatch;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.StoredFile;
import java.util.List;
import java.util.Optional;

/**
 * Finds the member of a virtual repository that stores the artifact. Artifactory is asked for the
 * file by the key of the virtual repository. Some servers answer with the key of the member. If the
 * answer does not name it, the members are asked.
 */
final class ServingMemberReader {
  /** The largest number of members that are asked for the file. */
  private static final int MEMBERS = 10;

  private final OptionalReads reads;

  ServingMemberReader(OptionalReads reads) {
    this.reads = reads;
  }

  ArtifactFacts addTo(ArtifactFacts facts) {
    Optional<String> path = facts.path();
    boolean matters = facts.matches().stream().anyMatch(WatchMatch::mayCover);
    if (!facts.isVirtual() || path.isEmpty() || !matters) {
      return facts;
    }
    OptionalRead.Answer<StoredFile> file =
        reads.file(new ArtifactLocation(facts.asked().repository(), path.get()));
    if (file.value().isEmpty()) {
      return file.isNotFound() ? facts : notChecked(facts, file.problem());
    }
    Optional<String> named = NonBlank.text(file.value().get().repository());
    Optional<String> member = facts.artifacts().stream()
        .filter(facts::mayStore)
        .filter(artifact -> named.filter(CacheKeys.of(artifact)::contains).isPresent())
        .map(RequestedArtifact::repository)
        .findFirst();
    return member.isPresent() ? facts.servedBy(member.get()) : ofMembers(facts);
  }

  /**
   * Asks the members in their order for the file, and then those that may come before the first one
   * that stores it, because it is not known whether they have priority resolution. Stops at a
   * member that does not answer.
   */
  private ArtifactFacts ofMembers(ArtifactFacts facts) {
    Optional<String> first = Optional.empty();
    int asked = 0;
    for (RequestedArtifact artifact : facts.artifacts()) {
      if (first.isPresent() && facts.priority(artifact).isPresent()) {
        continue;
      }
      if (!facts.mayStore(artifact)) {
        return notChecked(facts, "the members of the virtual repository are not known");
      }
      List<ArtifactLocation> locations = facts.locations(artifact);
      if (locations.isEmpty() || asked++ == MEMBERS) {
        return notChecked(facts, "at most " + MEMBERS + " members are asked for the file");
      }
      OptionalRead.Answer<StoredFile> file = reads.file(locations.get(0));
      if (file.value().isEmpty() && !file.isNotFound()) {
        return notChecked(facts, file.problem());
      }
      if (file.value().isPresent() && first.isPresent()) {
        return notChecked(
            facts,
            "several members store the file, and it is not known which of them have priority"
                + " resolution");
      }
      if (file.value().isPresent()) {
        first = Optional.of(artifact.repository());
      }
    }
    return first.map(facts::servedBy).orElse(facts);
  }

  private static ArtifactFacts notChecked(ArtifactFacts facts, String because) {
    return facts.withNotChecked(List.of(NotChecked.of(Subject.MEMBER_OF_FILE, because)));
  }
}
