package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of a watch, and what is refused before it is sent. */
class WatchChecksTest {
  private static final Watch WATCH = watch("{'general_data':{'name':'w','active':true},"
      + "'project_resources':{'resources':[{'type':'repository','name':'a','repo_type':'local'},"
      + "{'type':'build','name':'a'},{'type':'repository','name':'b','repo_type':'remote'}]},"
      + "'assigned_policies':[{'name':'p','type':'security'},{'name':'q'}]}");

  private static Watch watch(String text) {
    return RoundTrip.read(Fixtures.parse(text.replace('\'', '"')), Watch.class);
  }

  private static WatchResource resource(String text) {
    return RoundTrip.read(Fixtures.parse(text.replace('\'', '"')), WatchResource.class);
  }

  private static JsonNode resources(WatchUpdate update) {
    return RoundTrip.write(update).at("/project_resources/resources");
  }

  @Nested
  class Resources {
    @Test
    void areChangedByTypeAndName() {
      WatchUpdate update = WatchUpdate.of(WATCH)
          .changeResource(WatchResourceType.REPOSITORY, "a", found -> found.include("x/**"))
          .build();

      assertThat(update.changed().resources()).hasSize(3);
      assertThat(update.changed().resources().get(0).filters()).hasSize(1);
      assertThat(update.changed().resources().subList(1, 3))
          .isEqualTo(WATCH.resources().subList(1, 3));
    }

    @Test
    void areDroppedByTypeAndName() {
      WatchUpdate update =
          WatchUpdate.of(WATCH).dropResource(WatchResourceType.BUILD, "a").build();

      assertThat(resources(update).findValuesAsText("name")).containsExactly("a", "b");
      assertThat(resources(update).findValuesAsText("type"))
          .containsExactly("repository", "repository");
    }

    @Test
    void areAddedAtTheEnd() {
      WatchUpdate update =
          WatchUpdate.of(WATCH).addResource(WatchResource.project("k")).build();

      assertThat(resources(update).findValuesAsText("name")).containsExactly("a", "a", "b", "k");
    }

    @Test
    void ofAllRepositoriesAreFoundWhateverTheirTextSays() {
      Watch watch = WATCH.toBuilder()
          .projectResources(ProjectResources.builder()
              .addResource(
                  WatchResource.allRepositories().toBuilder().name("Alle").build())
              .build())
          .build();

      WatchUpdate update = WatchUpdate.of(watch)
          .changeResource(WatchResourceType.ALL_REPOSITORIES, "", found -> found.include("x/**"))
          .build();

      assertThat(update.changed().resources().get(0).filters()).hasSize(1);
      assertThatCode(
              () -> WatchUpdate.of(watch).dropResource(WatchResourceType.ALL_REPOSITORIES, "All"))
          .doesNotThrowAnyException();
    }

    @Test
    void ofOneKeyAreToldApartByWhatElseTheySay() {
      Predicate<WatchResource> other =
          resource -> resource.binaryManagerId().equals(Optional.of("art-eu"));
      WatchDraft.Builder draft = WatchDraft.named("w")
          .addResource(WatchResource.build("b"))
          .addResource(
              WatchResource.build("b").toBuilder().binaryManagerId("art-eu").build())
          .assign("p", PolicyType.SECURITY)
          .changeResource(other, found -> found.include("x"));

      assertThat(draft.build().resources())
          .extracting(resource -> resource.filters().size())
          .containsExactly(0, 1);
      assertThat(draft.dropResource(other).build().resources()).hasSize(1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft.dropResource(other))
          .withMessageStartingWith("watch \"w\" has no resource that the predicate accepts; its ");
    }

