package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.Random;

/** Policies at random: p0, p1 and so on, with the rules r1, r2 and r3. */
final class RandomPolicies {
  static final int MOST = 5;

  private final Random random;
  private final SetUp setUp;

  RandomPolicies(Random random, SetUp setUp) {
    this.random = random;
    this.setUp = setUp;
  }

  /** Adds policies. Some of those that watches apply are left out, as if the token could not read them. */
  void add() {
    for (int i = 0; i < MOST; i++) {
      if (random.nextInt(6) > 0) {
        setUp.add(Kind.POLICIES, policy(i, random.nextInt(4) == 0));
      }
      if (random.nextInt(6) == 0) {
        addNamesake(policy(i, true));
      }
    }
  }

  private void addNamesake(ObjectNode policy) {
    boolean exists = setUp.all(Kind.POLICIES).stream()
        .anyMatch(other -> other.path("name").equals(policy.path("name"))
            && other.path("project_key").equals(policy.path("project_key")));
    if (!exists) {
      setUp.add(Kind.POLICIES, policy);
    }
  }

  /** The type belongs to the number, so that namesakes in projects have the same type. */
  static String type(int number) {
    return number == 3 ? "license" : number == 4 ? "operational_risk" : "security";
  }

  private ObjectNode policy(int number, boolean isOfProject) {
    ObjectNode policy = SetUp.json("{'name':'p" + number + "','type':'" + type(number)
        + "','created':'2025-01-01T00:00:00Z','modified':'2025-01-01T00:00:00Z','rules':[]}");
    if (isOfProject) {
      policy.put("project_key", RandomSetUps.one(random, "pay", "shop"));
    } else if (random.nextBoolean()) {
      policy.put("project_key", "");
    }
    int rules = 1 + random.nextInt(3);
    for (int i = 1; i <= rules; i++) {
      policy.withArray("rules").add(rule(i, type(number)));
    }
    return policy;
  }

  private ObjectNode rule(int number, String type) {
    ObjectNode rule = SetUp.json("{'name':'r" + number + "','priority':" + number + "}");
    rule.set("criteria", SetUp.json(criteria(type)));
    switch (random.nextInt(6)) {
      case 0:
        rule.set("actions", SetUp.json("{'fail_build':true}"));
        break;
      case 1:
        rule.set("actions", SetUp.json("{'block_download':null,'notify_deployer':true}"));
        break;
      default:
        rule.putObject("actions").set("block_download", block());
    }
    return rule;
  }

  private ObjectNode block() {
    ObjectNode block = SetUp.json("{}");
    if (random.nextInt(5) > 0) {
      block.put("active", random.nextInt(4) > 0);
    }
    if (random.nextInt(3) > 0) {
      block.put("unscanned", random.nextBoolean());
    }
    if (random.nextInt(5) == 0) {
      block.put("grace_period_days", RandomSetUps.one(random, 0, 3, 30));
    }
    return block;
  }

  private String criteria(String type) {
    if (type.equals("license")) {
      return RandomSetUps.one(
          random, "{'banned_licenses':['GPL-3.0']}", "{'allowed_licenses':['MIT']}");
    }
    if (type.equals("operational_risk")) {
      return RandomSetUps.one(
          random,
          "{'op_risk_min_risk':'High'}",
          "{'op_risk_custom':{'use_and_condition':true,'is_eol':true}}");
    }
    return RandomSetUps.one(
        random,
        "{'min_severity':'All severities'}",
        "{'min_severity':'High','fix_version_dependant':true}",
        "{'cvss_range':{'from':7.0,'to':10.0}}",
        "{'malicious_package':true}",
        "{'vulnerability_ids':['CVE-2025-1']}");
  }
}
