package io.github.xrayclient.internal.write;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.FailPullRequest;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.LogLines;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.ProjectResources;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchDraft;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates and drafts of objects that have known fields with values of another type. */
class UnreadFieldsInUpdatesTest {
  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String POLICY = "{'name':'p','type':'security','author':{'id':1},"
      + "'created':['2025'],'rules':[{'name':'r','priority':1,'criteria':{'min_severity':'High'},"
      + "'actions':{'fail_build':true,'fail_pull_request':true}}]}";

  private final XrayClient xray = Clients.once(SERVER.baseUrl());
  private final LogLines log = LogLines.ofLibrary();

  @AfterEach
  void disconnect() {
    log.close();
    xray.close();
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static Policy policy(String text) {
    return RoundTrip.read(json(text), Policy.class);
  }

  private static Watch watch(String resources, String policies, String recipients) {
    return RoundTrip.read(
        json(String.format(
            "{'general_data':{'name':'w','active':true,'id':{'x':1}},"
                + "'project_resources':{'resources':%s},'assigned_policies':%s,'watch_recipients':%s}",
            resources, policies, recipients)),
        Watch.class);
  }

  private static Actions actions() {
    return policy(POLICY).rules().get(0).actions().orElseThrow();
  }

  @Nested
  class OfAPolicy {
    @Test
    void sendThemAsReceivedAndTellSo() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson(POLICY.replace('\'', '"'))));

      UpdateResult<Policy> result =
          xray.policies().edit("p", update -> update.description("changed"));

