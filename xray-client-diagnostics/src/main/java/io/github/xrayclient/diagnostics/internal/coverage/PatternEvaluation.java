package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.watch.AntPatterns;
import io.github.xrayclient.watch.WatchFilter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evaluates the include and exclude patterns of a filter or a resource. */
final class PatternEvaluation {
  /**
   * The largest product of the number of characters in the patterns and in the text. Beyond this
   * limit the patterns are not evaluated.
   */
  private static final long MOST_WORK = 20_000_000;

  private static final int LONGEST_WORDS = 200;

  private PatternEvaluation() {}

  /**
   * Parses the patterns of a filter.
   *
   * @param texts the texts of an artifact that the patterns match, the most certain one first
   * @param others texts of another form of the artifact; if they match includes, a mismatch is left
   *     open
   * @param what the texts in words, such as "the path"
   * @param words what kind of filter it is, such as "of type …"
   */
  static Function<RequestedArtifact, FilterOutcome> of(
      WatchFilter filter,
      Function<RequestedArtifact, List<String>> texts,
      Function<RequestedArtifact, List<String>> others,
      String what,
      String words) {
    Optional<List<AntPattern>> includes =
        filter.patterns().map(AntPatterns::includes).map(PatternEvaluation::compiled);
    Optional<List<AntPattern>> excludes =
        filter.patterns().map(AntPatterns::excludes).map(PatternEvaluation::compiled);
    return artifact -> {
      List<String> candidates = texts.apply(artifact);
      if (includes.isEmpty() || excludes.isEmpty() || candidates.isEmpty()) {
        return FilterOutcome.open(
            what + ", which is not known, matches the watch's filter " + words);
      }
      return outcome(includes.get(), excludes.get(), candidates, others.apply(artifact), what);
    };
  }

  private static FilterOutcome outcome(
      List<AntPattern> includes,
      List<AntPattern> excludes,
      List<String> candidates,
      List<String> others,
      String what) {
    long length = length(includes) + length(excludes);
    boolean tooLong =
        Stream.of(includes, excludes).flatMap(List::stream).anyMatch(AntPattern::isTooLong);
    if (tooLong
        || candidates.stream().anyMatch(candidate -> length * candidate.length() > MOST_WORK)) {
      return FilterOutcome.open(
          what + " matches the patterns of the watch's filter, which are too long to be evaluated");
    }
    if (!includes.isEmpty() && !any(includes, candidates)) {
      if (any(includes, others)) {
        return FilterOutcome.open("the image has the manifest " + others.get(0)
            + ", which matches the watch's include patterns " + list(includes));
      }
      if (includes.stream().anyMatch(AntPattern::isUndocumented)) {
        return FilterOutcome.open(what + " matches the watch's include patterns " + list(includes)
            + ", whose form is not documented");
      }
      return FilterOutcome.failed(what + " matches none of its include patterns " + list(includes));
    }
    if (any(excludes.stream().filter(PatternEvaluation::isClear), candidates.subList(0, 1))) {
      return FilterOutcome.failed(what + " matches its exclude patterns " + list(excludes));
    }
    if (any(excludes, candidates)) {
      return FilterOutcome.open("the watch's exclude patterns " + list(excludes)
          + ", which match the folder of the image, do not exclude the artifact");
    }
    return excludes.stream().allMatch(PatternEvaluation::isClear)
        ? FilterOutcome.passed()
        : FilterOutcome.open("the watch's exclude patterns " + list(excludes)
            + ", whose form is not documented, do not exclude the artifact");
  }

  private static boolean isClear(AntPattern pattern) {
    return !pattern.isUndocumented();
  }

  private static List<AntPattern> compiled(List<String> patterns) {
    return patterns.stream().map(AntPattern::of).collect(Collectors.toUnmodifiableList());
  }

  private static long length(List<AntPattern> patterns) {
    return patterns.stream().mapToLong(AntPattern::length).sum();
  }

  private static boolean any(List<AntPattern> patterns, List<String> candidates) {
    return any(patterns.stream(), candidates);
  }

  private static boolean any(Stream<AntPattern> patterns, List<String> candidates) {
    return patterns.anyMatch(pattern -> candidates.stream().anyMatch(pattern::matches));
  }

  /** The patterns, for a sentence. */
  static String words(AntPatterns patterns) {
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

  /** A text for a sentence, cut if it is long. */
  static String cut(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
  }
}
