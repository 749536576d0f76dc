package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for a watch, member by member. */
class WatchBodyTest {
  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static Watch watch(String text) {
    return RoundTrip.read(json(text), Watch.class);
  }

  private static JsonNode unchanged(Watch watch) {
    return RoundTrip.write(WatchUpdate.of(watch).unchecked().build());
  }

  /** What an update of a watch that was read like this must send. */
  private static JsonNode body(JsonNode read) {
    ObjectNode body = read.deepCopy();
    ((ObjectNode) body.path("general_data")).remove(List.of("id", "name", "project_key"));
    if (!body.path("project_resources").isObject()) {
      body.putObject("project_resources");
    }
    return Fixtures.withoutEmpty(body);
  }

  @Nested
  class Drafts {
    @Test
    void haveEverythingThatServersAskFor() {
      WatchDraft draft = WatchDraft.named("w")
          .addResource(WatchResource.repository("libs", RepositoryClass.LOCAL))
          .assign("p", PolicyType.SECURITY)
          .build();

      assertThat(RoundTrip.write(draft))
          .isEqualTo(json("{'general_data':{'name':'w','active':true},'project_resources':"
              + "{'resources':[{'type':'repository','name':'libs','bin_mgr_id':'default',"
              + "'repo_type':'local','filters':[]}]},"
              + "'assigned_policies':[{'name':'p','type':'security'}],'watch_recipients':[]}"));
      assertThat(draft.name()).isEqualTo("w");
      assertThat(draft.toString()).startsWith("WatchDraft{general_data={name=w,");
    }

    @Test
    void sayAllThatIsGiven() {
      TicketGeneration tickets =
          TicketGeneration.builder().createTicketsForIgnoredViolation(true).build();

      WatchDraft draft = WatchDraft.named("w")
          .description("d")
          .active(false)
          .addResource(WatchResource.allBuilds().include("a*"))
          .watchRecipients(List.of("b@example.com", "a@example.com"))
          .ticketGeneration(tickets)
          .ticketProfile("t")
          .createTicketEnabled(true)
          .build();

      assertThat(RoundTrip.write(draft))
          .isEqualTo(json("{'general_data':{'name':'w','description':'d','active':false},"
              + "'project_resources':{'resources':[{'type':'all-builds','name':'All Builds',"
              + "'bin_mgr_id':'default','filters':[{'type':'ant-patterns','value':"
              + "{'IncludePatterns':['a*'],'ExcludePatterns':[]}}]}]},'assigned_policies':[],"
              + "'watch_recipients':['b@example.com','a@example.com'],'ticket_generation':"
              + "{'create_tickets_for_ignored_violation':true},'ticket_profile':'t',"
              + "'create_ticket_enabled':true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void refuseANameThatCannotBeOne(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WatchDraft.named(name))
          .withMessageContaining("name");
    }
  }

  @Nested
  class Updates {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "watches/GET_watches_repository_200.json",
          "watches/GET_watches_all-repos_200.json",
          "watches/GET_watches_repository-made-up_200.json",
          "watches/GET_watches_all-repos-made-up_200.json",
          "watches/GET_watches_multi-artifactory_200.json",
          "watches/GET_watches_non-repository_200.json",
          "watches/GET_watches_nulls_200.json",
          "watches/GET_watches_project-all-repos_200.json",
          "watches/GET_watches_project-resources_200.json",
          "watches/GET_watches_resource-patterns_200.json",
          "watches/GET_watches_empty-texts_200.json",
          "watches/GET_watches_unknown-types_200.json",
          "watches/GET_{name}_every-filter_200.json"
        })
    void carryEverySampleButWhatServersSet(String fixture) {
      JsonNode json = Fixtures.json(fixture);
      Iterable<JsonNode> watches = json.isArray() ? json : List.of(json);
      for (JsonNode read : watches) {
        JsonNode sent = unchanged(RoundTrip.read(read, Watch.class));

        assertThat(Fixtures.withoutEmpty(sent)).isEqualTo(body(read));
      }
    }

    @Test
    void carryThePatternsOfAResourceBesideItsFilters() {
      Watch watch = watch("{'general_data':{'name':'w'},'project_resources':{'resources':["
          + "{'type':'repository','name':'a','include_patterns':['com/**'],'clickable':true}]}}");

      JsonNode sent = RoundTrip.write(WatchUpdate.of(watch)
          .changeResource(
              WatchResourceType.REPOSITORY,
              "a",
              found -> found.toBuilder().addExcludePattern("com/test/**").build())
          .unchecked()
          .build());

      assertThat(sent.at("/project_resources/resources/0"))
          .isEqualTo(json("{'type':'repository','name':'a','include_patterns':['com/**'],"
              + "'exclude_patterns':['com/test/**'],'clickable':true,'filters':[]}"));
    }

