package io.github.xrayclient.curation.internal.fields;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.remedy.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lists of a curation policy that belong to its scope, such as the included repositories. */
public final class CurationScopeFields {
  /** All lists that belong to a scope. */
  public static final List<String> LISTS = List.of(
      "repo_exclude", "repo_include", "pkg_types_include", "group_include", "group_exclude");

  /** The scopes of policies that cannot be shared with a federation. */
  private static final Set<CurationScope> NOT_SHAREABLE =
      Set.of(CurationScope.SPECIFIC_REPOSITORIES, CurationScope.SPECIFIC_GROUPS);

  private static final Map<CurationScope, List<String>> OF_SCOPE = Map.of(
      CurationScope.ALL_REPOSITORIES, List.of("repo_exclude"),
      CurationScope.SPECIFIC_REPOSITORIES, List.of("repo_include"),
      CurationScope.PACKAGE_TYPES, List.of("pkg_types_include"),
      CurationScope.SPECIFIC_GROUPS, List.of("group_include", "group_exclude"));

  /**
   * The lists that contradict a scope. A list that no document forbids is not among them: some
   * servers may accept excluded repositories beside package types, for example.
   */
  private static final Map<CurationScope, List<String>> FOREIGN = Map.of(
      CurationScope.ALL_REPOSITORIES,
      List.of("repo_include", "pkg_types_include", "group_include", "group_exclude"),
      CurationScope.SPECIFIC_REPOSITORIES,
      List.of("repo_exclude", "pkg_types_include", "group_include", "group_exclude"),
      CurationScope.PACKAGE_TYPES,
      List.of("repo_include", "group_include", "group_exclude"));

  private CurationScopeFields() {}

  /** The lists of this scope; none if this version of the library does not know the scope. */
  public static List<String> of(CurationScope scope) {
    return OF_SCOPE.getOrDefault(scope, List.of());
  }

  /** The lists that contradict this scope; none if this version of the library does not know it. */
  public static List<String> foreign(CurationScope scope) {
    return FOREIGN.getOrDefault(scope, List.of());
  }

  /** Whether a policy with this scope may be shared with a federation. */
  public static boolean isShareable(CurationScope scope) {
    return !NOT_SHAREABLE.contains(scope);
  }

  /**
   * Checks that the lists of a policy do not contradict its scope, unless this version of the
   * library does not know the scope.
   *
   * @param field returns the value of a field, or a missing node
   * @throws IllegalArgumentException if they contradict it
   */
  public static void refuseContradiction(Function<String, JsonNode> field) {
    JsonNode given = field.apply("scope");
    if (!given.isTextual() && !given.isMissingNode()) {
      return; // a copy of something that this library cannot read
    }
    String word = given.asText();
    CurationScope scope = CurationScope.of(word);
    List<String> filled = new ArrayList<>(LISTS);
    filled.removeIf(list -> isEmpty(field.apply(list)));
    if (word.isBlank()) {
      if (!filled.isEmpty()) {
        throw refused(
            "there is no scope, but " + String.join(" and ", filled),
            "set both with " + methods(filled));
      }
      return;
    }
    List<String> needed = scope.equals(CurationScope.ALL_REPOSITORIES) ? List.of() : of(scope);
    if (!needed.isEmpty() && needed.stream().noneMatch(filled::contains)) {
      throw refused(
          "the scope is " + VisibleText.oneLine(word) + ", but " + String.join(" and ", needed)
              + (needed.size() == 1 ? " is" : " are") + " empty",
          "name what the policy covers with " + methods(needed)
              + ", or choose another scope, for example with allRepositoriesExcept()");
    }
    List<String> foreign =
        filled.stream().filter(foreign(scope)::contains).collect(Collectors.toList());
    if (!foreign.isEmpty()) {
      throw refused(
          "the scope is " + VisibleText.oneLine(word) + ", which contradicts "
              + String.join(" and ", foreign),
          "call " + methods(foreign) + " or " + methods(of(scope))
              + ", which set the scope and empty the lists of other scopes");
    }
  }

  private static IllegalArgumentException refused(String problem, String advice) {
    return new RemediableArgumentException(problem, Remedy.of(Remedy.Kind.CORRECT_OBJECT, advice));
  }

  /**
   * Whether a list names nothing. Blank names count as absent; a value that is not a list does not.
   */
  private static boolean isEmpty(JsonNode list) {
    if (!list.isArray()) {
      return list.isMissingNode();
    }
    for (JsonNode element : list) {
      if (!element.asText().isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static String methods(List<String> lists) {
    return lists.stream().map(CurationScopeFields::method).collect(Collectors.joining(" or "));
  }

  private static String method(String list) {
    switch (list) {
      case "repo_exclude":
        return "allRepositoriesExcept(..)";
      case "repo_include":
        return "onlyRepositories(..)";
      case "pkg_types_include":
        return "packageTypes(..)";
      case "group_include":
        return "groups(..)";
      default:
        return "excludedGroups(..)";
    }
  }
}
