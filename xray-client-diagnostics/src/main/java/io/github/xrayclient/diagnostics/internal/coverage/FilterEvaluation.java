package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchFilterType;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A filter of a watch, or the patterns of a resource, parsed. If they cannot be evaluated, the
 * outcome is uncertain, and no exception is thrown. Immutable.
 */
final class FilterEvaluation {
  /** The types of resources whose patterns match paths. The patterns of other types match names. */
  private static final Set<WatchResourceType> WITH_PATHS =
      Set.of(WatchResourceType.REPOSITORY, WatchResourceType.ALL_REPOSITORIES);

  private final Function<RequestedArtifact, FilterOutcome> test;

  private final String words;

  private FilterEvaluation(Function<RequestedArtifact, FilterOutcome> test, String words) {
    this.test = test;
    this.words = words;
  }

  private static String quoted(String value) {
    return QuotedNames.of(PatternEvaluation.cut(value));
  }

  /** Parses the filter of a resource of this type. */
  static FilterEvaluation of(WatchFilter filter, WatchResourceType on) {
    return new FilterEvaluation(test(filter, on), filter.type() + " " + value(filter));
  }

  /**
   * Parses the include and exclude patterns that a resource has beside its filters; empty if it has
   * none. They are evaluated like a filter with Ant patterns. Since it is not documented what they
   * mean, they never rule out that the resource covers an artifact.
   */
  static Optional<FilterEvaluation> ofPatterns(WatchResource resource) {
    List<String> includes = NonBlank.texts(resource.includePatterns());
    List<String> excludes = NonBlank.texts(resource.excludePatterns());
    if (includes.isEmpty() && excludes.isEmpty()) {
      return Optional.empty();
    }
    WatchFilter like = WatchFilter.patterns(WatchFilterType.ANT_PATTERNS, includes, excludes);
    String words = "by patterns " + value(like);
    return Optional.of(new FilterEvaluation(
        test(like, resource.type(), words)
            .andThen(outcome -> outcome.openIfFailed(
                "the patterns of the resource, whose meaning is not documented, do not exclude the"
                    + " artifact although ")),
        words));
  }

  private static Function<RequestedArtifact, FilterOutcome> test(
      WatchFilter patterns, WatchResourceType on, String words) {
    if (WITH_PATHS.contains(on)) {
      return PatternEvaluation.of(
          patterns, ArtifactTexts::paths, ArtifactTexts::otherManifest, "the path", words);
    }
    if (on.equals(WatchResourceType.ALL_PROJECTS)) {
      return PatternEvaluation.of(
          patterns, FilterEvaluation::project, none -> List.of(), "the key of the project", words);
    }
    return artifact -> FilterOutcome.open("the watch's filter " + words
        + " for a resource of type " + QuotedNames.of(on.wire())
        + ", which this library cannot evaluate, matches the artifact");
  }

  /** The type and the value, for a sentence. */
  @Override
  public String toString() {
    return words;
  }

  private static String value(WatchFilter filter) {
    return NonBlank.text(filter.text())
        .or(() -> filter.property().map(Object::toString))
        .map(FilterEvaluation::quoted)
        .or(() -> filter.patterns().map(PatternEvaluation::words))
        .orElse("with an unreadable value");
  }

  FilterOutcome test(RequestedArtifact artifact) {
    return test.apply(artifact);
  }

  private static Function<RequestedArtifact, FilterOutcome> test(
      WatchFilter filter, WatchResourceType on) {
    WatchFilterType type = filter.type();
    if (type.equals(WatchFilterType.REGEX)) {
      return regex(filter, ArtifactTexts::fileName, ArtifactTexts::imageNames, "the file name");
    }
    if (type.equals(WatchFilterType.PATH_REGEX)) {
      return regex(filter, ArtifactTexts::paths, ArtifactTexts::otherManifest, "the path");
    }
    if (type.equals(WatchFilterType.PATH_ANT_PATTERNS)) {
      return PatternEvaluation.of(
          filter, ArtifactTexts::paths, ArtifactTexts::otherManifest, "the path", ofType(type));
    }
    if (type.equals(WatchFilterType.ANT_PATTERNS) && on.equals(WatchResourceType.ALL_PROJECTS)) {
      return PatternEvaluation.of(
          filter,
          FilterEvaluation::project,
          none -> List.of(),
          "the key of the project",
          ofType(type));
    }
    if (type.equals(WatchFilterType.PACKAGE_TYPE)) {
      return packageType(filter);
    }
    if (type.equals(WatchFilterType.MIME_TYPE)) {
      return word(
          filter,
          RequestedArtifact::mimeType,
          "MIME type",
          "the file",
          (wanted, actual) -> wanted.equalsIgnoreCase(actual) ? Coverage.COVERS : Coverage.NO);
    }
    if (type.equals(WatchFilterType.PROPERTY)) {
      return property(filter);
    }
    return artifact -> FilterOutcome.open("the watch's filter " + ofType(type)
        + ", which this library cannot evaluate, matches the artifact");
  }

