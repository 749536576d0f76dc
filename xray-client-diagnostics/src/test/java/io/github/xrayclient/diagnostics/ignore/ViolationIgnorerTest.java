package io.github.xrayclient.diagnostics.ignore;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireMockTest
class ViolationIgnorerTest {
  private static final String RULES = "/xray/api/v1/ignore_rules";
  private static final String WATCH = "/xray/api/v2/watches/w";
  private static final String ID = "c5d4a1f0-1111-2222-3333-444455556666";
  private static final Instant END = Instant.parse("2099-01-01T00:00:00Z");
  private static final String FILTERS = "{'cves':['CVE-1'],'policies':['p'],'watches':['w'],"
      + "'components':[{'name':'npm://x','version':'1'}],'artifacts':[{'name':'b.jar'}]}";
  private static final ProposedIgnoreRule PROPOSAL = ProposedIgnoreRule.builder()
      .watch("w")
      .violation(BlockingViolation.builder()
          .issueId("XRAY-1")
          .foundAt(Timestamp.of("2026-03-02T00:00:00Z"))
          .build())
      .filters(IgnoreFilters.builder()
          .addCve("CVE-1")
          .addPolicy("p")
          .addWatch("w")
          .addComponent(IgnoreTarget.of("npm://x", "1"))
          .addArtifact(IgnoreTarget.of("b.jar"))
          .build())
      .build();

