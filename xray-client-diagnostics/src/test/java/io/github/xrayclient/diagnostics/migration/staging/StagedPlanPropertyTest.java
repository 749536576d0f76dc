package io.github.xrayclient.diagnostics.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever differs between two servers, a plan that is made as a dry run leaves the same artifacts
 * blocked, and ignore rules do not end earlier. A second plan may change watches that can use new
 * policies of their project; a third one has no step. If policies are promoted before a plan is
 * applied, it is refused, or leaves blocked what is blocked then.
 */
class StagedPlanPropertyTest {
  private static final List<String> PROJECTS = List.of("", ",'project_key':'dev'");
  private static final List<String> SEVERITIES = List.of("Low", "Medium", "High", "Critical");
  private static final String NEVER = "9999";

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void changesNothingThatIsBlocked(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Server source = Server.withBuiltIn("1");
        Server target = Server.withBuiltIn("2")) {
      fill(source, random);
      fill(target, random);
      Set<String> before = blocked(target);
      Map<String, String> ends = ends(target);
      Snapshot snapshot = source.migration().snapshot();
      Migration staging = target.migration().asDryRun();
      staging = random.nextBoolean() ? staging.prune(100) : staging;

      for (String wave : List.of("first", "second")) {
        MigrationReport report =
            target.migration().apply(staging.plan(snapshot), Journal.at(folder.resolve(wave)));
        assertThat(report.isComplete()).as(seed + ": " + report).isTrue();
        assertThat(blocked(target)).as(wave + " plan of seed " + seed).isEqualTo(before);
        assertThat(endEarlier(ends, target)).as(wave + " plan of seed " + seed).isEmpty();
      }
      assertThat(staging.plan(snapshot).steps()).as("seed " + seed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isRefusedOrChangesNothingIfPoliciesArePromotedBefore(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Server source = Server.withBuiltIn("1");
        Server target = Server.withBuiltIn("2")) {
      fill(source, random);
      fill(target, random);
      target
          .fake
          .stored(Kind.POLICIES)
          .forEach(policy -> source.seed(Kind.POLICIES, policy.toString()));
      MigrationPlan plan =
          target.migration().asDryRun().prune(100).plan(source.migration().snapshot());
      promote(target, random);
      Set<String> before = blocked(target);

      try {
        target.migration().apply(plan, Journal.at(folder.resolve("journal")));
      } catch (MigrationException e) {
        assertThat(e).hasMessageContaining("the server was changed after the plan was made");
      }

      assertThat(blocked(target)).as("seed " + seed).isEqualTo(before);
    }
  }

  /** Turns on the blocking of a policy. */
  private static void promote(Server server, SplittableRandom random) {
    List<JsonNode> policies = server.fake.stored(Kind.POLICIES);
    if (!policies.isEmpty()) {
      String policy = policies.get(random.nextInt(policies.size())).toString();
      server.seed(Kind.POLICIES, policy.replace("\"active\":false", "\"active\":true"));
    }
  }

  private static void fill(Server server, SplittableRandom random) {
    for (String project : PROJECTS) {
      for (int i = 0; i < 4; i++) {
        if (random.nextInt(3) > 0) {
          server.seed(
              Kind.POLICIES,
              "{'name':'p" + i + "','type':'security'" + project + ",'rules':" + rules(random)
                  + "}");
        }
      }
    }
    for (int i = 0; i < 5; i++) {
      List<String> policies = policies(server, PROJECTS.get(i % 2), random);
      if (!policies.isEmpty()) {
        server.seed(
            Kind.WATCHES,
            "{'general_data':{'id':'" + i + "','name':'" + (random.nextInt(4) > 0 ? "w" : "v") + i
                + "','active':" + random.nextBoolean() + PROJECTS.get(i % 2)
                + "},'project_resources':{'resources':[" + resources(random)
                + "]},'assigned_policies':[" + String.join(",", policies) + "]}");
      }
    }
    for (int i = 0; i < 3; i++) {
      server.seed(
          Kind.CURATION_POLICIES,
          "{'id':'" + (20 + i) + "','name':'" + (random.nextInt(4) > 0 ? "c" : "d") + i
              + "','scope':'specific_repos','repo_include':['r" + i + "'],'condition_id':'"
              + server.fake.stored(Kind.CONDITIONS).get(0).path("id").asText()
              + "','policy_action':'" + (random.nextBoolean() ? "block" : "dry_run") + "'}");
    }
    seedIgnoreRules(server, random);
  }

  private static void seedIgnoreRules(Server server, SplittableRandom random) {
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(3) > 0) {
        String end = List.of("", "2090", "2091").get(random.nextInt(3));
        server.seed(
            Kind.IGNORE_RULES,
            "{'id':'" + i + "','notes':'n" + i + "',"
                + (end.isEmpty() ? "" : "'expires_at':'" + end + "-01-01T00:00:00Z',")
                + "'ignore_filters':{'cves':['CVE-2021-" + i + "']}}");
      }
    }
  }

  /**
   * Rules whose criteria belong to their number, with one of two names and in any order. More than
   * one rule matches a severe vulnerability.
   */
  private static String rules(SplittableRandom random) {
    List<String> rules = new ArrayList<>();
    List<String> priorities = new ArrayList<>(List.of("1", "2", "3", "4", "5"));
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(3) > 0 || (i == 3 && rules.isEmpty())) {
        rules.add("{'name':'" + (random.nextInt(4) > 0 ? "a" : "b") + i + "','priority':"
            + priorities.remove(random.nextInt(priorities.size()))
            + ",'criteria':{'min_severity':'" + SEVERITIES.get(i) + "'},'actions':"
            + (random.nextInt(3) == 0
                ? "{}"
                : "{'block_download':{'active':" + random.nextBoolean() + ",'unscanned':false}}")
            + "}");
      }
    }
    return rules.toString();
  }

  private static List<String> policies(Server server, String project, SplittableRandom random) {
    Set<String> policies = new TreeSet<>();
    for (JsonNode policy : server.fake.stored(Kind.POLICIES)) {
      boolean isVisible = !policy.has("project_key") || !project.isEmpty();
      if (isVisible && random.nextInt(3) == 0) {
        policies.add("{'name':'" + policy.path("name").asText() + "','type':'security'}");
      }
    }
    return List.copyOf(policies);
  }

  private static String resources(SplittableRandom random) {
    List<String> resources = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (random.nextBoolean() || (i == 2 && resources.isEmpty())) {
        resources.add(
            "{'type':'repository','name':'r" + i + "','bin_mgr_id':'default','repo_type':'local'}");
      }
    }
    return String.join(",", resources);
  }

  /**
   * The repositories that watches and curation policies block, each with the severity of the
   * vulnerabilities for which they do.
   */
  private static Set<String> blocked(Server server) {
    Set<String> blocked = new TreeSet<>();
    for (JsonNode policy : server.fake.stored(Kind.CURATION_POLICIES)) {
      if (policy.path("policy_action").asText().equals("block")) {
        blocked.add("curation " + policy.path("repo_include"));
      }
    }
    for (JsonNode watch : server.fake.stored(Kind.WATCHES)) {
      for (JsonNode assigned : watch.path("assigned_policies")) {
        JsonNode policy = policyOf(server, watch, assigned.path("name").asText());
        for (String severity : SEVERITIES) {
          if (watch.at("/general_data/active").asBoolean() && isBlocked(policy, severity)) {
            watch
                .at("/project_resources/resources")
                .forEach(resource ->
                    blocked.add(watch.at("/general_data/project_key").asText() + " "
                        + resource.path("name").asText() + " " + severity));
          }
        }
      }
    }
    return blocked;
  }

  /** Whether the first rule that matches a vulnerability of this severity blocks. */
  private static boolean isBlocked(JsonNode policy, String severity) {
    Map<Integer, JsonNode> matching = new TreeMap<>();
    for (JsonNode rule : policy.path("rules")) {
      String least = rule.at("/criteria/min_severity").asText();
      if (SEVERITIES.indexOf(least) <= SEVERITIES.indexOf(severity)) {
        assertThat(matching.put(rule.path("priority").asInt(), rule)).isNull();
      }
    }
    return matching.values().stream()
        .findFirst()
        .filter(rule -> rule.at("/actions/block_download/active").asBoolean())
        .isPresent();
  }

  /** When each vulnerability ceases to be ignored. */
  private static Map<String, String> ends(Server server) {
    Map<String, String> ends = new TreeMap<>();
    for (JsonNode rule : server.fake.stored(Kind.IGNORE_RULES)) {
      if (!rule.has("deleted_by")) {
        ends.merge(
            rule.at("/ignore_filters/cves/0").asText(),
            rule.path("expires_at").asText(NEVER),
            (one, other) -> one.compareTo(other) < 0 ? other : one);
      }
    }
    return ends;
  }

  /** The vulnerabilities that a server ceases to ignore earlier than it did. */
  private static Set<String> endEarlier(Map<String, String> before, Server server) {
    boolean isAnyBlocking = server.fake.stored(Kind.POLICIES).stream()
        .anyMatch(policy -> policy.toString().contains("\"active\":true"));
    Map<String, String> ends = ends(server);
    Set<String> earlier = new TreeSet<>();
    before.forEach((cve, end) -> {
      if (isAnyBlocking && ends.getOrDefault(cve, "").compareTo(end) < 0) {
        earlier.add(cve);
      }
    });
    return earlier;
  }

  /** The policy of the watch's project with this name, or else the global one. */
  private static JsonNode policyOf(Server server, JsonNode watch, String name) {
    JsonNode found = watch.path("none");
    for (JsonNode policy : server.fake.stored(Kind.POLICIES)) {
      String project = policy.path("project_key").asText();
      if (policy.path("name").asText().equals(name)
          && (project.isEmpty()
              ? found.isMissingNode()
              : project.equals(watch.at("/general_data/project_key").asText()))) {
        found = policy;
      }
    }
    return found;
  }
}