  private static String ofType(WatchFilterType type) {
    return "of type " + QuotedNames.of(type.wire());
  }

  private static Function<RequestedArtifact, FilterOutcome> packageType(WatchFilter filter) {
    return word(
        filter,
        artifact -> artifact.packageType().map(PackageType::wire),
        "package type",
        "the repository",
        PackageTypeNames::compare);
  }

  private static Function<RequestedArtifact, FilterOutcome> word(
      WatchFilter filter,
      Function<RequestedArtifact, Optional<String>> fact,
      String what,
      String owner,
      BiFunction<String, String, Coverage> compared) {
    Optional<String> wanted = NonBlank.text(filter.text());
    return artifact -> {
      Optional<String> actual = fact.apply(artifact);
      if (wanted.isEmpty()) {
        return FilterOutcome.open("the " + what + " of " + owner
            + " matches the watch's filter, whose value could not be read");
      }
      if (actual.isEmpty()) {
        return FilterOutcome.open(
            "the " + what + " of " + owner + ", which is not known, is " + quoted(wanted.get()));
      }
      switch (compared.apply(wanted.get(), actual.get())) {
        case COVERS:
          return FilterOutcome.passed();
        case COVERS_IF:
          return FilterOutcome.open("the " + what + " " + quoted(actual.get()) + " of " + owner
              + " counts as the " + what + " " + quoted(wanted.get()) + " of the watch's filter");
        default:
          return FilterOutcome.failed("its filter requires the " + what + " " + quoted(wanted.get())
              + ", but " + owner + " has the " + what + " " + quoted(actual.get()));
      }
    };
  }

  private static Function<RequestedArtifact, FilterOutcome> property(WatchFilter filter) {
    Optional<Map.Entry<String, String>> wanted = filter.property();
    String words = value(filter);
    return artifact -> {
      if (wanted.isEmpty() || artifact.properties().isEmpty()) {
        return FilterOutcome.open(
            "the file, whose properties are not known, has the property " + words);
      }
      List<String> values =
          artifact.properties().get().getOrDefault(wanted.get().getKey(), List.of());
      return values.contains(wanted.get().getValue())
          ? FilterOutcome.passed()
          : FilterOutcome.failed(
              "its filter requires the property " + words + ", which the file does not have");
    };
  }

  /**
   * Parses a filter with a regular expression.
   *
   * @param others texts of which it is not documented whether they count
   */
  private static Function<RequestedArtifact, FilterOutcome> regex(
      WatchFilter filter,
      Function<RequestedArtifact, List<String>> texts,
      Function<RequestedArtifact, List<String>> others,
      String what) {
    Optional<BoundedRegex> regex = NonBlank.text(filter.text()).map(BoundedRegex::of);
    String words = value(filter);
    return artifact -> {
      List<String> candidates = texts.apply(artifact);
      if (regex.isEmpty() || candidates.isEmpty()) {
        return FilterOutcome.open(
            what + ", which is not known, matches the watch's filter " + words);
      }
      switch (best(regex.get(), candidates)) {
        case COVERS:
          return FilterOutcome.passed();
        case COVERS_IF:
          return FilterOutcome.open(what + " matches the watch's filter " + words
              + ", a regular expression that this library cannot evaluate");
        default:
          return best(regex.get(), others.apply(artifact)) == Coverage.NO
              ? FilterOutcome.failed(what + " does not match its filter " + words)
              : FilterOutcome.open(
                  "the watch's filter " + words + ", which " + what
                      + " does not match, is applied to the name, the tag or another manifest of the image");
      }
    };
  }

  private static Coverage best(BoundedRegex regex, List<String> texts) {
    return texts.stream().map(regex::find).min(Comparator.naturalOrder()).orElse(Coverage.NO);
  }

  private static List<String> project(RequestedArtifact artifact) {
    return artifact.outsideProjects()
        ? List.of("")
        : artifact.projectKey().map(List::of).orElse(List.of());
  }
}
