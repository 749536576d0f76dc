package io.github.xrayclient.diagnostics.oracle;

import static io.github.xrayclient.diagnostics.oracle.Coverage.FILTER;
import static io.github.xrayclient.diagnostics.oracle.Coverage.OPEN;
import static io.github.xrayclient.diagnostics.oracle.Coverage.YES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether a file passes a filter of a watch. */
final class DocumentedFilters {
  /** The spellings that the documents use for one type. */
  private static final List<Set<String>> SPELLINGS = List.of(
      Set.of("go", "golang"),
      Set.of("gems", "rubygems"),
      Set.of("huggingface", "huggingfaceml"),
      Set.of("rpm", "yum"),
      Set.of("deb", "debian"),
      Set.of("composer", "php"),
      Set.of("maven"),
      Set.of("gradle"),
      Set.of("docker"),
      Set.of("oci"),
      Set.of("npm"),
      Set.of("pypi"),
      Set.of("nuget"),
      Set.of("conan"),
      Set.of("cargo"),
      Set.of("generic"));

  /** Types that use one form of packages. Whether a filter takes one for the other is not documented. */
  private static final List<Set<String>> RELATED =
      List.of(Set.of("maven", "gradle"), Set.of("docker", "oci"));

  private static final Set<String> ON_PATHS = Set.of("regex", "path-regex", "path-ant-patterns");

  private final KnownFacts facts;

  DocumentedFilters(KnownFacts facts) {
    this.facts = facts;
  }

  Set<Coverage> test(JsonNode filter, String resourceType) {
    JsonNode value = filter.path("value");
    String type = filter.path("type").asText();
    if (!facts.setUp.isPathKnown && ON_PATHS.contains(type)) {
      return open();
    }
    switch (type) {
      case "package-type":
        return facts.packageType.map(actual -> types(value.asText(), actual)).orElse(open());
      case "regex":
        return onName(value.asText());
      case "path-regex":
        return regex(value.asText(), paths());
      case "path-ant-patterns":
        return patterns(value, paths());
      case "mime-type":
        return facts
            .file()
            .map(file -> yes(file.path("mimeType").asText().equalsIgnoreCase(value.asText())))
            .orElse(open());
      case "property":
        return facts
            .file()
            .map(file -> property(value, file.path("properties")))
            .orElse(open());
      case "ant-patterns":
        boolean isOnProjects = resourceType.equals("all-projects");
        return facts
            .project
            .filter(key -> isOnProjects)
            .map(key -> patterns(value, List.of(key)))
            .orElse(open());
      default:
        return open();
    }
  }

  private static Set<Coverage> types(String wanted, String actual) {
    Set<String> both =
        Set.copyOf(List.of(wanted.toLowerCase(Locale.ROOT), actual.toLowerCase(Locale.ROOT)));
    boolean areEqual =
        both.size() == 1 || SPELLINGS.stream().anyMatch(same -> same.containsAll(both));
    boolean areKnown =
        both.stream().allMatch(word -> SPELLINGS.stream().anyMatch(same -> same.contains(word)));
    if (RELATED.stream().anyMatch(same -> both.size() == 2 && same.containsAll(both))) {
      return EnumSet.of(YES, OPEN);
    }
    return areEqual ? yes(true) : areKnown ? yes(false) : open();
  }

  private static Set<Coverage> property(JsonNode wanted, JsonNode properties) {
    for (JsonNode value : properties.path(wanted.path("key").asText())) {
      if (value.equals(wanted.path("value"))) {
        return yes(true);
      }
    }
    return yes(false);
  }

  /** It is not documented whether the name of an image is that of its manifest, its tag or its folder. */
  private Set<Coverage> onName(String expression) {
    List<String> names = new ArrayList<>();
    paths().forEach(path -> names.add(path.replaceAll(".*/", "")));
    Set<Coverage> ofFile = regex(expression, names.subList(0, 1));
    boolean isLeftOpen = ofFile.equals(yes(false)) && !regex(expression, names).equals(ofFile);
    return isLeftOpen ? EnumSet.of(OPEN, FILTER) : ofFile;
  }

  /** It is not documented whether an expression must match all of a text. */
  private static Set<Coverage> regex(String expression, List<String> texts) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      return open();
    }
    boolean isFound = texts.stream().anyMatch(text -> pattern.matcher(text).find());
    boolean isWhole = texts.stream().anyMatch(text -> pattern.matcher(text).matches());
    return isFound && !isWhole ? EnumSet.of(YES, OPEN) : yes(isFound);
  }

  /** The path, and for the manifest of an image also the folders of its tag and of the image. */
  private List<String> paths() {
    String path = facts.setUp.path;
    List<String> paths = new ArrayList<>(List.of(path));
    Optional.of(path.replaceAll("/(list\\.)?manifest\\.json$", ""))
        .filter(tag -> !tag.equals(path))
        .ifPresent(tag -> {
          paths.add(tag);
          paths.add(tag.substring(0, tag.lastIndexOf('/')));
        });
    return paths;
  }

  private static Set<Coverage> patterns(JsonNode value, List<String> texts) {
    JsonNode includes = value.path("IncludePatterns");
    JsonNode excludes = value.path("ExcludePatterns");
    if (!value.isObject()) {
      return open();
    }
    BiPredicate<JsonNode, List<String>> any = (patterns, given) -> {
      for (JsonNode pattern : patterns) {
        if (given.stream().anyMatch(text -> AntPath.matches(pattern.asText(), text))) {
          return true;
        }
      }
      return false;
    };
    if (!includes.isEmpty() && !any.test(includes, texts)) {
      return isUnclear(includes) ? open() : yes(false);
    }
    if (any.test(excludes, texts.subList(0, 1))) {
      return isUnclear(excludes) ? EnumSet.of(OPEN, FILTER) : yes(false);
    }
    return any.test(excludes, texts) || isUnclear(excludes) ? open() : yes(true);
  }

  /** Patterns with a slash at the beginning are refused elsewhere; what they match is not documented. */
  private static boolean isUnclear(JsonNode patterns) {
    for (JsonNode pattern : patterns) {
      if (pattern.asText().startsWith("/") || pattern.asText().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static Set<Coverage> yes(boolean passes) {
    return EnumSet.of(passes ? YES : FILTER);
  }

  private static Set<Coverage> open() {
    return EnumSet.of(OPEN);
  }
}
