package io.github.xrayclient.ignorerule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ignore rules are read and written with every field. */
class IgnoreRuleContractTest {
  static Stream<JsonNode> rules() {
    List<JsonNode> rules = new ArrayList<>();
    Fixtures.json("ignorerules/GET_ignore_rules_every-filter_200.json")
        .path("data")
        .forEach(rules::add);
    return rules.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void comeBackEqualWithEveryFieldKnown(JsonNode json) {
    IgnoreRule rule = RoundTrip.read(json, IgnoreRule.class);

    assertThat(ExtrasWalker.over(rule).unknown()).isEmpty();
    assertThat((Object) RoundTrip.write(rule)).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void keepUnknownFieldsAndValues(JsonNode json) {
    for (JsonNode changed :
        List.of(RoundTrip.withUnknownMembers(json), RoundTrip.withUnknownTexts(json))) {
      assertThat((Object) RoundTrip.write(RoundTrip.read(changed, IgnoreRule.class)))
          .isEqualTo(changed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cve", "component", "artifact", "license", "operational-risk"})
  void areSentInEveryDocumentedForm(String kind) {
    JsonNode json = Fixtures.json("ignorerules/POST_ignore_rules_" + kind + "_request.json");

    IgnoreRuleDraft draft = RoundTrip.read(json, IgnoreRuleDraft.class);

    assertThat((Object) RoundTrip.write(draft)).isEqualTo(json);
    assertThat(draft.filters().extras()).isEmpty();
  }

  @Test
  void areReadInOtherSpellings() {
    IgnoreFilters filters = RoundTrip.read(
        Fixtures.parse(("{'release_bundles':[{'name':'rb'}],'docker_layers':['aa'],"
                + "'exposures':{'categories':['SECRETS'],'file_path':'/a','fingerprint':['f']},"
                + "'sast':{'rules':['r'],'fingerprints':['f'],'file_path':'b'}}")
            .replace('\'', '"')),
        IgnoreFilters.class);

    assertThat(ExtrasWalker.over(filters).unknown()).isEmpty();
    assertThat(filters.releaseBundles()).containsExactly(IgnoreTarget.of("rb"));
    assertThat(filters.dockerLayers()).containsExactly("aa");
    ExposureFilter exposures = filters.exposures().orElseThrow();
    assertThat(exposures.categories()).containsExactly(ExposureCategory.SECRETS);
    assertThat(exposures.filePaths()).containsExactly("/a");
    assertThat(exposures.fingerprints()).containsExactly("f");
    SastFilter sast = filters.sast().orElseThrow();
    assertThat(sast.rules()).containsExactly("r");
    assertThat(sast.fingerprints()).containsExactly("f");
    assertThat(sast.filePaths()).containsExactly("b");
  }

  @Test
  void areCopiedWithWhatSomeServersSendBesideTheFilters() {
    IgnoreRule rule = RoundTrip.read(
        Fixtures.json("ignorerules/GET_ignore_rules_every-filter_200.json").at("/data/2"),
        IgnoreRule.class);

    IgnoreFilters filters = IgnoreRuleDraft.like(rule).build().filters();

    assertThat(filters.repositories()).containsExactly("docker-local");
    assertThat(filters.vulnerabilities()).containsExactly("CVE-2026-90001");
    assertThat(filters.licenses()).containsExactly("GPL-3.0");
  }
}
