package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Servers with random content, whose names meet often. */
public final class Instances {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] NAMES = {"a", "b/c", "d e", "é"};
  private static final String[] PROJECTS = {"", "", "dev", "qa"};
  private static final String[] SEVERITIES = {"Critical", "high", "All severities"};

  private final SplittableRandom random;
  private final Server server = new Server();
  private int id;

  private Instances(SplittableRandom random, int firstId) {
    this.random = random;
    this.id = firstId;
  }

  public static Server of(SplittableRandom random, int firstId) {
    Instances instances = new Instances(random, firstId);
    instances.fill();
    return instances.server;
  }

  private void fill() {
    List<String> conditions = new ArrayList<>();
    for (String name : new String[] {"Malicious package", "Immature"}) {
      conditions.add(put(
          Kind.CONDITIONS,
          object(name).put("is_custom", false).put("condition_template_id", "built-in")));
    }
    for (String name : some(NAMES)) {
      ObjectNode condition =
          object(name).put("is_custom", true).put("condition_template_id", "isImmature");
      ObjectNode days = condition.putArray("param_values").addObject();
      conditions.add(
          put(Kind.CONDITIONS, setDays(condition, days.put("param_id", "package_age_days"))));
    }
    for (String name : some(NAMES)) {
      put(Kind.CURATION_POLICIES, curationPolicy(name, pick(conditions)));
    }
    List<String[]> policies = new ArrayList<>();
    for (String project : new String[] {"", "dev", "qa"}) {
      for (String name : some(NAMES)) {
        put(Kind.POLICIES, policy(name + project, project)); // none hides a global one
        policies.add(new String[] {name + project, project});
      }
    }
    for (String name : some(NAMES)) {
      put(Kind.WATCHES, watch(name, PROJECTS[random.nextInt(PROJECTS.length)], policies));
    }
    for (String notes : some(NAMES)) {
      put(Kind.IGNORE_RULES, ignoreRule(notes));
    }
  }

  private ObjectNode setDays(ObjectNode condition, ObjectNode days) {
    days.put("value", random.nextInt(3));
    return condition;
  }

  private ObjectNode curationPolicy(String name, String condition) {
    ObjectNode policy = object(name).put("enabled", true).put("condition_id", condition);
    policy.put("policy_action", random.nextBoolean() ? "block" : "dry_run");
    policy.put("waiver_request_config", "forbidden");
    if (random.nextBoolean()) {
      policy.put("scope", "all_repos");
      texts(policy.putArray("repo_exclude"), "r1", "r2", "r3");
    } else {
      policy.put("scope", "pkg_types").putArray("pkg_types_include").add("npm").add("PyPI");
    }
    if (random.nextBoolean()) {
      policy.put("block_from_cache", random.nextBoolean());
    }
    ArrayNode waivers = policy.putArray("waivers");
    for (String name2 : some("left", "right", "up")) {
      ObjectNode waiver = waivers.addObject().put("id", "" + id++).put("pkg_type", "npm");
      boolean all = random.nextBoolean();
      waiver.put("pkg_name", name2).put("all_versions", all).put("created_by", "ann" + id);
      if (!all) {
        waiver.putArray("pkg_versions").add("2.0").add("1." + random.nextInt(2));
      }
      waiver.put("justification", random.nextBoolean() ? "x" : "y");
    }
    ArrayNode labels = policy.putArray("label_waivers");
    for (String label : some("ok", "fine")) {
      labels.addObject().put("id", "" + id++).put("label", label).put("justification", "z");
    }
    return policy;
  }

  private ObjectNode policy(String name, String project) {
    ObjectNode policy = NODES.objectNode().put("name", name).put("type", "security");
    if (!project.isEmpty()) {
      policy.put("project_key", project);
    }
    ArrayNode rules = policy.putArray("rules");
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      ObjectNode rule = rules.addObject().put("name", "r" + i).put("priority", i);
      rule.putObject("criteria").put("min_severity", SEVERITIES[random.nextInt(SEVERITIES.length)]);
      ObjectNode actions = rule.putObject("actions").put("fail_build", random.nextBoolean());
      texts(actions.putArray("mails"), "a@x.example", "b@x.example");
    }
    if (random.nextInt(4) == 0) {
      policy.putObject("brand_new").put("x", random.nextInt(2));
    }
    return policy;
  }

  private ObjectNode watch(String name, String project, List<String[]> policies) {
    ObjectNode watch = NODES.objectNode();
    ObjectNode general = watch.putObject("general_data").put("id", "w" + id++).put("name", name);
    if (!project.isEmpty()) {
      general.put("project_key", project);
    }
    ArrayNode resources = watch.putObject("project_resources").putArray("resources");
    ArrayNode assigned = watch.putArray("assigned_policies");
    for (String repository : some("libs", "apps")) {
      ObjectNode resource = resources.addObject().put("type", "repository");
      resource.put("name", repository).put("bin_mgr_id", "default").put("repo_type", "local");
    }
    for (String[] policy : policies) {
      boolean seen = policy[1].isEmpty() || policy[1].equals(project);
      if (seen && random.nextBoolean()) {
        assigned.addObject().put("name", policy[0]).put("type", "security");
      }
    }
    boolean effective = !resources.isEmpty() && !assigned.isEmpty();
    general.put("active", effective && random.nextBoolean());
    return watch;
  }

  private ObjectNode ignoreRule(String notes) {
    ObjectNode rule = NODES.objectNode().put("id", "00" + id++).put("author", "ann");
    rule.put("created", "2025-01-01T00:00:00Z").put("is_expired", false).put("notes", notes);
    if (random.nextBoolean()) {
      rule.put("expires_at", "203" + random.nextInt(2) + "-01-01T00:00:00Z");
    }
    String project = PROJECTS[random.nextInt(PROJECTS.length)];
    if (!project.isEmpty()) {
      rule.put("project_key", project);
    }
    rule.putObject("ignore_filters").putArray("cves").add("CVE-2021-" + random.nextInt(2));
    return rule;
  }

  private String put(Kind kind, ObjectNode object) {
    server.fake.seed(kind, object.toString());
    return object.path("id").asText();
  }

  private ObjectNode object(String name) {
    return NODES.objectNode().put("id", "" + id++).put("name", name).put("created_by", "ann");
  }

  private void texts(ArrayNode list, String... texts) {
    some(texts).forEach(list::add);
  }

  private List<String> some(String... all) {
    List<String> some = new ArrayList<>();
    for (String each : all) {
      if (random.nextInt(3) > 0) {
        some.add(some.isEmpty() ? 0 : random.nextInt(some.size()), each);
      }
    }
    return some;
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
