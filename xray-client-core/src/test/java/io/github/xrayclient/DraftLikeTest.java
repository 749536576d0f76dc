package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchDraft;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts like something that exists, and drafts out of their own JSON. */
class DraftLikeTest {
  private static final Policy POLICY = read(
      "{'name':'p','type':'security','description':'d','author':'admin','project_key':'x',"
          + "'created':'2024-01-01T00:00:00Z','modified':'2024-01-01T00:00:00Z','watches':['w'],"
          + "'rules':[{'name':'r','priority':1,'criteria':{'min_severity':'High','new_one':1},"
          + "'actions':{'mails':['a@b.example']}}],'new_field':{'a':1}}",
      Policy.class);
  private static final Watch WATCH = read(
      "{'general_data':{'id':'7','name':'w','description':'d','active':true,'project_key':'x'},"
          + "'project_resources':{'resources':[{'type':'repository','name':'r','bin_mgr_id':'b',"
          + "'repo_type':'local'}]},"
          + "'assigned_policies':[{'name':'p','type':'security'}],'watch_recipients':['a@b.example'],"
          + "'ticket_profile':'t','create_ticket_enabled':true,'new_field':1}",
      Watch.class);
  private static final IgnoreRule RULE = read(
      "{'id':'1','author':'admin','created':'2024-01-01T00:00:00Z','notes':'why',"
          + "'is_expired':false,'expires_at':'2030-01-01T00:00:00+02:00','new_field':1,"
          + "'ignore_filters':{'cves':['CVE-1'],'new_filter':['x']}}",
      IgnoreRule.class);

  static Stream<Object> drafts() {
    return Stream.of(
        PolicyDraft.like(POLICY).build(),
        WatchDraft.like(WATCH).build(),
        WatchDraft.named("w").active(false).build(),
        IgnoreRuleDraft.like(RULE).build(),
        IgnoreRuleDraft.like(RULE).neverExpires().build());
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void canBeReadFromTheirJson(Object draft) throws Exception {
    String json = XrayClient.jsonMapper().writeValueAsString(draft);

    assertThat((Object) XrayClient.jsonMapper().readValue(json, draft.getClass()))
        .isEqualTo(draft);
  }

  @Test
  void areCheckedWhenTheyAreReadFromJson() {
    assertThatThrownBy(() -> XrayClient.jsonMapper()
            .readValue("{\"name\":\"p\",\"type\":\"security\",\"rules\":[]}", PolicyDraft.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("rules is empty");
  }

  @Test
  void haveNoFieldsThatCannotBeSentWhenTheyAreReadFromJson() {
    refused(
        PolicyDraft.class,
        "{'name':'p','type':'security','rules':[],'author':'a','created':'c','future':1}",
        "a draft of a policy has no fields [author, created]");
    refused(
        WatchDraft.class,
        "{'general_data':{'name':'w','id':'1'}}",
        "general_data in a draft of a watch has no fields [id]");
    refused(
        WatchDraft.class,
        "{'general_data':{'name':'w'},'project_key':'k'}",
        "a draft of a watch has no fields [project_key]");
    refused(
        IgnoreRuleDraft.class,
        "{'notes':'n','ignore_filters':{'cves':['CVE-1']},'future':1}",
        "a draft of an ignore rule has no fields [future]");
  }

  private static void refused(Class<?> draft, String json, String words) {
    assertThatThrownBy(() -> XrayClient.jsonMapper().readValue(json.replace('\'', '"'), draft))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(words);
  }

  @Nested
  class APolicy {
    @Test
    void hasWhatCanBeWrittenAndNothingThatTheServerSets() {
      PolicyDraft draft = PolicyDraft.like(POLICY).name("q").build();

      assertThat(draft.name()).isEqualTo("q");
      assertThat(draft.type()).isEqualTo(PolicyType.SECURITY);
      assertThat(draft.description()).hasValue("d");
      assertThat(draft.rules()).extracting(Rule::name).containsExactly("r");
      assertThat((Object) RoundTrip.write(draft))
          .isEqualTo(json("{'name':'q','type':'security','description':'d','rules':[{'name':'r',"
              + "'priority':1,'criteria':{'min_severity':'High','new_one':1},"
              + "'actions':{'mails':['a@b.example']}}],'new_field':{'a':1}}"));
    }

    @Test
    void canDifferInItsRules() {
      PolicyDraft draft = PolicyDraft.like(POLICY)
          .changeRule("r", rule -> rule.toBuilder().actions(Optional.empty()).build())
          .addRule(POLICY.rules().get(0).toBuilder().name("s").build())
          .dropRule("s")
          .build();

      assertThat(draft.rules()).singleElement().satisfies(rule -> {
        assertThat(rule.name()).isEqualTo("r");
        assertThat(rule.actions()).isEmpty();
      });
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyDraft.like(POLICY).dropRule("x"))
          .withMessage("policy \"p\" has no rule \"x\"; its rules are [r]");
    }

    @Test
    void needsAType() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyDraft.like(Policy.builder().name("p").build()))
          .withMessage("policy \"p\" has no type; set it by toBuilder().type(..)");
    }

    @Test
    void isNotCheckedAsFarAsItIsCopied() {
      Policy empty = Policy.builder()
          .name("p")
          .type(PolicyType.SECURITY)
          .addRule(Rule.builder().name("r").build())
          .build();

      assertThat(PolicyDraft.like(empty).build().rules()).hasSize(1);
    }
  }

