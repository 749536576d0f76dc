package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.watch.AntPatterns;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchFilterType;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One filter of a watch with its patterns made ready; what cannot be tested is left open and never
 * fails. Immutable.
 */
final class FilterEvaluation {
  private static final String MANIFEST = "/manifest.json";

  /**
   * The most characters of patterns times characters of the text; beyond that nothing is evaluated.
   */
  private static final long MOST_WORK = 20_000_000;

  private static final int LONGEST_WORDS = 200;

  private final Function<RequestedArtifact, Outcome> test;

  private final String words;

  private FilterEvaluation(Function<RequestedArtifact, Outcome> test, String words) {
    this.test = test;
    this.words = words;
  }

  private static String cut(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
  }

  /** The filter on a resource of this type. */
  static FilterEvaluation of(WatchFilter filter, WatchResourceType on) {
    return new FilterEvaluation(test(filter, on), filter.type() + " " + value(filter));
  }

  /** Type and value. */
  @Override
  public String toString() {
    return words;
  }

  private static String value(WatchFilter filter) {
    return filter
        .text()
        .or(() -> filter.property().map(Object::toString))
        .or(() -> filter
            .patterns()
            .map(patterns -> patterns.includes()
                + (patterns.excludes().isEmpty() ? "" : " without " + patterns.excludes())))
        .map(FilterEvaluation::cut)
        .orElse("(unreadable)");
  }

  Outcome test(RequestedArtifact artifact) {
    return test.apply(artifact);
  }

  private static Function<RequestedArtifact, Outcome> test(
      WatchFilter filter, WatchResourceType on) {
    WatchFilterType type = filter.type();
    if (type.equals(WatchFilterType.REGEX)) {
      return regex(filter, FilterEvaluation::fileName, "the file's name");
    }
    if (type.equals(WatchFilterType.PATH_REGEX)) {
      return regex(filter, FilterEvaluation::paths, "the path");
    }
    if (type.equals(WatchFilterType.PATH_ANT_PATTERNS)) {
      return patterns(filter, FilterEvaluation::paths, "the path");
    }
    if (type.equals(WatchFilterType.ANT_PATTERNS) && on.equals(WatchResourceType.ALL_PROJECTS)) {
      return patterns(filter, FilterEvaluation::project, "the project's key");
    }
    if (type.equals(WatchFilterType.PACKAGE_TYPE)) {
      return word(
          filter,
          artifact -> artifact.packageType().map(PackageType::wire),
          "package type",
          "the repository's");
    }
    if (type.equals(WatchFilterType.MIME_TYPE)) {
      return word(filter, RequestedArtifact::mimeType, "MIME type", "the file's");
    }
    if (type.equals(WatchFilterType.PROPERTY)) {
      return property(filter);
    }
    return artifact -> Outcome.open(
        "its " + type + " filter, which could not be evaluated, lets the artifact pass");
  }

  private static Function<RequestedArtifact, Outcome> word(
      WatchFilter filter,
      Function<RequestedArtifact, Optional<String>> fact,
      String what,
      String whose) {
    Optional<String> wanted = filter.text();
    return artifact -> {
      Optional<String> actual = fact.apply(artifact);
      if (wanted.isEmpty() || actual.isEmpty()) {
        return Outcome.open(whose + " " + what + ", which is not known, is "
            + cut(wanted.orElse("that of its filter")));
      }
      return wanted.get().equalsIgnoreCase(actual.get())
          ? Outcome.passed()
          : Outcome.failed("the watch's filter asks for " + what + " " + cut(wanted.get())
              + ", and this is " + actual.get());
    };
  }

  private static Function<RequestedArtifact, Outcome> property(WatchFilter filter) {
    Optional<Map.Entry<String, String>> wanted = filter.property();
    String words = value(filter);
    return artifact -> {
      if (wanted.isEmpty() || artifact.properties().isEmpty()) {
        return Outcome.open("the file, whose properties are not known, has the property " + words);
      }
      List<String> values =
          artifact.properties().get().getOrDefault(wanted.get().getKey(), List.of());
      return values.contains(wanted.get().getValue())
          ? Outcome.passed()
          : Outcome.failed(
              "the watch's filter asks for property " + words + ", which the file lacks");
    };
  }

