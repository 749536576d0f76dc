package io.github.xrayclient.diagnostics.oracle;

import static io.github.xrayclient.diagnostics.oracle.RandomSetUps.one;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Filters of watches at random. */
final class RandomFilters {
  private final Random random;

  RandomFilters(Random random) {
    this.random = random;
  }

  ObjectNode onProjects() {
    return SetUp.json("{'type':'ant-patterns','value':{"
        + one(
            random,
            "'IncludePatterns':['pay'],'ExcludePatterns':[]",
            "'IncludePatterns':['p*'],'ExcludePatterns':null",
            "'ExcludePatterns':['sh?p']",
            "'IncludePatterns':['**'],'ExcludePatterns':['pay']")
        + "}}");
  }

  ObjectNode onFiles() {
    String type = one(
        random,
        "package-type",
        "package-type",
        "regex",
        "path-regex",
        "path-ant-patterns",
        "path-ant-patterns",
        "mime-type",
        "property",
        "somethingNew");
    return SetUp.json("{'type':'" + type + "','value':" + value(type) + "}");
  }

  private String value(String type) {
    switch (type) {
      case "package-type":
        return "'" + spelling() + "'";
      case "regex":
        return "'"
            + one(random, ".*", "lib-.*", "manifest.json", "^app", "jar$", "nothing", "(?<!x)lib(")
            + "'";
      case "path-regex":
        return "'" + one(random, "acme", "^team/.*", ".*/1[.][02]/.*", "^lib", "nothing") + "'";
      case "path-ant-patterns":
        return patterns();
      case "mime-type":
        return "'" + one(random, "application/zip", "APPLICATION/ZIP", "text/plain") + "'";
      case "property":
        return "{'key':'stage','value':'" + one(random, "release", "test") + "'}";
      default:
        return "'x'";
    }
  }

  private String spelling() {
    return one(
        random,
        "Maven",
        "maven",
        "Npm",
        "NuGet",
        "Pypi",
        "Go",
        "golang",
        "Rubygems",
        "Docker",
        "HuggingFace",
        "Composer",
        "Rpm",
        "Gradle",
        "OCI",
        "otherkind");
  }

  private String patterns() {
    String includes = one(
        random,
        "",
        "com/**",
        "**/*.jar",
        "*.jar",
        "team/*",
        "team/app/**",
        "team/app/",
        "lib-?.?.*");
    String excludes =
        one(random, "", "", "**/1.0/**", "**/-/**", "team/app", "**", "*.jar", "/com/**");
    return one(
        random,
        "{'IncludePatterns':[" + list(includes) + "],'ExcludePatterns':[" + list(excludes) + "]}",
        "{'IncludePatterns':[" + list(includes) + "],'ExcludePatterns':null}",
        "{'IncludePatterns':null,'ExcludePatterns':[" + list(excludes) + "]}");
  }

  private static String list(String pattern) {
    return pattern.isEmpty() ? "" : "'" + pattern + "'";
  }
}