      SERVER.verify(
          1,
          putRequestedFor(anyUrl())
              .withRequestBody(equalToJson(
                  ("{'name':'p','type':'security','description':'changed','rules':[{'name':'r',"
                          + "'priority':1,'criteria':{'min_severity':'High'},'actions':"
                          + "{'fail_build':true,'fail_pull_request':true}}]}")
                      .replace('\'', '"'))));
      assertThat(result.notes()).singleElement().satisfies(note -> {
        assertThat(note.kind()).isEqualTo(UpdateNote.Kind.UNREAD_FIELDS);
        assertThat(note.objects())
            .containsExactlyInAnyOrder(
                "$.author", "$.created", "$.rules[0].actions.fail_pull_request");
      });
    }

    @Test
    void sendTheValueThatTheCallerSets() {
      Actions set = actions().toBuilder()
          .failPullRequest(FailPullRequest.builder().active(true).build())
          .build();

      PolicyUpdate update = PolicyUpdate.of(policy(POLICY))
          .changeRule("r", rule -> rule.toBuilder().actions(set).build())
          .build();

      assertThat(RoundTrip.write(update).at("/rules/0/actions"))
          .isEqualTo(json("{'fail_build':true,'fail_pull_request':{'active':true}}"));
      assertThat(XrayClient.unreadFields(update.changed()))
          .containsExactly("$.author", "$.created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'none'", "[{'name':'r'},7]", "{'a':1}"})
    void leaveRulesAloneThatCouldNotBeRead(String rules) {
      Policy odd = policy("{'name':'p','type':'security','rules':" + rules + "}");

      assertThat(RoundTrip.write(PolicyUpdate.of(odd).description("d").build()).path("rules"))
          .isEqualTo(json(rules));
      assertThat(RoundTrip.write(PolicyDraft.like(odd).name("q").build()).path("rules"))
          .isEqualTo(json(rules));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyUpdate.of(odd).addRule(Rule.named("s").build()))
          .withMessageContaining("policy \"p\": rules could not be read")
          .withMessageContaining("toBuilder().rules(..)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyUpdate.of(odd).dropRule("r"))
          .withMessageContaining("could not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions", "criteria"})
    void sendARuleWithoutReadableParts(String part) {
      Policy odd = policy("{'name':'p','type':'security','rules':[{'name':'r','" + part + "':'odd'"
          + (part.equals("criteria") ? ",'actions':{}" : "") + "}]}");

      JsonNode body = RoundTrip.write(PolicyUpdate.of(odd)
          .changeRule("r", rule -> rule.toBuilder().priority(3).build())
          .unchecked()
          .build());

      assertThat(body.at("/rules/0/" + part)).isEqualTo(json("'odd'"));
    }

    @Test
    void areCarriedByADraft() {
      PolicyDraft draft = PolicyDraft.like(policy(POLICY)).name("q").build();

      JsonNode body = RoundTrip.write(draft);

      assertThat(body.at("/rules/0/actions/fail_pull_request")).isEqualTo(json("true"));
      assertThat(body.has("author")).isFalse();
    }

    @Test
    void allowChangesAfterTheCallerSetTheWholeList() {
      Rule rule = policy("{'name':'p','rules':[{'name':'r','criteria':{'min_severity':'High'},"
              + "'actions':{'fail_build':true}}]}")
          .rules()
          .get(0);
      Policy set = policy("{'name':'p','type':'security','rules':7}").toBuilder()
          .rules(List.of(rule))
          .build();

      PolicyUpdate update = PolicyUpdate.of(set)
          .addRule(rule.toBuilder().name("s").build())
          .changeRule("r", old -> old.toBuilder().priority(1).build())
          .build();

      assertThat(update.changed().rules()).extracting(Rule::name).containsExactly("r", "s");
      assertThat(RoundTrip.write(update).path("rules")).hasSize(2);
      assertThat(RoundTrip.write(PolicyUpdate.of(set).dropRule("r").unchecked().build())
              .path("rules"))
          .isEqualTo(json("[]"));
    }
  }

  @Nested
  class OfAWatch {
    @ParameterizedTest
    @ValueSource(strings = {"'all'", "7", "[{'type':'repository','name':'a'},'b']", "{'a':[]}"})
    void sendListsAsReceived(String value) {
      Watch odd = watch(value, value.replace("'type':'repository',", ""), value);

      JsonNode body = RoundTrip.write(WatchUpdate.of(odd).description("d").build());

      assertThat(body.at("/project_resources/resources")).isEqualTo(json(value));
      assertThat(body.path("assigned_policies"))
          .isEqualTo(json(value.replace("'type':'repository',", "")));
      assertThat(body.path("watch_recipients")).isEqualTo(json(value));
      assertThat(body.path("general_data")).isEqualTo(json("{'description':'d','active':true}"));
      assertThat(RoundTrip.write(WatchDraft.like(odd).name("v").build())
              .at("/project_resources/resources"))
          .isEqualTo(json(value));
    }

    @Test
    void refuseToChangeSomeEntriesOfThem() {
      WatchUpdate.Builder update = WatchUpdate.of(watch("'all'", "'all'", "[]"));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.addResource(WatchResource.allRepositories()))
          .withMessageContaining("watch \"w\": resources could not be read");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.dropResource(resource -> true))
          .withMessageContaining("toBuilder().projectResources(..)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.assign("p", PolicyType.SECURITY))
          .withMessageContaining("watch \"w\": assigned_policies could not be read");
    }

    @Test
    void allowChangesAfterTheCallerSetTheWholeLists() {
      WatchResource repositories = WatchResource.allRepositories();
      Watch odd = watch("'all'", "7", "[]");
      Watch set = odd.toBuilder()
          .projectResources(odd.projectResources().orElseThrow().toBuilder()
              .resources(List.of(repositories))
              .build())
          .assignedPolicies(List.of(
              AssignedPolicy.builder().name("p").type(PolicyType.SECURITY).build()))
          .build();

      WatchUpdate update = WatchUpdate.of(set)
          .addResource(WatchResource.allBuilds())
          .assign("q", PolicyType.LICENSE)
          .unassign("p")
          .build();

      assertThat(update.changed().resources())
          .containsExactly(repositories, WatchResource.allBuilds());
      assertThat(RoundTrip.write(update).path("assigned_policies"))
          .isEqualTo(json("[{'name':'q','type':'license'}]"));
      assertThat(RoundTrip.write(WatchUpdate.of(set).unassign("p").unchecked().build())
              .path("assigned_policies"))
          .isEqualTo(json("[]"));
    }

    @Test
    void allowChangesAfterTheCallerSetTheObjectOfResources() {
      Watch set = RoundTrip.read(
              json("{'general_data':{'name':'w'},'project_resources':['a']}"), Watch.class)
          .toBuilder()
          .projectResources(ProjectResources.builder().build())
          .build();

      assertThat(WatchUpdate.of(set)
              .addResource(WatchResource.allBuilds())
              .unchecked()
              .build()
              .changed()
              .resources())
          .containsExactly(WatchResource.allBuilds());
    }

    @Test
    void sendAListThatTheCallerSetsEvenIfItIsEmpty() {
      Watch odd = watch("[]", "[]", "'ann'");

      assertThat(RoundTrip.write(
                  WatchUpdate.of(odd).watchRecipients(List.of()).unchecked().build())
              .path("watch_recipients"))
          .isEqualTo(json("[]"));
    }

    @Test
    void sendAnOddObjectOfResources() {
      Watch odd = RoundTrip.read(
          json("{'general_data':{'name':'w','active':true},'project_resources':['a']}"),
          Watch.class);

      assertThat(RoundTrip.write(WatchUpdate.of(odd).unchecked().build()).path("project_resources"))
          .isEqualTo(json("['a']"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'p','type':'security','rules':{}} | $.rules",
        "{'name':'p','type':'security','rules':[{'name':'r','actions':{'mails':'a'}}]}"
            + " | $.rules[0].actions.mails"
      })
  void areRefusedInADraftOfAPolicyThatIsReadFromJson(String text, String path) {
    refuses(PolicyDraft.class, "a draft of a policy", text, path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'general_data':{'name':'w','active':'yes'}} | $.general_data.active",
        "{'general_data':{'name':'w'},'project_resources':[]} | $.project_resources",
        "{'general_data':{'name':'w'},'assigned_policies':'p'} | $.assigned_policies"
      })
  void areRefusedInADraftOfAWatchThatIsReadFromJson(String text, String path) {
    refuses(WatchDraft.class, "a draft of a watch", text, path);
  }

  @Test
  void areRefusedInADraftOfAnIgnoreRuleThatIsReadFromJson() {
    refuses(
        IgnoreRuleDraft.class,
        "a draft of an ignore rule",
        "{'notes':'n','ignore_filters':{'cves':'C','watches':['w']}}",
        "$.ignore_filters.cves");
  }

  private static void refuses(Class<?> draft, String owner, String text, String path) {
    assertThatThrownBy(() -> XrayClient.jsonMapper().treeToValue(json(text), draft))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(owner + " has values of another type than documented at " + path
            + "; correct them, or leave the fields out");
  }

  @Test
  void refuseToCopyAnIgnoreRuleWhoseExpiryCouldNotBeRead() {
    IgnoreRule odd = RoundTrip.read(
        json("{'id':'1','notes':'n','expires_at':{'days':3},'ignore_filters':{'cves':['C']}}"),
        IgnoreRule.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> IgnoreRuleDraft.like(odd))
        .withMessageContaining("expires_at of ignore rule 1 could not be read");

    IgnoreRule set = odd.toBuilder()
        .expiresAt(Timestamp.of(Instant.parse("2030-01-01T00:00:00Z")))
        .extras(Map.of())
        .build();
    assertThat(IgnoreRuleDraft.like(set).build().expiresAt()).isEqualTo(set.expiresAt());
  }
}