    @Test
    void sendTextsThatWereReadEmptyAsTheyWereRead() {
      JsonNode read = Fixtures.json("watches/GET_watches_empty-texts_200.json").path(0);

      JsonNode resource =
          unchanged(RoundTrip.read(read, Watch.class)).at("/project_resources/resources/0");

      assertThat(resource).isEqualTo(read.at("/project_resources/resources/0"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "/general_data",
          "/project_resources",
          "/project_resources/resources/0",
          "/project_resources/resources/0/filters/0",
          "/assigned_policies/0",
          "/ticket_generation",
          "/ticket_generation/create_duplicate_tickets",
          "/ticket_generation/create_duplicate_tickets/by_version"
        })
    void carryAFieldThatThisLibraryDoesNotTypeAtEveryPlace(String place) {
      ObjectNode read = json("{'general_data':{'name':'w','active':true},'project_resources':"
              + "{'resources':[{'type':'all-repos','filters':[{'type':'regex','value':'.*'}]}]},"
              + "'assigned_policies':[{'name':'p','type':'security'}],'ticket_generation':"
              + "{'create_duplicate_tickets':{'by_version':{'build':true}}}}")
          .deepCopy();
      ((ObjectNode) read.at(place)).put("admin_override", true);

      assertThat(Fixtures.withoutEmpty(unchanged(RoundTrip.read(read, Watch.class))))
          .isEqualTo(body(read));
    }

    @Test
    void carryUnknownMembersOfEveryObject() {
      String odd = ",'x':{'y':[1.50,null,{}]},'z':null}";
      String text = ("{'general_data':{'id':'1','name':'w','active':true},'project_resources':"
              + "{'resources':[{'type':'build','name':'b','filters':["
              + "{'type':'odd','value':{'a':1}}]},{'type':'all-repos','filters':[]}],"
              + "'global_filters':[{'type':'regex','value':'a'}]},"
              + "'assigned_policies':[{'name':'p'}],'watch_recipients':['a@b'],"
              + "'ticket_generation':{'create_duplicate_tickets':{'by_version':{'build':true}},"
              + "'impact_path_profiles_mapping':{'include':[{'profile':'p','pattern':'q'}]}}}")
          .replace("}", odd);
      ObjectNode expected = json(text).deepCopy();
      ((ObjectNode) expected.path("general_data")).remove(List.of("id", "name"));

      assertThat(unchanged(watch(text))).isEqualTo(expected);
    }

    @Test
    void haveNeitherIdNorNameNorProject() {
      assertThat(unchanged(watch("{'general_data':{'id':12,'name':'w','project_key':'k'}}")))
          .isEqualTo(json("{'general_data':{},'project_resources':{'resources':[]},"
              + "'assigned_policies':[],'watch_recipients':[]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "project_key", "created", "modified", "author"})
    void neverSendWhatServersSetNotEvenAsExtras(String member) {
      Watch watch = watch("{'general_data':{'name':'w'}}");
      GeneralData data = watch.generalData().toBuilder()
          .putExtra(member, TextNode.valueOf("smuggled"))
          .build();

      JsonNode body = unchanged(watch.toBuilder()
          .generalData(data)
          .putExtra(member, TextNode.valueOf("smuggled"))
          .build());

      assertThat(body.toString()).doesNotContain("smuggled");
    }

    @Test
    void sendEmptyFiltersWhereServersWantThem() {
      JsonNode resources = unchanged(watch("{'general_data':{'name':'w'},'project_resources':"
              + "{'resources':[{'type':'repository','name':'a','repo_type':'local','project':'k',"
              + "'bin_mgr_id':'x','build_repo':'b','n':1},{'type':'all-repos','filters':null},"
              + "{'type':'all-builds','filters':[]},{'type':'project','name':'k'}]}}"))
          .at("/project_resources/resources");

      assertThat(resources)
          .isEqualTo(json("[{'type':'repository','name':'a','repo_type':'local','project':'k',"
              + "'bin_mgr_id':'x','build_repo':'b','n':1,'filters':[]},"
              + "{'type':'all-repos','filters':[]},{'type':'all-builds'},"
              + "{'type':'project','name':'k'}]"));
    }

    @Test
    void keepTheOrderOfResourcesFiltersAndPolicies() {
      String text = "{'general_data':{'name':'w'},'project_resources':{'resources':["
          + "{'type':'build','name':'z','filters':[{'type':'z'},{'type':'a'},{'type':'m'}]},"
          + "{'type':'build','name':'a'},{'type':'build','name':'m'}]},"
          + "'assigned_policies':[{'name':'z'},{'name':'a'}],'watch_recipients':['z','a']}";

      JsonNode body = unchanged(watch(text));

      assertThat(body.path("project_resources")).isEqualTo(json(text).path("project_resources"));
      assertThat(body.path("assigned_policies")).isEqualTo(json(text).path("assigned_policies"));
      assertThat(body.path("watch_recipients")).isEqualTo(json(text).path("watch_recipients"));
    }

    @Test
    void canEmptyTheRecipients() {
      Watch watch = watch("{'general_data':{'name':'w'},'watch_recipients':['a@b','c@d']}");

      JsonNode body =
          RoundTrip.write(WatchUpdate.of(watch).watchRecipients(List.of()).build());

      assertThat(body.path("watch_recipients")).isEqualTo(json("[]"));
      assertThat(unchanged(watch).path("watch_recipients")).isEqualTo(json("['a@b','c@d']"));
    }

    @Test
    void keepTheirBase() {
      Watch watch = watch("{'general_data':{'name':'w','active':true}}");

      WatchUpdate update = WatchUpdate.of(watch).active(false).build();

      assertThat(update.base()).isSameAs(watch);
      assertThat(update.changed().generalData().active()).hasValue(false);
      assertThat(RoundTrip.write(update).path("general_data")).isEqualTo(json("{'active':false}"));
      assertThat(update.toString()).startsWith("WatchUpdate of w {general_data=");
    }
  }
}
