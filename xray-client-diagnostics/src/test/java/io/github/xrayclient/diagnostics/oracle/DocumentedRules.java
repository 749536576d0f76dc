package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges each rule of each watch for one file, by the documented steps. */
final class DocumentedRules {
  private static final Set<String> BLOCKED_AS_UNSCANNED =
      Set.of("NOT_SCANNED", "NOT_SUPPORTED", "PENDING", "SCANNING", "PARTIAL", "FAILED");

  private final SetUp setUp;
  private final KnownFacts facts;
  private final List<ObjectNode> watches;
  private final List<ObjectNode> readPolicies;
  private final DocumentedResources resources;
  private final BlockingViolations all;
  private final BlockingViolations violations;
  private final Optional<String> scan;
  private final Expectation expected = new Expectation();

  /**
   * @param projects the projects of the repositories
   * @param all the violations in all members of a virtual repository
   */
  DocumentedRules(SetUp setUp, KnownFacts facts, Set<String> projects, BlockingViolations all) {
    this.setUp = setUp;
    this.facts = facts;
    this.watches = setUp.listed(Kind.WATCHES, projects);
    this.readPolicies = setUp.listed(Kind.POLICIES, projects);
    this.resources = new DocumentedResources(facts);
    this.all = all;
    this.violations = new BlockingViolations(setUp, List.of(facts));
    this.scan = facts.scan();
  }

  Expectation expectation() {
    watches.forEach(this::judge);
    violations.forEach(this::confirm);
    boolean isUnscanned = scan.filter(BLOCKED_AS_UNSCANNED::contains).isPresent();
    expected.isUnscannedFirst = isUnscanned && all.areSearched() && all.areNone();
    if (KnownFacts.configuration(setUp, facts.key).isEmpty()) {
      expected.demand("REPOSITORY", "REPOSITORY_PROJECT", "MEMBERS", "MEMBER_PROJECTS");
    }
    if (setUp.ofProjectsOnly) {
      expected.demand("WATCHES");
    }
    if (!setUp.isPathKnown) {
      expected.demand("PATH_FILTERS");
    }
    if (!violations.areSearched()) {
      expected.demand("VIOLATIONS");
    }
    if (scan.isEmpty() && expected.hasCauses("/UNSCANNED")) {
      expected.demand("SCAN_STATUS");
    }
    return expected;
  }

  private void judge(ObjectNode watch) {
    Set<Coverage> coverage = resources.test(watch);
    for (JsonNode assigned : watch.path("assigned_policies")) {
      List<ObjectNode> policies = policies(watch, assigned);
      if (policies.isEmpty()) {
        unread(watch, assigned, coverage);
      }
      for (ObjectNode policy : policies) {
        for (JsonNode rule : policy.path("rules")) {
          judge(watch, policy, rule, coverage);
        }
      }
    }
    demandFileFacts(watch, coverage);
  }

  private void judge(ObjectNode watch, JsonNode policy, JsonNode rule, Set<Coverage> coverage) {
    JsonNode block = rule.at("/actions/block_download");
    String watchName = name(watch);
    String policyName = policy.path("name").asText();
    String ruleName = rule.path("name").asText();
    if (block.path("active").asBoolean()) {
      boolean isOpen = block.path("grace_period_days").asInt() > 0
          || areBlocksAllowed()
          || violations.areFoundWithoutBlock(watchName, policy, rule)
          || all.areIgnored(watchName)
          || facts.indexed.filter(isIndexed -> !isIndexed).isPresent();
      Set<String> allowed =
          isOpen ? Outcomes.lowered(outcomes(watch, coverage)) : outcomes(watch, coverage);
      if (violations.refute(watchName, policyName)) {
        allowed.add(Outcomes.RULED_OUT + "OTHER_RULE_VIOLATED");
      }
      expected.allow(Expectation.cause(key(watch), policyName, ruleName, "VIOLATION"), allowed);
    }
    if (block.path("unscanned").asBoolean()) {
      expected.allow(
          Expectation.cause(key(watch), policyName, ruleName, "UNSCANNED"),
          unscanned(outcomes(watch, coverage)));
    }
  }

  /** Without evidence. */
  private Set<String> outcomes(ObjectNode watch, Set<Coverage> coverage) {
    JsonNode active = watch.at("/general_data/active");
    boolean isCertain = active.isBoolean() && setUp.isPathKnown;
    boolean isInactive = active.isBoolean() && !active.asBoolean();
    Set<String> allowed = new TreeSet<>();
    for (Coverage answer : coverage) {
      if (answer == Coverage.UNRELATED) {
        allowed.add(Outcomes.NOT_NAMED);
      } else if (isInactive) {
        allowed.add(Outcomes.RULED_OUT + "WATCH_INACTIVE");
      } else if (answer.isExcluded()) {
        allowed.add(Outcomes.RULED_OUT + answer);
      } else {
        allowed.add(answer == Coverage.YES && isCertain ? "LIKELY" : "POSSIBLE");
      }
    }
    return allowed;
  }