    @Test
    void thatAreNotThereAreAnErrorThatSaysWhichAre() {
      WatchUpdate.Builder update = WatchUpdate.of(WATCH);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.dropResource(WatchResourceType.REPOSITORY, "A"))
          .withMessageStartingWith(
              "watch \"w\" has no resource of type repository with the name \"A\"; its ")
          .withMessageContaining("a")
          .withMessageContaining("b");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.changeResource(WatchResourceType.BUILD, "b", found -> found))
          .withMessageStartingWith(
              "watch \"w\" has no resource of type build with the name \"b\"; its ");
    }
  }

  @Nested
  class AssignedPolicies {
    private JsonNode after(WatchUpdate update) {
      return RoundTrip.write(update).path("assigned_policies");
    }

    @Test
    void areAddedOnce() {
      WatchUpdate update = WatchUpdate.of(WATCH)
          .assign("p", PolicyType.SECURITY)
          .assign("q", PolicyType.LICENSE)
          .assign("r", PolicyType.LICENSE)
          .assign("r", PolicyType.LICENSE)
          .build();

      assertThat(after(update).findValuesAsText("name")).containsExactly("p", "q", "r");
      assertThat(after(update).at("/1").has("type")).isFalse();
    }

    @Test
    void areTakenOff() {
      assertThat(after(WatchUpdate.of(WATCH).unassign("p").build()).findValuesAsText("name"))
          .containsExactly("q");
    }

    @Test
    void areTakenOffByNameAndType() {
      Watch namesakes = WatchUpdate.of(WATCH)
          .unassign("p")
          .assign("p", PolicyType.SECURITY)
          .assign("p", PolicyType.LICENSE)
          .build()
          .changed();

      assertThat(
              after(WatchUpdate.of(namesakes).unassign("p", PolicyType.SECURITY).build()))
          .isEqualTo(after(WatchUpdate.of(WATCH)
              .unassign("p")
              .assign("p", PolicyType.LICENSE)
              .build()));
      assertThat(after(WatchUpdate.of(namesakes).unassign("p").build()).findValuesAsText("name"))
          .containsExactly("q");
      assertThat(after(WatchUpdate.of(WATCH).unassign("q", PolicyType.SECURITY).build())
              .findValuesAsText("name"))
          .as("q says no type")
          .containsExactly("p");
    }

    @Test
    void withAnEmptyTypeAreFoundByNameAlone() {
      Watch watch = watch("{'general_data':{'name':'w','active':false},"
          + "'assigned_policies':[{'name':'p','type':''},{'name':'q','type':'security'}]}");

      AssignedPolicy untyped = watch.assignedPolicies().get(0);
      WatchUpdate same = WatchUpdate.of(watch).assign("p", PolicyType.LICENSE).build();

      assertThat(untyped.matches("p", PolicyType.LICENSE)).isTrue();
      assertThat(untyped.matches("q", PolicyType.LICENSE)).isFalse();
      assertThat(same.changed().assignedPolicies()).isEqualTo(watch.assignedPolicies());
      assertThat(RoundTrip.write(same).at("/assigned_policies/0/type").isTextual())
          .isTrue();
    }

    @Test
    void ofAnotherTypeAreNotTakenOff() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WatchUpdate.of(WATCH).unassign("p", PolicyType.OPERATIONAL_RISK))
          .withMessageStartingWith(
              "watch \"w\" has no policy \"p\" of type operational_risk; its ");
    }

    @Test
    void thatAreNotThereAreAnErrorThatSaysWhichAre() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WatchUpdate.of(WATCH).unassign("P"))
          .withMessageStartingWith("watch \"w\" has no policy \"P\"; its ")
          .withMessageContaining("[p, q]");
    }

    @Test
    void needNames() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WatchUpdate.of(WATCH).assign(" ", PolicyType.LICENSE))
          .withMessageContaining("policy");
    }
  }

  @Nested
  class Checks {
    private void refuse(WatchDraft.Builder draft, String... words) {
      assertThatIllegalArgumentException()
          .isThrownBy(draft::build)
          .satisfies(e -> assertThat(e.getMessage()).contains(words).contains("unchecked()"));
      assertThatCode(() -> draft.unchecked().build()).doesNotThrowAnyException();
    }

    private WatchDraft.Builder draft(WatchResource resource) {
      return WatchDraft.named("w").addResource(resource).assign("p", PolicyType.SECURITY);
    }

    @Test
    void wantResourcesAndPoliciesInAnActiveWatch() {
      refuse(
          WatchDraft.named("w").assign("p", PolicyType.SECURITY),
          "resources is empty",
          "add a resource, or call active(false)");
      refuse(
          WatchDraft.named("w").addResource(WatchResource.allBuilds()),
          "assigned_policies is empty",
          "assign a policy, or call active(false)");
      assertThatCode(() -> WatchDraft.named("w").active(false).build()).doesNotThrowAnyException();
    }

    @Test
    void wantThemInAnUpdateToo() {
      WatchUpdate.Builder bare = WatchUpdate.of(WATCH).unassign("p").unassign("q");

      assertThatIllegalArgumentException()
          .isThrownBy(bare::build)
          .withMessageContaining("assigned_policies is empty");
      assertThat(bare.unchecked().build().changed().assignedPolicies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "repository",
          "build",
          "project",
          "releaseBundle",
          "releaseBundleV2",
          "gitRepository"
        })
    void wantNames(String type) {
      refuse(
          draft(resource("{'type':'" + type + "','repo_type':'local'}")),
          "a resource of type " + type + " needs a name");
      refuse(
          draft(resource("{'type':'" + type + "','name':' ','repo_type':'local'}")),
          "a resource of type " + type + " needs a name");
    }

    @Test
    void wantTheTypeOfARepository() {
      refuse(
          draft(resource("{'type':'repository','name':'libs'}")),
          "repository \"libs\" needs a repo_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-repos", "all-builds", "mlRegistry"})
    void takeOtherTypesWithoutAName(String type) {
      assertThatCode(() -> draft(resource("{'type':'" + type + "'}")).build())
          .doesNotThrowAnyException();
    }

    @Test
    void wantRecipientsThatAreTexts() {
      WatchUpdate.Builder update =
          WatchUpdate.of(WATCH).watchRecipients(List.of("a@example.com", " "));

      assertThatIllegalArgumentException()
          .isThrownBy(update::build)
          .withMessageContaining("watchRecipients[1] must not be blank");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'project_resources':{'resources':[]},'assigned_policies':[{'name':'p'}]",
          "'project_resources':{'resources':[{'type':'all-builds'}]},'assigned_policies':[]",
          "'watch_recipients':['']"
        })
    void leaveTheRestOfAWatchAsItWasReadAlone(String rest) {
      Watch odd = watch("{'general_data':{'name':'w','active':true}," + rest + "}");

      WatchUpdate update = WatchUpdate.of(odd).description("d").build();

      assertThat(update.changes())
          .singleElement()
          .satisfies(change -> assertThat(change.field()).isEqualTo("general_data.description"));
      assertThat(update.changed().resources()).isEqualTo(odd.resources());
      assertThat(update.changed().assignedPolicies()).isEqualTo(odd.assignedPolicies());
      assertThat(update.changed().watchRecipients()).isEqualTo(odd.watchRecipients());
    }

    @Test
    void refuseToActivateAWatchThatWasReadWithoutPolicies() {
      Watch bare = watch("{'general_data':{'name':'w','active':false},'project_resources':"
          + "{'resources':[{'type':'all-builds'}]}}");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> WatchUpdate.of(bare).active(true).build())
          .withMessageContaining("assigned_policies is empty");
    }

    @Test
    void takeAnEmptyTypeOfARepositoryForAMissingOne() {
      refuse(
          draft(resource("{'type':'repository','name':'libs','repo_type':''}")),
          "repository \"libs\" needs a repo_type");
    }

    @Test
    void leaveResourcesAsTheyWereReadAlone() {
      Watch odd = watch("{'general_data':{'name':'w','active':true},'project_resources':"
          + "{'resources':[{'type':'repository','name':'a'},{'type':'build'}]},"
          + "'assigned_policies':[{'name':'p'}]}");

      WatchUpdate update = WatchUpdate.of(odd).description("d").build();

      assertThat(update.changed().resources()).isEqualTo(odd.resources());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WatchUpdate.of(odd)
              .changeResource(WatchResourceType.REPOSITORY, "a", found -> found.include("x"))
              .build())
          .withMessageContaining("repository \"a\" needs a repo_type");
    }
  }
}