  private static Function<RequestedArtifact, Outcome> regex(
      WatchFilter filter, Function<RequestedArtifact, List<String>> texts, String what) {
    Optional<BoundedRegex> regex = filter.text().map(BoundedRegex::of);
    String words = value(filter);
    return artifact -> {
      List<String> candidates = texts.apply(artifact);
      if (regex.isEmpty() || candidates.isEmpty()) {
        return Outcome.open(what + ", which is not known, matches its filter " + words);
      }
      Coverage best = candidates.stream()
          .map(regex.get()::find)
          .min(Comparator.naturalOrder())
          .orElse(Coverage.NO);
      switch (best) {
        case COVERS:
          return Outcome.passed();
        case COVERS_IF:
          return Outcome.open(what + " matches its filter " + words
              + ", an expression that could not be evaluated here");
        default:
          return Outcome.failed(what + " does not match the watch's filter " + words);
      }
    };
  }

  private static Function<RequestedArtifact, Outcome> patterns(
      WatchFilter filter, Function<RequestedArtifact, List<String>> texts, String what) {
    Optional<List<AntPattern>> includes =
        filter.patterns().map(AntPatterns::includes).map(FilterEvaluation::compiled);
    Optional<List<AntPattern>> excludes =
        filter.patterns().map(AntPatterns::excludes).map(FilterEvaluation::compiled);
    return artifact -> {
      List<String> candidates = texts.apply(artifact);
      if (includes.isEmpty() || excludes.isEmpty() || candidates.isEmpty()) {
        return Outcome.open(what + ", which is not known, passes its " + filter.type() + " filter");
      }
      return patterns(includes.get(), excludes.get(), candidates, what);
    };
  }

  private static Outcome patterns(
      List<AntPattern> includes, List<AntPattern> excludes, List<String> candidates, String what) {
    long length = length(includes) + length(excludes);
    boolean tooLong =
        Stream.of(includes, excludes).flatMap(List::stream).anyMatch(AntPattern::isTooLong);
    if (tooLong
        || candidates.stream().anyMatch(candidate -> length * candidate.length() > MOST_WORK)) {
      return Outcome.open(what + " passes its patterns, which are too long to be evaluated here");
    }
    if (!includes.isEmpty() && !any(includes, candidates)) {
      if (includes.stream().anyMatch(AntPattern::isOdd)) {
        return Outcome.open(what + " matches its include patterns " + cut(includes.toString())
            + ", in a form that is not documented");
      }
      return Outcome.failed(
          what + " matches none of the watch's include patterns " + cut(includes.toString()));
    }
    if (any(excludes, candidates.subList(0, 1))) {
      return Outcome.failed(
          what + " matches the watch's exclude patterns " + cut(excludes.toString()));
    }
    if (any(excludes, candidates)) {
      return Outcome.open("its exclude patterns " + cut(excludes.toString())
          + ", which match the image's folder, do not hold");
    }
    return Outcome.passed();
  }

  private static List<AntPattern> compiled(List<String> patterns) {
    return patterns.stream().map(AntPattern::of).collect(Collectors.toUnmodifiableList());
  }

  private static long length(List<AntPattern> patterns) {
    return patterns.stream().mapToLong(AntPattern::length).sum();
  }

  private static boolean any(List<AntPattern> patterns, List<String> candidates) {
    return patterns.stream().anyMatch(pattern -> candidates.stream().anyMatch(pattern::matches));
  }

  private static List<String> project(RequestedArtifact artifact) {
    return artifact.outsideProjects()
        ? List.of("")
        : artifact.projectKey().map(List::of).orElse(List.of());
  }

  private static List<String> fileName(RequestedArtifact artifact) {
    return artifact
        .path()
        .map(path -> List.of(path.substring(path.lastIndexOf('/') + 1)))
        .orElse(List.of());
  }

  /** The path, and for a container's manifest also the folders of its tag and image. */
  private static List<String> paths(RequestedArtifact artifact) {
    if (artifact.path().isEmpty()) {
      return List.of();
    }
    String inside = artifact.path().get().replaceFirst("^/+", "");
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