  @Nested
  class AWatch {
    @Test
    void hasWhatCanBeWrittenAndNothingThatTheServerSets() {
      WatchDraft draft = WatchDraft.like(WATCH).name("v").build();

      assertThat(draft.name()).isEqualTo("v");
      assertThat(draft.description()).hasValue("d");
      assertThat(draft.isActive()).isTrue();
      assertThat(draft.resources()).extracting(WatchResource::name).hasSize(1);
      assertThat(draft.assignedPolicies()).hasSize(1);
      assertThat(draft.watchRecipients()).containsExactly("a@b.example");
      assertThat(draft.ticketGeneration()).isEmpty();
      assertThat(draft.ticketProfile()).hasValue("t");
      assertThat(draft.createTicketEnabled()).hasValue(true);
      assertThat((Object) RoundTrip.write(draft))
          .isEqualTo(json("{'general_data':{'name':'v','description':'d','active':true},"
              + "'project_resources':{'resources':[{'type':'repository','name':'r',"
              + "'bin_mgr_id':'b','repo_type':'local','filters':[]}]},'assigned_policies':[{'name':'p',"
              + "'type':'security'}],'watch_recipients':['a@b.example'],'ticket_profile':'t',"
              + "'create_ticket_enabled':true,'new_field':1}"));
    }
  }

  @Test
  void ofWatchesCanDifferInWhatTheyLookAt() {
    WatchDraft draft = WatchDraft.like(WATCH)
        .dropResource(WatchResourceType.REPOSITORY, "r")
        .addResource(WatchResource.allRepositories())
        .unassign("p")
        .assign("q", PolicyType.LICENSE)
        .build();

    assertThat(draft.resources()).containsExactly(WatchResource.allRepositories());
    assertThat(draft.assignedPolicies()).extracting(AssignedPolicy::name).containsExactly("q");
  }

  @Nested
  class AnIgnoreRule {
    @Test
    void canDifferInWhatItIgnoresAndWhy() {
      IgnoreFilters filters = IgnoreFilters.builder().addCve("CVE-2").build();

      IgnoreRuleDraft draft =
          IgnoreRuleDraft.like(RULE).filters(filters).notes("another reason").build();

      assertThat(draft.filters()).isEqualTo(filters);
      assertThat(draft.notes()).isEqualTo("another reason");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> IgnoreRuleDraft.like(RULE).filters(IgnoreFilters.builder().build()))
          .withMessageStartingWith("what (ignore_filters) must not be empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0001-01-01T00:00:00Z", "0"})
    void neverExpiresIfTheRuleNeverDoes(String never) {
      IgnoreRule rule = RULE.toBuilder().expiresAt(Timestamp.of(never)).build();

      assertThat(IgnoreRuleDraft.like(rule).build().expiresAt()).isEmpty();
    }

    @Test
    void hasWhatCanBeWrittenAndNothingThatTheServerSets() {
      IgnoreRuleDraft draft = IgnoreRuleDraft.like(RULE).build();

      assertThat(draft.notes()).isEqualTo("why");
      assertThat(draft.filters()).isEqualTo(RULE.filters().orElseThrow());
      assertThat(draft.expiresAt()).hasValue(Timestamp.of("2030-01-01T00:00:00+02:00"));
      assertThat((Object) RoundTrip.write(draft))
          .isEqualTo(json("{'notes':'why','expires_at':'2030-01-01T00:00:00+02:00',"
              + "'ignore_filters':{'cves':['CVE-1'],'new_filter':['x']}}"));
    }

    @Test
    void needsFilters() {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              IgnoreRuleDraft.like(RULE.toBuilder().filters(Optional.empty()).build()))
          .withMessageContaining("filters (ignore_filters) must not be empty");
    }
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static <T> T read(String text, Class<T> type) {
    return RoundTrip.read(json(text), type);
  }
}
