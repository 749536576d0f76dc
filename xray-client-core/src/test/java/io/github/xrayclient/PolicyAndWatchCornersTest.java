package io.github.xrayclient;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.*;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.policy.*;
import io.github.xrayclient.testing.*;
import io.github.xrayclient.watch.*;
import java.util.List;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class PolicyAndWatchCornersTest {
  private XrayClient xray;
  private final FakeXray fake = FakeXray.start();
  private XrayClient onFake;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = client(server.getHttpBaseUrl());
    onFake = client(fake.url());
  }

  @AfterEach
  void disconnect() {
    xray.close();
    onFake.close();
    fake.close();
  }

  static XrayClient client(String url) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  static <T> T read(Class<T> type, String text) {
    return RoundTrip.read(json(text), type);
  }

  static PolicyDraft draft(String name) {
    return PolicyDraft.named(name, PolicyType.SECURITY)
        .addRule(rule("'min_severity':'High'"))
        .build();
  }

  static Rule rule(String criteria) {
    return read(Rule.class, "{'name':'r','criteria':{" + criteria + "}}");
  }

  @Test
  void anEmptyArrayIsNotFound() {
    stubFor(get(anyUrl()).willReturn(okJson("[]")));
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> xray.policies().get("a"));
    assertThat(xray.policies().find("a")).isEmpty();
    assertThat(xray.watches().find("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'min_severity':'High','package_versions':['1']",
        "'package_versions':['1']",
        "'package_versions':['1'],'malicious_package':true",
        "'fix_version_dependant':true,'package_versions':['1']"
      })
  void packageVersionsIsAPackageSelector(String criteria) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            PolicyDraft.named("p", PolicyType.SECURITY).addRule(rule(criteria)).build());
  }

  @Test
  void licenseAndRiskNeedOneOfTheTwo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyDraft.named("p", PolicyType.LICENSE)
            .addRule(rule("'allow_unknown':true"))
            .build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyDraft.named("p", PolicyType.OPERATIONAL_RISK)
            .addRule(rule(""))
            .build());
  }

  @Test
  void draftNumbersRulesAfterTheHighest() {
    Rule first = rule("'min_severity':'High'").toBuilder().priority(2).build();
    PolicyDraft draft = PolicyDraft.named("p", PolicyType.SECURITY)
        .addRule(first)
        .addRule(rule("'min_severity':'Low'").toBuilder().name("s").build())
        .build();
    assertThat(RoundTrip.write(draft).path("rules").findValuesAsText("priority"))
        .containsExactly("2", "3");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void dotsAreRefusedBeforeSending(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(name))
        .withMessageContaining("name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WatchDraft.named(name))
        .withMessageContaining("name");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void lostCreateInAProjectIsNotTheGlobalPolicy() {
    onFake.policies().create(draft("p"));
    fake.failNext(FakeXray.Fault.CONNECTION_RESET, 1);
    assertThatExceptionOfType(XrayException.class)
        .isThrownBy(() -> onFake.policies().projectKey("k").create(draft("p")));
  }

  @Test
  void lostDeleteInAProjectIsDone() {
    onFake.policies().create(draft("p"));
    onFake.policies().projectKey("k").create(draft("p"));
    fake.failNext(FakeXray.Fault.LOST_ANSWER, 1);
    onFake.policies().projectKey("k").delete("p");
    assertThat(fake.stored(FakeXray.Kind.POLICIES)).hasSize(1);
  }

  @Test
  void detachingAProjectsPolicyLeavesTheGlobalOneOnItsWatches() {
    onFake.policies().create(draft("p"));
    onFake.policies().projectKey("k").create(draft("p"));
    onFake
        .watches()
        .create(WatchDraft.named("global")
            .addResource(WatchResource.allRepositories())
            .assign("p", PolicyType.SECURITY)
            .build());
    onFake
        .watches()
        .projectKey("j")
        .create(WatchDraft.named("other")
            .addResource(WatchResource.allRepositories())
            .assign("p", PolicyType.SECURITY)
            .build());
    onFake
        .watches()
        .projectKey("k")
        .create(WatchDraft.named("own")
            .addResource(WatchResource.allRepositories())
            .assign("p", PolicyType.SECURITY)
            .build());

    assertThat(onFake.policies().projectKey("k").deleteDetaching("p")).containsExactly("own");
    assertThat(onFake.watches().get("global").assignedPolicies()).hasSize(1);
  }

  @Test
  void inUseStaysTheErrorWhenWatchesCannotBeRead() {
    stubFor(delete(anyUrl())
        .willReturn(jsonResponse(
            "{\"error\":\"Failed to delete Policy p : Policy is assigned to 2 watches\"}", 400)));
    stubFor(get(anyUrl()).willReturn(okJson("{\"name\":\"p\"}")));
    stubFor(get("/xray/api/v2/policies").willReturn(okJson("[]")));
    stubFor(get("/xray/api/v2/watches")
        .willReturn(jsonResponse("{\"error\":\"Permission denied\"}", 403)));
    assertThatExceptionOfType(XrayBadRequestException.class)
        .isThrownBy(() -> xray.policies().delete("p"));
  }

  @Test
  void detachingMeetsAWatchWithoutThePolicyByNow() {
    stubFor(get(anyUrl()).willReturn(okJson("{\"name\":\"p\"}")));
    stubFor(get("/xray/api/v2/policies").willReturn(okJson("[]")));
    stubFor(get("/xray/api/v2/watches")
        .willReturn(okJson(
            "[{\"general_data\":{\"name\":\"w\"},\"assigned_policies\":[{\"name\":\"p\"}]}]")));
    stubFor(
        get("/xray/api/v2/watches/w").willReturn(okJson("{\"general_data\":{\"name\":\"w\"}}")));
    stubFor(put(anyUrl()).willReturn(okJson("{}")));
    stubFor(delete(anyUrl()).willReturn(okJson("{}")));
    xray.policies().deleteDetaching("p");
  }

  @Test
  void detachingMeetsAWatchThatIsGone() {
    stubFor(get(anyUrl()).willReturn(okJson("{\"name\":\"p\"}")));
    stubFor(get("/xray/api/v2/policies").willReturn(okJson("[]")));
    stubFor(get("/xray/api/v2/watches")
        .willReturn(okJson(
            "[{\"general_data\":{\"name\":\"w\"},\"assigned_policies\":[{\"name\":\"p\"}]}]")));
    stubFor(get("/xray/api/v2/watches/w").willReturn(jsonResponse("{}", 404)));
    stubFor(delete(anyUrl()).willReturn(okJson("{}")));
    xray.policies().deleteDetaching("p");
  }

  @Test
  void serverSetExtrasAreNoChanges() {
    String policy = "{'name':'p','id':7,'updated_at':'1','created_by':'a','rules':[{'name':'r'}]}";
    String watch = "{'general_data':{'name':'w','created_by':'a'},'updated_at':'1'}";
    stubFor(put(anyUrl()).willReturn(okJson("{}")));
    stubFor(get(anyUrl()).willReturn(okJson(policy.replace('\'', '"'))));
    assertThat(xray.policies()
            .update("p", PolicyUpdate.of(read(Policy.class, policy)).build())
            .unexpectedChanges())
        .isEmpty();
    stubFor(get(anyUrl()).willReturn(okJson(watch.replace('\'', '"'))));
    assertThat(xray.watches()
            .update("w", WatchUpdate.of(read(Watch.class, watch)).build())
            .unexpectedChanges())
        .isEmpty();
  }

  @Test
  void lostUpdateWithServerSetExtrasIsDone() {
    String policy = "{'name':'p','updated_at':'1','rules':[{'name':'r'}]}";
    stubFor(put(anyUrl()).willReturn(okJson("{}").withFault(Fault.EMPTY_RESPONSE)));
    stubFor(get(anyUrl())
        .willReturn(
            okJson("{'name':'p','updated_at':'2','description':'new','rules':[{'name':'r'}]}"
                .replace('\'', '"'))));
    xray.policies()
        .update(
            "p", PolicyUpdate.of(read(Policy.class, policy)).description("new").build());
  }

  @Test
  void anEmptyDescriptionIsNone() {
    String policy = "{'name':'p','description':'old','rules':[{'name':'r'}]}";
    stubFor(put(anyUrl()).willReturn(okJson("{}")));
    stubFor(get(anyUrl()).willReturn(okJson("{\"name\":\"p\",\"rules\":[{\"name\":\"r\"}]}")));
    assertThat(xray.policies()
            .update(
                "p", PolicyUpdate.of(read(Policy.class, policy)).description("").build())
            .unexpectedChanges())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"result\":null}",
        "{\"result\":[]}",
        "{\"info\":\"ok\"}",
        "{\"result\":{\"w\":{}}}"
      })
  void assignWithoutResultIsNoAnswer(String body) {
    stubFor(post(anyUrl()).willReturn(okJson(body)));
    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> xray.policies().assign("p", List.of("w")));
  }

  @Test
  void createWithFailedReloadSaysProbablyStored() {
    stubFor(post(anyUrl())
        .willReturn(jsonResponse("{\"error\":\"Failed to reload block download cache\"}", 500)));
    stubFor(get(anyUrl()).willReturn(okJson("{\"general_data\":{\"name\":\"w\"}}")));
    String said;
    try {
      said = xray.watches().create(WatchDraft.named("w").active(false).build()).name();
    } catch (XrayApiException e) {
      said = e.getMessage();
    }
    assertThat(said).containsAnyOf("probably stored");
  }

  @Test
  void rulesAsReadWithTheSameNameAreCarried() {
    Policy policy = read(
        Policy.class, "{'name':'p','rules':[{'name':'r','priority':1},{'name':'r','priority':2}]}");
    PolicyUpdate.of(policy).description("d").build();
  }

  @Test
  void extrasNeverReplaceTypedMembers() {
    Policy policy = read(Policy.class, "{'name':'p','rules':[{'name':'r'}]}").toBuilder()
        .putExtra("rules", TextNode.valueOf("x"))
        .build();
    assertThat(RoundTrip.write(PolicyUpdate.of(policy).build()).path("rules")).hasSize(1);
  }

  @Test
  void extrasOfGeneralDataHoldNoName() {
    Watch watch = read(Watch.class, "{'general_data':{'name':'w'}}");
    Watch odd = watch.toBuilder()
        .generalData(watch.generalData().toBuilder()
            .putExtra("name", TextNode.valueOf("x"))
            .build())
        .build();
    assertThat(RoundTrip.write(WatchUpdate.of(odd).build()).path("general_data").has("name"))
        .isFalse();
  }

  @Test
  void includeKeepsUnknownMembersOfTheValue() {
    WatchResource resource = read(
        WatchResource.class,
        "{'type':'all-repos','filters':[{'type':'path-ant-patterns','value':{'IncludePatterns':['a'],'CaseSensitive':true}}]}");
    assertThat(RoundTrip.write(resource.include("b")).at("/filters/0/value"))
        .isEqualTo(json("{'IncludePatterns':['a','b'],'CaseSensitive':true,'ExcludePatterns':[]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'property','value':{'key':'k','value':'Red'}}",
        "{'type':'regex','value':'Red.*'}",
        "{'type':'path-regex','value':'Red'}",
        "{'type':'odd','value':'Red'}"
      })
  void onlyPackageTypesHaveNoCase(String filter) {
    String watch =
        "{'general_data':{'name':'w'},'project_resources':{'resources':[{'type':'build','name':'b','filters':["
            + filter + "]}]}}";
    stubFor(put(anyUrl()).willReturn(okJson("{}")));
    stubFor(get(anyUrl()).willReturn(okJson(watch.replace("Red", "red").replace('\'', '"'))));
    assertThat(xray.watches()
            .update("w", WatchUpdate.of(read(Watch.class, watch)).build())
            .unexpectedChanges())
        .hasSize(1);
  }

  @Test
  void aListOfZeroIsNotAnEmptyList() {
    assertThat(
            io.github.xrayclient.internal.TreeDiff.between(json("{'x':[0,1]}"), json("{'x':[1]}")))
        .hasSize(1);
  }

  @Test
  void allowLicensesIsAnAliasOnRead() {
    assertThat(rule("'allow_licenses':['MIT']").criteria().orElseThrow().allowedLicenses())
        .containsExactly("MIT");
  }

  @Test
  void displayTextsOfAllResourcesAreIgnored() {
    String sent =
        "{'general_data':{'name':'w'},'project_resources':{'resources':[{'type':'all-repos','bin_mgr_id':'default'}]}}";
    stubFor(put(anyUrl()).willReturn(okJson("{}")));
    stubFor(get(anyUrl())
        .willReturn(okJson(sent.replace("'all-repos'", "'all-repos','name':'All Repositories'")
            .replace('\'', '"'))));
    assertThat(xray.watches()
            .update("w", WatchUpdate.of(read(Watch.class, sent)).build())
            .unexpectedChanges())
        .isEmpty();
  }

  @Test
  void scoresAsTextsAreTheSameNumbers() {
    String sent =
        "{'name':'p','rules':[{'name':'r','criteria':{'cvss_range':{'from':0,'to':9}},'actions':{}}]}";
    stubFor(put(anyUrl()).willReturn(okJson("{}")));
    stubFor(get(anyUrl())
        .willReturn(
            okJson(sent.replace(":0", ":'0.0'").replace(":9", ":'9.0'").replace('\'', '"'))));
    assertThat(xray.policies()
            .update("p", PolicyUpdate.of(read(Policy.class, sent)).build())
            .unexpectedChanges())
        .isEmpty();
  }
}
