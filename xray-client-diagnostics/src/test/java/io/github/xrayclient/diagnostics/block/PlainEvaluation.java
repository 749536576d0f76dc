package io.github.xrayclient.diagnostics.block;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether watches cover a repository, decided one after the other on the JSON that a server sends,
 * by the documented algorithm and nothing of the library. Slow, to be compared with.
 */
final class PlainEvaluation {
  private static final int YES = 0;
  private static final int IF = 1;
  private static final int NO = 2;

  private final JsonNode policies;
  private final JsonNode watches;
  private final JsonNode asked;

  /** {@code asked} has key, and perhaps path, class, packageType, projectKey, binMgrId, mimeType, properties. */
  PlainEvaluation(JsonNode policies, JsonNode watches, JsonNode asked) {
    this.policies = policies;
    this.watches = watches;
    this.asked = asked;
  }

  /** A line for each cause and each watch ruled out: verdict or OUT, watch, policy, rule, switch. */
  Set<String> answer() {
    Set<String> lines = new TreeSet<>();
    for (JsonNode watch : watches) {
      judge(watch, lines);
    }
    return lines;
  }

  private void judge(JsonNode watch, Set<String> lines) {
    int best = NO;
    boolean near = false;
    for (JsonNode resource : watch.at("/project_resources/resources")) {
      int scope = scope(watch, resource);
      boolean isNear = scope != -1;
      int result = isNear ? Math.max(scope, rest(watch, resource, scope)) : NO;
      if (result < best || (result == best && isNear)) {
        near |= isNear;
        best = result;
      }
    }
    if (!near) {
      return;
    }
    JsonNode active = watch.at("/general_data/active");
    boolean out = best == NO || (active.isBoolean() && !active.asBoolean());
    for (JsonNode assigned : watch.path("assigned_policies")) {
      List<JsonNode> found = find(watch, assigned);
      if (found.isEmpty() && !out) {
        lines.add("POSSIBLE " + name(watch) + " " + assigned.path("name").asText() + " - -");
      }
      for (JsonNode policy : found) {
        for (JsonNode rule : policy.path("rules")) {
          rule(
              watch,
              policy,
              rule,
              out ? "OUT" : best == YES && active.isBoolean() ? "LIKELY" : "POSSIBLE",
              lines);
        }
      }
    }
  }

  private static void rule(
      JsonNode watch, JsonNode policy, JsonNode rule, String verdict, Set<String> lines) {
    JsonNode block = rule.at("/actions/block_download");
    boolean violation = block.path("active").asBoolean();
    boolean unscanned = block.path("unscanned").asBoolean();
    String who = " " + name(watch) + " " + policy.path("name").asText() + " "
        + rule.path("name").asText();
    if (verdict.equals("OUT")) {
      if (violation || unscanned) {
        lines.add("OUT" + who);
      }
      return;
    }
    boolean grace = block.path("grace_period_days").asInt() > 0;
    if (violation) {
      lines.add((grace ? "POSSIBLE" : verdict) + who + " VIOLATION");
    }
    if (unscanned) {
      lines.add(verdict + who + " UNSCANNED");
    }
  }

  /** By name and type; that of the watch's project comes before the global one. */
  private List<JsonNode> find(JsonNode watch, JsonNode assigned) {
    List<JsonNode> own = new ArrayList<>();
    List<JsonNode> global = new ArrayList<>();
    String project = watch.at("/general_data/project_key").asText("");
    for (JsonNode policy : policies) {
      boolean named = policy.path("name").asText().equals(assigned.path("name").asText());
      boolean typed = !assigned.has("type") || assigned.get("type").equals(policy.get("type"));
      String of = policy.path("project_key").asText("");
      if (named && typed && of.equals(project)) {
        own.add(policy);
      } else if (named && typed && of.isEmpty()) {
        global.add(policy);
      }
    }
    return own.isEmpty() ? global : own;
  }

  private static String name(JsonNode watch) {
    return watch.at("/general_data/name").asText();
  }

  /** -1 for a resource that has nothing to do with the repository. */
  private int scope(JsonNode watch, JsonNode resource) {
    String project = watch.at("/general_data/project_key").asText("");
    switch (resource.path("type").asText()) {
      case "repository":
        return repository(resource);
      case "all-repos":
        return project.isEmpty() ? YES : project(project);
      case "project":
        return project(resource.path("name").asText());
      case "all-projects":
        return !asked.has("projectKey")
            ? IF
            : asked.get("projectKey").asText().isEmpty() ? NO : YES;
      case "build":
      case "all-builds":
      case "releaseBundle":
      case "all-releaseBundles":
      case "releaseBundleV2":
      case "all-releaseBundlesV2":
      case "gitRepository":
        return -1;
      default:
        return IF;
    }
  }

  private int project(String wanted) {
    return !asked.has("projectKey")
        ? IF
        : asked.get("projectKey").asText().equals(wanted) ? YES : NO;
  }

