package io.github.xrayclient.examples.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetCommandTest extends ListedObjects {
  private static final String IGNORE_RULE =
      "{\"id\":\"r-1\",\"notes\":\"until the upgrade\",\"ignore_filters\":{\"cves\":[\"CVE-1\"]}}";

  @Test
  void printsAPolicyWithItsRules() {
    assertThat(onServer("get", "policy", "block-vulnerabilities")).isZero();

    assertThat(out.toString())
        .isEqualTo(String.join(
            "\n",
            "name: block-vulnerabilities",
            "type: security",
            "author: admin",
            "rules:",
            "  - name: any-severity",
            "    priority: 1",
            "    criteria:",
            "      min severity: All severities",
            "      fix version dependant: false",
            "      malicious package: false",
            "    actions:",
            "      block download:",
            "        active: true",
            "        unscanned: true",
            "created: 2025-04-17T09:08:14.507Z",
            "modified: 2025-04-17T09:08:14.507Z",
            ""));
  }

  @Test
  void printsACurationPolicyWithItsConditionAndWaivers() {
    assertThat(onServer("get", "curation-policy", "malicious-packages-with-waivers"))
        .isZero();

    assertThat(out.toString())
        .startsWith("name: malicious-packages-with-waivers\nid: 11\n")
        .contains(
            "condition:\n  name: Malicious package\n  id: 1\n",
            "  supported package types: npm, PyPI, Maven, Go, NuGet, Conan, Gems, Gradle,\n"
                + "    HuggingFaceML, Docker\n",
            "waivers:\n  - id: 1\n    package type: npm\n    package name: jquery\n",
            "label waivers:\n  - id: 1\n    label: Manual\n");
    assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void printsAWatchWithItsResourcesAndPolicies() {
    assertThat(onServer("get", "watch", "release-repositories")).isZero();

    assertThat(out.toString())
        .contains(
            "general data:\n  name: release-repositories\n",
            "  resources:\n    - name: example-repo-local\n      type: repository\n"
                + "      binary manager id: default\n",
            "assigned policies:\n  - name: block-vulnerabilities\n    type: security\n");
  }

  @Test
  void leavesOutWhatHasNoValueAndKeepsTextOnItsLine() {
    fake.seed(
        Kind.POLICIES,
        "{\"name\":\"odd\",\"type\":\"security\",\"description\":\"a\\nb\",\"author\":\"\","
            + "\"new_field\":[[1,2],{\"x\":null}]," + CRITERIA + "}");

    assertThat(onServer("get", "policy", "odd")).isZero();

    assertThat(out.toString())
        .contains("description: a\\u000ab\n", "new field:\n  - 1, 2\n")
        .doesNotContain("author");
  }

  @ParameterizedTest
  @CsvSource({
    "policy, prod-security, GET /xray/api/v2/policies/prod-security",
    "Policies, name:prod-security, GET /xray/api/v2/policies/prod-security",
    "watch, prod-all, GET /xray/api/v2/watches/prod-all",
    "watches, id:w7, GET /xray/api/v2/watches",
    "curation-policy, 11, GET /xray/api/v1/curation/policies/11",
    "curation-policies, malicious-npm-packages, GET /xray/api/v1/curation/policies",
    "condition, 44, GET /xray/api/v1/curation/conditions/44",
    "conditions, my own, GET /xray/api/v1/curation/conditions",
    "ignore-rule, r-1, GET /xray/api/v1/ignore_rules/r-1",
    "ignore_rules, id:r-1, GET /xray/api/v1/ignore_rules/r-1"
  })
  void takesKindsInBothFormsAndNamesAndIds(String kind, String name, String request) {
    fake.seed(Kind.IGNORE_RULES, IGNORE_RULE);

    assertThat(onServer("get", kind, name)).as(err.toString()).isZero();

    assertThat(requests()).containsExactly(request);
  }

  @Test
  void printsTheObjectAsItWasReadAsJson() throws IOException {
    JsonNode stored = fake.stored(Kind.WATCHES).get(0);

    assertThat(onServer("get", "watch", "release-repositories", "--format", "json"))
        .isZero();

    assertThat(json()).isEqualTo(stored);
    assertThat(out.toString()).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "curation-policy, 99, no curation policy has the id 99 (404) or the name \"99\"",
    "condition, none, no condition has the name \"none\"",
    "watch, none, no watch has the name \"none\" or the id none"
  })
  void failsIfThereIsNoSuchObject(String kind, String name, String message) {
    assertThat(onServer("get", kind, name)).isEqualTo(3);

    assertThat(err.toString()).isEqualTo(message + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void failsIfSeveralHaveTheName() {
    fake.seed(Kind.CONDITIONS, "{\"id\":\"45\",\"name\":\"my own\",\"is_custom\":true}");

    assertThat(onServer("get", "condition", "my own")).isEqualTo(3);

    assertThat(err.toString())
        .isEqualTo("2 conditions have the name \"my own\"; use one of their ids: 44, 45\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "polcy|x|KIND must be one of policy, watch, curation-policy, condition, ignore-rule, but was"
            + " \"polcy\" (did you mean policy?)",
        "rules|x|KIND must be one of policy, watch, curation-policy, condition, ignore-rule, but was"
            + " \"rules\"",
        "ignore-rule|name:x|NAME must be an ID, since ignore rules have no names; leave name: out",
        "policy|id:x|policy must be a name, since Xray policies have no ids, but was 'id:x'",
        "policy|' '|NAME must be a name or an ID, and must not be blank; see xray-examples get"
            + " --help"
      })
  void refusesWhatCannotBeMeant(String kind, String name, String message) {
    assertThat(onServer("get", kind, name)).isEqualTo(2);

    assertThat(err.toString()).isEqualTo(message + "\n");
    assertThat(requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"curation-policy", "condition"})
  void refusesAProjectWhereThereIsNone(String kind) {
    assertThat(onServer("get", kind, "1", "--project", "web")).isEqualTo(2);

    assertThat(err.toString()).startsWith("--project has no effect on Curation");
    assertThat(requests()).isEmpty();
  }
}