  /** The scan of the file decides, if its state is known. */
  private Set<String> unscanned(Set<String> outcomes) {
    boolean mayBlock = outcomes.contains("LIKELY") || outcomes.contains("POSSIBLE");
    if (!mayBlock) {
      return outcomes;
    }
    Set<String> allowed = new TreeSet<>(outcomes);
    if (scan.filter("DONE"::equals).isPresent()) {
      allowed.removeAll(Set.of("LIKELY", "POSSIBLE"));
      allowed.add(Outcomes.RULED_OUT + "SCAN_DONE");
    } else if (scan.filter(BLOCKED_AS_UNSCANNED::contains).isEmpty()) {
      allowed.addAll(Outcomes.lowered(outcomes));
    }
    return allowed;
  }

  /** A policy that the token cannot read may have any rule. */
  private void unread(ObjectNode watch, JsonNode assigned, Set<Coverage> coverage) {
    String policy = assigned.path("name").asText();
    Set<String> allowed = Outcomes.lowered(outcomes(watch, coverage));
    if (!allowed.equals(Set.of("POSSIBLE")) || violations.isNamed(name(watch), policy)) {
      allowed.add(Outcomes.NOT_NAMED);
    }
    expected.allow(Expectation.cause(key(watch), policy, "-", "-"), allowed);
  }

  /** A violation that blocks is the proof, unless its watch is not active any more. */
  private void confirm(String watchName, String policy, String rule) {
    List<ObjectNode> named = new ArrayList<>(watches);
    named.removeIf(each -> !name(each).equals(watchName));
    if (named.size() > 1) {
      return; // it does not tell which of them is meant
    }
    Optional<ObjectNode> watch = named.stream().findFirst();
    JsonNode active = watch.map(each -> each.at("/general_data/active")).orElse(null);
    String key = watch.map(DocumentedRules::key).orElse(Expectation.watch(watchName, ""));
    String cause = Expectation.cause(key, policy, rule, "VIOLATION");
    if (active != null && active.isBoolean() && !active.asBoolean()) {
      expected.allow(cause, Set.of(Outcomes.RULED_OUT + "WATCH_INACTIVE"));
    } else {
      expected.replace(
          cause, areBlocksAllowed() ? Set.of("CONFIRMED", "POSSIBLE") : Set.of("CONFIRMED"));
    }
  }

  /** Whether an administrator lets downloads with violations through, as the token may see. */
  private boolean areBlocksAllowed() {
    return setUp.all(Kind.XRAY_INTEGRATION).stream()
        .anyMatch(settings -> settings.path("xrayAllowBlocked").asBoolean());
  }

  /** The policies of the watch's project that are meant, or else the global ones. */
  private List<ObjectNode> policies(ObjectNode watch, JsonNode assigned) {
    String project = watch.at("/general_data/project_key").asText("");
    List<ObjectNode> own = new ArrayList<>();
    List<ObjectNode> global = new ArrayList<>();
    for (ObjectNode policy : readPolicies) {
      boolean isNamed = policy.path("name").equals(assigned.path("name"));
      boolean isTyped = !assigned.has("type") || assigned.path("type").equals(policy.path("type"));
      String of = policy.path("project_key").asText("");
      if (isNamed && isTyped) {
        if (of.equals(project)) {
          own.add(policy);
        } else if (of.isEmpty()) {
          global.add(policy);
        }
      }
    }
    return own.isEmpty() ? global : own;
  }

  private void demandFileFacts(ObjectNode watch, Set<Coverage> coverage) {
    boolean matters = setUp.isPathKnown
        && coverage.equals(Set.of(Coverage.OPEN))
        && outcomes(watch, coverage).contains("POSSIBLE")
        && watch.path("assigned_policies").size() > 0;
    boolean isMember = !facts.key.equals(setUp.repository);
    if (!matters || isMember || facts.file().isPresent() || !isBlocking(watch)) {
      return;
    }
    for (JsonNode resource : watch.at("/project_resources/resources")) {
      if (resources.of(watch, resource).contains(Coverage.OPEN)) {
        for (JsonNode filter : resource.path("filters")) {
          String type = filter.path("type").asText();
          if (type.equals("mime-type")) {
            expected.demand("MIME_TYPE");
          } else if (type.equals("property")) {
            expected.demand("PROPERTIES");
          }
        }
      }
    }
  }

  private boolean isBlocking(ObjectNode watch) {
    for (JsonNode assigned : watch.path("assigned_policies")) {
      List<ObjectNode> policies = policies(watch, assigned);
      if (policies.isEmpty()
          || policies.stream()
              .anyMatch(policy -> policy.findValues("block_download").stream()
                  .anyMatch(block -> block.path("active").asBoolean()
                      || block.path("unscanned").asBoolean()))) {
        return true;
      }
    }
    return false;
  }

  private static String key(JsonNode watch) {
    return Expectation.watch(name(watch), watch.at("/general_data/project_key").asText(""));
  }

  private static String name(JsonNode watch) {
    return watch.at("/general_data/name").asText();
  }
}
