package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.diagnostics.internal.refusal.address.ManifestPath;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out in which repository a violation was found, because a violation in one member of a
 * virtual repository proves nothing about another member. Immutable.
 */
final class ViolatedArtifacts {
  private static final Pattern SLASHES = Pattern.compile("^/+|/+$");

  private final List<MemberLocation> locations;

  ViolatedArtifacts(ArtifactFacts facts) {
    this.locations = facts.artifacts().stream()
        .flatMap(artifact -> facts.locations(artifact).stream()
            .map(location -> new MemberLocation(artifact.repository(), location)))
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * The keys of the repositories in which the violation was found; for a virtual repository, those
   * of its members. Empty if the violation does not name an artifact of them.
   */
  Optional<Set<String>> repositories(Violation violation) {
    Set<String> named = violation.impactedArtifacts().stream()
        .map(ViolatedArtifacts::normal)
        .flatMap(text -> Stream.of(text, text.substring(text.indexOf('/') + 1)))
        .collect(Collectors.toSet());
    Set<String> found = locations.stream()
        .filter(location -> named.contains(location.text))
        .map(location -> location.member)
        .collect(Collectors.toSet());
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** The form in which locations are compared. Servers name an image by its folder. */
  private static String normal(String location) {
    String inside = SLASHES.matcher(location).replaceAll("");
    return ManifestPath.folder(inside).orElse(inside);
  }

  /** A location of the artifact in a repository, or in the cache of a remote repository. */
  private static final class MemberLocation {
    private final String member;
    private final String text;

    MemberLocation(String member, ArtifactLocation location) {
      this.member = member;
      this.text = normal(location.toString());
    }
  }
}
