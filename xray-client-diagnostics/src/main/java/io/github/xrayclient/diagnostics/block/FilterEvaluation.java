package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.watch.AntPatterns;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchFilterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tests one filter of a watch; what cannot be tested is left open and never fails. */
final class FilterEvaluation {
  private static final String MANIFEST = "/manifest.json";

  private FilterEvaluation() {}

  static Outcome of(WatchFilter filter, RequestedArtifact artifact) {
    WatchFilterType type = filter.type();
    Optional<String> path = artifact.path();
    if (type.equals(WatchFilterType.REGEX)) {
      return regex(filter, path.map(FilterEvaluation::fileName).map(List::of), "the file's name");
    }
    if (type.equals(WatchFilterType.PATH_REGEX)) {
      return regex(filter, path.map(FilterEvaluation::paths), "the path");
    }
    if (type.equals(WatchFilterType.PATH_ANT_PATTERNS)) {
      return patterns(filter, path.map(FilterEvaluation::paths), "the path");
    }
    if (type.equals(WatchFilterType.ANT_PATTERNS)) {
      return patterns(filter, artifact.projectKey().map(List::of), "the project's key");
    }
    if (type.equals(WatchFilterType.PACKAGE_TYPE)) {
      return packageType(filter, artifact.packageType());
    }
    return Outcome.open(
        "its " + type + " filter, which could not be evaluated, lets the artifact pass");
  }

  private static Outcome packageType(WatchFilter filter, Optional<String> actual) {
    Optional<String> wanted = filter.text();
    if (wanted.isEmpty() || actual.isEmpty()) {
      return Outcome.open("the repository's package type, which is not known, is "
          + wanted.orElse("that of its filter"));
    }
    return wanted.get().equalsIgnoreCase(actual.get())
        ? Outcome.passed()
        : Outcome.failed(
            "its filter asks for package type " + wanted.get() + ", and this is " + actual.get());
  }

  private static Outcome regex(WatchFilter filter, Optional<List<String>> candidates, String what) {
    Optional<String> pattern = filter.text();
    if (pattern.isEmpty() || candidates.isEmpty()) {
      return Outcome.open(
          what + ", which is not known, matches its filter " + pattern.orElse("(unreadable)"));
    }
    Coverage best = Coverage.NO;
    for (String candidate : candidates.get()) {
      best = best.or(BoundedRegex.find(pattern.get(), candidate));
    }
    switch (best) {
      case COVERS:
        return Outcome.passed();
      case COVERS_IF:
        return Outcome.open(what + " matches its filter " + pattern.get()
            + ", an expression that could not be evaluated here");
      default:
        return Outcome.failed(what + " does not match its filter " + pattern.get());
    }
  }

  private static Outcome patterns(
      WatchFilter filter, Optional<List<String>> candidates, String what) {
    Optional<AntPatterns> patterns = filter.patterns();
    if (patterns.isEmpty() || candidates.isEmpty()) {
      return Outcome.open(what + ", which is not known, passes its " + filter.type() + " filter");
    }
    List<String> includes = patterns.get().includes();
    List<String> excludes = patterns.get().excludes();
    if (!includes.isEmpty() && !any(includes, candidates.get())) {
      if (includes.stream().anyMatch(pattern -> pattern.isEmpty() || pattern.startsWith("/"))) {
        return Outcome.open(what + " matches its include patterns " + includes
            + ", in a form that is not documented");
      }
      return Outcome.failed(what + " matches none of its include patterns " + includes);
    }
    if (any(excludes, candidates.get().subList(0, 1))) {
      return Outcome.failed(what + " matches its exclude patterns " + excludes);
    }
    if (any(excludes, candidates.get())) {
      return Outcome.open(
          "its exclude patterns " + excludes + ", which match the image's folder, do not hold");
    }
    return Outcome.passed();
  }

  private static boolean any(List<String> patterns, List<String> candidates) {
    return patterns.stream()
        .anyMatch(
            pattern -> candidates.stream().anyMatch(text -> AntPattern.matches(pattern, text)));
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path, and for a container's manifest also the folders of its tag and image. */
  private static List<String> paths(String path) {
    String inside = path.replaceFirst("^/+", "");
    List<String> paths = new ArrayList<>(List.of(inside));
    if (inside.endsWith(MANIFEST)) {
      String tag = inside.substring(0, inside.length() - MANIFEST.length());
      paths.add(tag);
      if (tag.indexOf('/') > 0) {
        paths.add(tag.substring(0, tag.lastIndexOf('/')));
      }
    }
    return paths;
  }

  /** What a filter says, with words for a sentence about the watch. */
  static final class Outcome {
    private final Coverage coverage;
    private final String words;

    private Outcome(Coverage coverage, String words) {
      this.coverage = coverage;
      this.words = words;
    }

    static Outcome passed() {
      return new Outcome(Coverage.COVERS, "");
    }

    static Outcome failed(String fact) {
      return new Outcome(Coverage.NO, fact);
    }

    static Outcome open(String condition) {
      return new Outcome(Coverage.COVERS_IF, condition);
    }

    Coverage coverage() {
      return coverage;
    }

    String words() {
      return words;
    }
  }
}