  private static ViolationIgnorer ignorer(WireMockRuntimeInfo server) {
    return ViolationIgnorer.of(XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .build());
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static void stub(String... rules) {
    stubFor(get(urlPathEqualTo(WATCH))
        .willReturn(okJson(json(
            "{'general_data':{'name':'w'},'project_resources':{}," + "'assigned_policies':[]}"))));
    stubFor(get(urlPathEqualTo(RULES))
        .willReturn(okJson(json(
            "{'data':[" + String.join(",", rules) + "],'total_count':" + rules.length + "}"))));
    stubFor(post(urlPathEqualTo(RULES))
        .willReturn(status(201)
            .withBody(json("{'info':'Successfully added Ignore rule with id: " + ID + "'}"))));
    stubFor(get(urlPathEqualTo(RULES + "/" + ID)).willReturn(okJson(rule("", FILTERS))));
  }

  private static String rule(String more, String filters) {
    return json("{'id':'" + ID + "','notes':'n'" + more + ",'ignore_filters':" + filters + "}");
  }

  @Test
  void createsTheRuleAsProposed(WireMockRuntimeInfo server) {
    stub();

    IgnoreResult done = ignorer(server).ignore(PROPOSAL, "ACME-1", END);

    assertThat(done.outcome()).isEqualTo(IgnoreResult.Outcome.CREATED);
    assertThat(done.rule().id().wire()).isEqualTo(ID);
    verify(
        1,
        postRequestedFor(urlPathEqualTo(RULES))
            .withRequestBody(equalToJson(json("{'notes':'ACME-1','expires_at':"
                + "'2099-01-01T00:00:00Z','ignore_filters':" + FILTERS + "}"))));
    assertThat(server.getWireMock().getServeEvents()).hasSize(4);
  }

  @Test
  void looksForTheRulesOfSeveralProposalsWithOneRead(WireMockRuntimeInfo server) {
    stub(rule("", FILTERS));
    ProposedIgnoreRule other = PROPOSAL.toBuilder()
        .filters(IgnoreFilters.builder().addCve("CVE-2").addWatch("w").build())
        .build();

    assertThat(ignorer(server).existing(List.of(PROPOSAL, other, PROPOSAL)))
        .hasEntrySatisfying(PROPOSAL, rule -> assertThat(rule).isPresent())
        .hasEntrySatisfying(other, rule -> assertThat(rule).isEmpty())
        .hasSize(2);
    assertThat(server.getWireMock().getServeEvents()).hasSize(2);
  }

  @Test
  void createsItInTheProjectOfTheWatch(WireMockRuntimeInfo server) {
    stub();

    ignorer(server).ignore(PROPOSAL.toBuilder().project("alpha").build(), "ACME-1", END);

    verify(
        1, postRequestedFor(urlPathEqualTo(RULES)).withQueryParam("projectKey", equalTo("alpha")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | {'artifacts':[{'name':'b.jar'}],'components':[{'version':'1','name':'npm://x'}],"
            + "'policies':['p'],'watches':['w'],'cves':['CVE-1'],'licenses':[]}",
        ",'expires_at':'2098-01-01T00:00:00Z' | FILTERS",
        ",'is_expired':false | FILTERS",
      })
  void changesNothingIfSuchARuleIsInForce(String more, String filters, WireMockRuntimeInfo server) {
    stub(rule(more.replace("''", ""), filters.replace("FILTERS", FILTERS)));

    IgnoreResult done = ignorer(server).ignore(PROPOSAL, "ACME-1", END);

    assertThat(done.outcome()).isEqualTo(IgnoreResult.Outcome.ALREADY_IN_FORCE);
    verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void knowsThatTheServerAddsTheProject(WireMockRuntimeInfo server) {
    stub(rule("", FILTERS.replace("'policies'", "'projects':['alpha'],'policies'")));

    assertThat(ignorer(server)
            .ignore(PROPOSAL.toBuilder().project("alpha").build(), "ACME-1", END)
            .outcome())
        .isEqualTo(IgnoreResult.Outcome.ALREADY_IN_FORCE);
    assertThat(ignorer(server).ignore(PROPOSAL, "ACME-1", END).outcome())
        .isEqualTo(IgnoreResult.Outcome.CREATED); // a rule of a project covers only its violations
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ",'is_expired':true | FILTERS",
        ",'expires_at':'2020-01-01T00:00:00Z' | FILTERS",
        ",'deleted_at':'2020-01-01T00:00:00Z','deleted_by':'admin' | FILTERS",
        ",'author':'a' | {'cves':['CVE-1'],'policies':['p'],'watches':['w'],"
            + "'components':[{'name':'npm://x','version':'2'}],'artifacts':[{'name':'b.jar'}]}",
        ",'author':'a' | {'cves':['CVE-1','CVE-2'],'policies':['p'],'watches':['w'],"
            + "'components':[{'name':'npm://x','version':'1'}],'artifacts':[{'name':'b.jar'}]}",
      })
  void createsTheRuleBesideOneThatIsOverOrDiffers(
      String more, String filters, WireMockRuntimeInfo server) {
    stub(rule(more, filters.replace("FILTERS", FILTERS)));

    assertThat(ignorer(server).ignore(PROPOSAL, "ACME-1", END).outcome())
        .isEqualTo(IgnoreResult.Outcome.CREATED);
  }

  @Test
  void namesTheRightThatIsMissing(WireMockRuntimeInfo server) {
    stub();
    stubFor(post(urlPathEqualTo(RULES)).willReturn(status(403)));

    assertThatThrownBy(() -> ignorer(server).ignore(PROPOSAL, "ACME-1", END))
        .isInstanceOf(XrayForbiddenException.class)
        .hasMessageContaining("This needs the role Manage Watches or");
    assertThatThrownBy(() ->
            ignorer(server).ignore(PROPOSAL.toBuilder().project("alpha").build(), "ACME-1", END))
        .isInstanceOf(XrayForbiddenException.class)
        .hasMessageContaining("\"alpha\"")
        .hasMessageContaining("Manage Security Assets");
  }

  @Test
  void refusesAWatchThatIsNotThere(WireMockRuntimeInfo server) {
    stub();
    stubFor(get(urlPathEqualTo(WATCH)).willReturn(status(404)));

    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> ignorer(server).ignore(PROPOSAL, "ACME-1", END))
        .withMessageContaining("watch w was not found among the global watches");
    verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void createsNoneOfSeveralIfOneCannotBeCreated(WireMockRuntimeInfo server) {
    stub();
    stubFor(get(urlPathEqualTo("/xray/api/v2/watches/hidden")).willReturn(status(404)));
    ProposedIgnoreRule hidden = PROPOSAL.toBuilder().watch("hidden").build();

    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> ignorer(server).ignore(List.of(PROPOSAL, hidden), "ACME-1", END))
        .withMessageContaining("watch hidden was not found");
    verify(0, postRequestedFor(urlPathEqualTo(RULES)));

    assertThat(ignorer(server).ignore(List.of(PROPOSAL), "ACME-1", END))
        .extracting(IgnoreResult::outcome)
        .containsExactly(IgnoreResult.Outcome.CREATED);
  }

  @Test
  void refusesAnEndInThePastAndBlankNotesBeforeItSendsAnything(WireMockRuntimeInfo server) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ignorer(server).ignore(PROPOSAL, "x", Instant.EPOCH))
        .withMessageContaining("expiresAt");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ignorer(server).ignore(PROPOSAL, " ", END))
        .withMessageContaining("notes");
    assertThat(server.getWireMock().getServeEvents()).isEmpty();
  }

  @Test
  void saysToApplyTheWatchAfterwards(WireMockRuntimeInfo server) {
    List<NextStep> steps = ignorer(server).nextSteps(List.of(PROPOSAL));

    assertThat(steps).singleElement().satisfies(step -> {
      assertThat(step.kind()).isEqualTo(NextStep.Kind.APPLY_WATCH);
      assertThat(step.text()).contains("\"w\"", "later scans only");
      assertThat(step.command().orElseThrow())
          .contains("\"watch_names\":[\"w\"]", "\"start_date\":\"2026-03-01T00:00:00Z\"");
    });
    assertThat(ignorer(server).nextSteps(List.of())).isEmpty();
  }

  @Test
  void proposesARuleForAViolationOfAWatch(WireMockRuntimeInfo server) {
    stubFor(post(urlPathEqualTo("/xray/api/v1/violations"))
        .willReturn(okJson(json("{'total_violations':1,'violations':[{'violation_id':'7',"
            + "'issue_id':'XRAY-1','type':'Security','watch_name':'w','severity':'High',"
            + "'infected_components':['npm://x:1'],'impacted_artifacts':['default/libs/a/b.jar'],"
            + "'properties':[{'cve':'CVE-1'}],'matched_policies':[{'policy':'p','rule':'r',"
            + "'is_blocking':true}]}]}"))));

    assertThat(ignorer(server).propose("w", "7").filters()).isEqualTo(PROPOSAL.filters());
    assertThat(ignorer(server).propose("w", "XRAY-1", "alpha").project()).contains("alpha");
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> ignorer(server).propose("w", "XRAY-2"))
        .withMessageContaining("no such violation");
  }
}
