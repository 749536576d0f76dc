package io.github.xrayclient.diagnostics.oracle;

import static io.github.xrayclient.diagnostics.oracle.RandomSetUps.one;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** The file, its scan and its violations at random. */
final class RandomEvidence {
  private final Instant now = Instant.now();

  private final Random random;
  private final SetUp setUp;
  private final String storage;

  RandomEvidence(Random random, SetUp setUp) {
    this.random = random;
    this.setUp = setUp;
    this.storage = setUp.repository.equals("npm") ? "npm-cache" : setUp.repository;
  }

  void add() {
    ObjectNode file = here().put("mimeType", one(random, "application/zip", "text/plain"));
    file.set(
        "properties",
        SetUp.json(one(random, "{'stage':['release']}", "{'stage':['test','x'],'other':['y']}")));
    setUp.add(Kind.STORED_FILES, file);
    if (random.nextInt(5) > 0) {
      ObjectNode status = here();
      status
          .putObject("overall")
          .put(
              "status",
              one(
                  random,
                  "DONE",
                  "DONE",
                  "DONE",
                  "NOT_SCANNED",
                  "PENDING",
                  "FAILED",
                  "NOT_SUPPORTED",
                  "PARTIAL",
                  "SCANNING"))
          .put("time", now.minus(Duration.ofDays(5)).toString());
      setUp.add(Kind.SCAN_STATUSES, status);
    }
    int violations = Math.max(0, random.nextInt(6) - 2);
    for (int i = 0; i < violations; i++) {
      setUp.add(Kind.VIOLATIONS, violation(i));
    }
  }

  private ObjectNode here() {
    return SetUp.json("{'repo':'" + storage + "','path':'" + setUp.path + "'}");
  }

  private ObjectNode violation(int number) {
    String watch = random.nextInt(10) == 0
        ? "unseen"
        : setUp
            .all(Kind.WATCHES)
            .get(random.nextInt(setUp.all(Kind.WATCHES).size()))
            .at("/general_data/name")
            .asText();
    int policy = policyOf(watch);
    ObjectNode violation = SetUp.json("{'violation_id':'v" + number + "','watch_name':'" + watch
        + "','type':'" + type(policy) + "','severity':'" + one(random, "Critical", "Low")
        + "','created':'"
        + now.minus(Duration.ofDays(one(random, 1, 10, 100))) + "','issue_id':'XRAY-" + number
        + "','infected_components':['npm://app:2.3'],'matched_policies':[]}");
    violation
        .withArray("impacted_artifacts")
        .add("default/" + (random.nextInt(10) == 0 ? "other" : storage) + "/" + setUp.path);
    ObjectNode matched = SetUp.json("{'policy':'p" + policy + "','rule':'r"
        + (1 + random.nextInt(3)) + "','is_blocking':" + (random.nextInt(3) > 0) + "}");
    if (random.nextInt(10) == 0) {
      matched.remove("rule");
    }
    if (random.nextInt(3) > 0) {
      matched.put("is_ignored", random.nextInt(5) == 0);
    }
    violation.withArray("matched_policies").add(matched);
    if (random.nextInt(8) == 0) {
      violation.set(
          "ignore_rule_info", SetUp.json("{'id':'i','is_expired':" + random.nextBoolean() + "}"));
    }
    return violation;
  }

  private int policyOf(String watch) {
    for (ObjectNode each : setUp.all(Kind.WATCHES)) {
      JsonNode assigned = each.path("assigned_policies");
      if (each.at("/general_data/name").asText().equals(watch) && random.nextInt(8) > 0) {
        String name = assigned.get(random.nextInt(assigned.size())).path("name").asText();
        return Integer.parseInt(name.substring(1));
      }
    }
    return random.nextInt(RandomPolicies.MOST);
  }

  private static String type(int policy) {
    String type = RandomPolicies.type(policy);
    return type.equals("security")
        ? "Security"
        : type.equals("license") ? "License" : "Operational_Risk";
  }
}
