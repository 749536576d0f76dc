package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.watch.AntPatterns;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchFilterType;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter of a watch with its patterns parsed. If a filter cannot be evaluated, the outcome is
 * uncertain, and no exception is thrown. Immutable.
 */
final class FilterEvaluation {
  private static final String MANIFEST = "/manifest.json";

  /**
   * The largest product of the number of characters in the patterns and in the text. Beyond this limit
   * the patterns are not evaluated.
   */
  private static final long MOST_WORK = 20_000_000;

  private static final int LONGEST_WORDS = 200;

  private final Function<RequestedArtifact, Outcome> test;

  private final String words;

  private FilterEvaluation(Function<RequestedArtifact, Outcome> test, String words) {
    this.test = test;
    this.words = words;
  }

  private static String words(AntPatterns patterns) {
    String includes = patterns.includes().isEmpty() ? "" : "include " + list(patterns.includes());
    String excludes = patterns.excludes().isEmpty() ? "" : "exclude " + list(patterns.excludes());
    String both = includes.isEmpty() || excludes.isEmpty() ? "" : ", ";
    return "(" + includes + both + excludes + ")";
  }

  private static String list(Collection<?> patterns) {
    return cut(patterns.stream()
        .map(Object::toString)
        .map(QuotedNames::of)
        .collect(Collectors.joining(", ")));
  }

  private static String quoted(String value) {
    return QuotedNames.of(cut(value));
  }

  private static String cut(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
  }

  /** Parses the filter of a resource of this type. */
  static FilterEvaluation of(WatchFilter filter, WatchResourceType on) {
    return new FilterEvaluation(test(filter, on), filter.type() + " " + value(filter));
  }

  /** The type and the value, for a sentence. */
  @Override
  public String toString() {
    return words;
  }

  private static String value(WatchFilter filter) {
    return filter
        .text()
        .or(() -> filter.property().map(Object::toString))
        .map(FilterEvaluation::quoted)
        .or(() -> filter.patterns().map(FilterEvaluation::words))
        .orElse("with an unreadable value");
  }

  Outcome test(RequestedArtifact artifact) {
    return test.apply(artifact);
  }

  private static Function<RequestedArtifact, Outcome> test(
      WatchFilter filter, WatchResourceType on) {
    WatchFilterType type = filter.type();
    if (type.equals(WatchFilterType.REGEX)) {
      return regex(filter, FilterEvaluation::fileName, "the file name");
    }
    if (type.equals(WatchFilterType.PATH_REGEX)) {
      return regex(filter, FilterEvaluation::paths, "the path");
    }
    if (type.equals(WatchFilterType.PATH_ANT_PATTERNS)) {
      return patterns(filter, FilterEvaluation::paths, "the path");
    }
    if (type.equals(WatchFilterType.ANT_PATTERNS) && on.equals(WatchResourceType.ALL_PROJECTS)) {
      return patterns(filter, FilterEvaluation::project, "the key of the project");
    }
    if (type.equals(WatchFilterType.PACKAGE_TYPE)) {
      return word(
          filter,
          artifact -> artifact.packageType().map(PackageType::wire),
          "package type",
          "the repository");
    }
    if (type.equals(WatchFilterType.MIME_TYPE)) {
      return word(filter, RequestedArtifact::mimeType, "MIME type", "the file");
    }
    if (type.equals(WatchFilterType.PROPERTY)) {
      return property(filter);
    }
    return artifact -> Outcome.open("the watch's filter of type " + QuotedNames.of(type.wire())
        + ", which this library cannot evaluate, matches the artifact");
  }

  private static Function<RequestedArtifact, Outcome> word(
      WatchFilter filter,
      Function<RequestedArtifact, Optional<String>> fact,
      String what,
      String owner) {
    Optional<String> wanted = filter.text();
    return artifact -> {
      Optional<String> actual = fact.apply(artifact);
      if (wanted.isEmpty()) {
        return Outcome.open("the " + what + " of " + owner
            + " matches the watch's filter, whose value could not be read");
      }
      if (actual.isEmpty()) {
        return Outcome.open(
            "the " + what + " of " + owner + ", which is not known, is " + quoted(wanted.get()));
      }
      return wanted.get().equalsIgnoreCase(actual.get())
          ? Outcome.passed()
          : Outcome.failed("its filter requires the " + what + " " + quoted(wanted.get()) + ", but "
              + owner + " has the " + what + " " + quoted(actual.get()));
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
              "its filter requires the property " + words + ", which the file does not have");
    };
  }

  private static Function<RequestedArtifact, Outcome> regex(
      WatchFilter filter, Function<RequestedArtifact, List<String>> texts, String what) {
    Optional<BoundedRegex> regex = filter.text().map(BoundedRegex::of);
    String words = value(filter);
    return artifact -> {
      List<String> candidates = texts.apply(artifact);
      if (regex.isEmpty() || candidates.isEmpty()) {
        return Outcome.open(what + ", which is not known, matches the watch's filter " + words);
      }
      Coverage best = candidates.stream()
          .map(regex.get()::find)
          .min(Comparator.naturalOrder())
          .orElse(Coverage.NO);
      switch (best) {
        case COVERS:
          return Outcome.passed();
        case COVERS_IF:
          return Outcome.open(what + " matches the watch's filter " + words
              + ", a regular expression that this library cannot evaluate");
        default:
          return Outcome.failed(what + " does not match its filter " + words);
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
        return Outcome.open(what + ", which is not known, matches the watch's filter of type "
            + QuotedNames.of(filter.type().wire()));
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
      return Outcome.open(
          what + " matches the patterns of the watch's filter, which are too long to be evaluated");
    }
    if (!includes.isEmpty() && !any(includes, candidates)) {
      if (includes.stream().anyMatch(AntPattern::isUndocumented)) {
        return Outcome.open(what + " matches the watch's include patterns " + list(includes)
            + ", whose form is not documented");
      }
      return Outcome.failed(what + " matches none of its include patterns " + list(includes));
    }
    if (any(excludes, candidates.subList(0, 1))) {
      return Outcome.failed(what + " matches its exclude patterns " + list(excludes));
    }
    if (any(excludes, candidates)) {
      return Outcome.open("the watch's exclude patterns " + list(excludes)
          + ", which match the folder of the image, do not exclude the artifact");
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

  /** The path, and for the manifest of an image also the folder of its tag. */
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

  /** Whether a filter matches, and the reason if it does not match, or does not certainly match. */
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