  private int repository(JsonNode resource) {
    String key = asked.get("key").asText();
    String name = resource.path("name").asText();
    String watched = resource.path("repo_type").asText("");
    String actual = asked.path("class").asText("");
    if (name.equals(key)) {
      boolean both = !watched.isEmpty() && (actual.equals("local") || actual.equals("remote"));
      return both && !watched.equals(actual) ? NO : YES;
    }
    boolean ownCache = name.equals(key + "-cache");
    if (!ownCache && !(name + "-cache").equals(key)) {
      return -1;
    }
    if (!actual.isEmpty() && !actual.equals("remote")) {
      return -1;
    }
    if (!watched.isEmpty() && !watched.equals("remote")) {
      return -1;
    }
    return (watched.equals("remote") && !ownCache) || actual.equals("remote") ? YES : IF;
  }

  private int rest(JsonNode watch, JsonNode resource, int scope) {
    if (scope == NO) {
      return NO;
    }
    String id = resource.path("bin_mgr_id").asText("");
    if (asked.has("binMgrId")
        && !id.isEmpty()
        && !id.equals(asked.get("binMgrId").asText())) {
      return NO;
    }
    int worst = YES;
    for (JsonNode filter : watch.at("/project_resources/global_filters")) {
      worst = Math.max(worst, filter(filter, resource));
    }
    for (JsonNode filter : resource.path("filters")) {
      worst = Math.max(worst, filter(filter, resource));
    }
    return Math.max(worst, ownPatterns(resource));
  }

  private int ownPatterns(JsonNode resource) {
    JsonNode includes = resource.path("include_patterns");
    JsonNode excludes = resource.path("exclude_patterns");
    if (includes.isEmpty() && excludes.isEmpty()) {
      return YES;
    }
    String type = resource.path("type").asText();
    boolean onPaths = type.equals("repository") || type.equals("all-repos");
    String fact = onPaths ? "path" : type.equals("all-projects") ? "projectKey" : "";
    boolean match =
        asked.has(fact) && patterns(includes, excludes, asked.get(fact).asText()) == YES;
    return match ? YES : IF; // what these patterns mean is not documented, so none rules out
  }

  private int filter(JsonNode filter, JsonNode resource) {
    JsonNode value = filter.path("value");
    String path = asked.path("path").asText("");
    switch (filter.path("type").asText()) {
      case "package-type":
        return word(value, asked.path("packageType"));
      case "mime-type":
        return word(value, asked.path("mimeType"));
      case "property":
        if (!asked.has("properties")) {
          return IF;
        }
        for (JsonNode each : asked.get("properties").path(value.path("key").asText())) {
          if (each.equals(value.get("value"))) {
            return YES;
          }
        }
        return NO;
      case "regex":
        return path.isEmpty() ? IF : found(value, path.substring(path.lastIndexOf('/') + 1));
      case "path-regex":
        return path.isEmpty() ? IF : found(value, path);
      case "path-ant-patterns":
        return path.isEmpty() ? IF : patterns(value, path);
      case "ant-patterns":
        boolean projects = resource.path("type").asText().equals("all-projects");
        return projects && asked.has("projectKey")
            ? patterns(value, asked.get("projectKey").asText())
            : IF;
      default:
        return IF;
    }
  }

  private static int word(JsonNode wanted, JsonNode actual) {
    return actual.isMissingNode()
        ? IF
        : wanted.asText().equalsIgnoreCase(actual.asText()) ? YES : NO;
  }

  private static int found(JsonNode expression, String text) {
    return Pattern.compile(expression.asText()).matcher(text).find() ? YES : NO;
  }

  private static int patterns(JsonNode value, String text) {
    return patterns(value.path("IncludePatterns"), value.path("ExcludePatterns"), text);
  }

  private static int patterns(JsonNode includes, JsonNode excludes, String text) {
    boolean in = includes.isEmpty() || any(includes, text);
    return in && !any(excludes, text) ? YES : NO;
  }

  private static boolean any(JsonNode patterns, String text) {
    for (JsonNode pattern : patterns) {
      if (matches(pattern.asText(), 0, text + "/", 0)) {
        return true;
      }
    }
    return false;
  }

  /** Element by element, the text with a slash after each. */
  private static boolean matches(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    int slash = pattern.indexOf('/', p);
    int end = slash < 0 ? pattern.length() : slash;
    int next = slash < 0 ? end : slash + 1;
    String element = pattern.substring(p, end);
    if (element.equals("**")) {
      for (int from = t; from >= 0; from = text.indexOf('/', from) + 1) {
        if (matches(pattern, next, text, from)) {
          return true;
        }
        if (from == text.length()) {
          break;
        }
      }
      return false;
    }
    int close = text.indexOf('/', t);
    String regex = element.replace(".", "\\.").replace("*", ".*").replace("?", ".");
    return close >= 0
        && text.substring(t, close).matches(regex)
        && matches(pattern, next, text, close + 1);
  }
}
