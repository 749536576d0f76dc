package io.github.xrayclient.diagnostics.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Policies, watches and a question as they might be, from few names so that they meet. */
final class RandomSetUp {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> KEYS = List.of("libs", "libs-cache", "pypi", "pypi-cache", "x");
  private static final List<String> PROJECTS = List.of("alpha", "beta", "sandbox1");
  private static final List<String> PATHS =
      List.of("a.jar", "org/acme/app-1.0.jar", "org/acme/sub/x.tgz", "com/x/y/z.txt");
  private static final List<String> TYPES = List.of(
      "repository",
      "repository",
      "repository",
      "all-repos",
      "all-repos",
      "project",
      "all-projects",
      "build",
      "all-builds",
      "releaseBundleV2",
      "gitRepository",
      "something-new");

  private final Random random;

  RandomSetUp(long seed) {
    this.random = new Random(seed);
  }

  ArrayNode policies() {
    ArrayNode policies = JSON.arrayNode();
    for (int i = random.nextInt(8); i > 0; i--) {
      ObjectNode policy = policies.addObject();
      policy.put("name", "p" + i / 2);
      policy.put("type", one(List.of("security", "license")));
      if (i % 2 == 1) { // a name is given once globally, and once in a project
        policy.put("project_key", one(PROJECTS));
      }
      ArrayNode rules = policy.putArray("rules");
      for (int r = random.nextInt(3); r > 0; r--) {
        ObjectNode rule = rules.addObject().put("name", "r" + r).put("priority", r);
        ObjectNode block = rule.putObject("actions").putObject("block_download");
        flag(block, "active");
        flag(block, "unscanned");
        if (random.nextInt(5) == 0) {
          block.put("grace_period_days", 7);
        }
      }
    }
    return policies;
  }

  ArrayNode watches() {
    ArrayNode watches = JSON.arrayNode();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      ObjectNode watch = watches.addObject();
      ObjectNode general = watch.putObject("general_data").put("name", "w" + i);
      if (random.nextInt(6) > 0) {
        general.put("active", random.nextInt(5) > 0);
      }
      maybe(general, "project_key", PROJECTS, 3);
      ObjectNode resources = watch.putObject("project_resources");
      ArrayNode list = resources.putArray("resources");
      for (int r = random.nextInt(4); r > 0; r--) {
        resource(list.addObject());
      }
      if (random.nextInt(5) == 0) {
        filters(resources.putArray("global_filters"), 1);
      }
      ArrayNode assigned = watch.putArray("assigned_policies");
      for (int p = random.nextInt(3); p > 0; p--) {
        ObjectNode policy = assigned.addObject().put("name", "p" + (p + random.nextInt(2) * 2));
        maybe(policy, "type", List.of("security", "license"), 2);
      }
    }
    return watches;
  }

  ObjectNode question() {
    ObjectNode asked = JSON.objectNode().put("key", one(KEYS));
    maybe(asked, "path", PATHS, 2);
    maybe(asked, "class", List.of("local", "remote", "federated"), 2);
    maybe(asked, "packageType", List.of("npm", "Maven"), 2);
    maybe(asked, "projectKey", List.of("", "alpha", "beta", "sandbox1"), 2);
    maybe(asked, "binMgrId", List.of("default", "eu"), 2);
    maybe(asked, "mimeType", List.of("a/b", "c/d"), 3);
    if (random.nextInt(3) == 0) {
      asked.putObject("properties").putArray("k").add(one(List.of("v", "u")));
    }
    return asked;
  }

  private void resource(ObjectNode resource) {
    String type = one(TYPES);
    resource.put("type", type);
    if (type.equals("repository")) {
      resource.put("name", one(KEYS));
      maybe(resource, "repo_type", List.of("local", "remote"), 2);
    } else {
      resource.put("name", one(PROJECTS));
    }
    maybe(resource, "bin_mgr_id", List.of("default", "eu", ""), 2);
    maybe(resource, "repo_type", List.of(""), 8);
    if (random.nextInt(4) == 0) {
      List<String> patterns = List.of("org/**", "**/*.jar", "*", "alpha", "sandbox*");
      resource.putArray("include_patterns").add(one(patterns)).add(one(patterns));
      resource.putArray("exclude_patterns").add(one(patterns));
    }
    if (random.nextInt(2) == 0) {
      filters(resource.putArray("filters"), 1 + random.nextInt(2));
    }
  }

  private void filters(ArrayNode filters, int count) {
    for (int i = 0; i < count; i++) {
      ObjectNode filter = filters.addObject();
      switch (random.nextInt(8)) {
        case 0:
          text(filter, "package-type", List.of("Npm", "maven"));
          break;
        case 1:
          text(filter, "regex", List.of("\\.jar$", "^app", ".*"));
          break;
        case 2:
          text(filter, "path-regex", List.of("acme", "^com/", "x|y"));
          break;
        case 3:
          patterns(filter, "path-ant-patterns", List.of("org/**", "**/*.jar", "*", "org/*/x?.tgz"));
          break;
        case 4:
          patterns(filter, "ant-patterns", List.of("sandbox*", "**", "alpha", "?eta"));
          break;
        case 5:
          text(filter, "mime-type", List.of("A/B", "e/f"));
          break;
        case 6:
          filter.put("type", "property").putObject("value").put("key", "k").put("value", "v");
          break;
        default:
          filter.put("type", "sbom").put("value", 1);
      }
    }
  }

  private void text(ObjectNode filter, String type, List<String> values) {
    filter.put("type", type).put("value", one(values));
  }

  private void patterns(ObjectNode filter, String type, List<String> patterns) {
    ObjectNode value = filter.put("type", type).putObject("value");
    if (random.nextInt(3) > 0) {
      value.putArray("IncludePatterns").add(one(patterns)).add(one(patterns));
    }
    if (random.nextInt(2) > 0) {
      value.putArray("ExcludePatterns").add(one(patterns));
    }
  }

  private void flag(ObjectNode object, String name) {
    int choice = random.nextInt(4);
    if (choice > 0) {
      object.put(name, choice > 1);
    }
  }

  /** Puts it in once in so many times. */
  private void maybe(ObjectNode object, String name, List<String> values, int onceIn) {
    JsonNode value = JSON.textNode(one(values));
    if (random.nextInt(onceIn) == 0) {
      object.set(name, value);
    }
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
