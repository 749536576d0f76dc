package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.internal.write.NamedWriteContract;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates, updates and edits of watches on a server that works or loses answers. */
class WatchWriteTest extends NamedWriteContract<Watches, Watch, WatchUpdate.Builder> {
  private static final String ROOT = "/xray/api/v2/watches";

  private final Watches watches = xray.watches();

  WatchWriteTest() {
    super(Kind.WATCHES, "Watch", ROOT, "/general_data/description");
  }

  @BeforeEach
  void fill() {
    String policies = "[{'name':'p','type':'security'},{'name':'q','type':'license'}]";
    server.seed(Kind.POLICIES, policies.replace('\'', '"'));
  }

  @Override
  protected Watches service() {
    return watches;
  }

  @Override
  protected Watches inProject(String projectKey) {
    return watches.inProject(projectKey);
  }

  @Override
  protected Watch create(Watches service, String name) {
    return service.create(WatchDraft.named(name)
        .description("old")
        .addResource(WatchResource.repository("libs", RepositoryClass.LOCAL))
        .assign("p", PolicyType.SECURITY)
        .assign("q", PolicyType.LICENSE)
        .build());
  }

  @Override
  protected Optional<Watch> find(Watches service, String name) {
    return service.find(name);
  }

  @Override
  protected UpdateResult<Watch> update(
      Watches service, Watch watch, Consumer<WatchUpdate.Builder> change) {
    WatchUpdate.Builder update = WatchUpdate.of(watch);
    change.accept(update);
    return service.update(update.build());
  }

  @Override
  protected UpdateResult<Watch> edit(
      Watches service, String name, Consumer<WatchUpdate.Builder> change) {
    return service.edit(name, change);
  }

  @Override
  protected UpdateResult<Watch> edit(
      String name, Consumer<WatchUpdate.Builder> change, Retry retry) {
    return watches.edit(name, change, retry);
  }

  @Override
  protected void delete(Watches service, String name) {
    service.delete(name);
  }

  @Override
  protected String nameOf(Watch watch) {
    return watch.name();
  }

  @Override
  protected String descriptionOf(Object watch) {
    return ((Watch) watch).generalData().description().orElse("");
  }

  @Override
  protected List<String> partsOf(Watch watch) {
    return watch.assignedPolicies().stream().map(AssignedPolicy::name).collect(Collectors.toList());
  }

  @Override
  protected Watch baseOf(WatchUpdate.Builder update) {
    return update.base();
  }

  @Override
  protected void describe(WatchUpdate.Builder update, String description) {
    update.description(description);
  }

  @Override
  protected void drop(WatchUpdate.Builder update, String policy) {
    update.unassign(policy);
  }

  private void seed(String watch) {
    server.seed(Kind.WATCHES, watch.replace('\'', '"'));
  }

  private void givenOneWithUnknownFields() {
    String text = "{'general_data':{'id':'1','name':'w','description':'old',"
        + "'active':true,'project_key':'k','x':1},'project_resources':{'resources':[{'type':"
        + "'all-repos','filters':[{'type':'odd','value':[1]}]}],'y':2},'assigned_policies':"
        + "[{'name':'p','type':'security'},{'name':'q','n':1}],'ticket_generation':{'z':{}}}";
    seed(text);
  }

  @Test
  void createdWatchesHaveAnIdAndAreActiveInTheirProject() {
    Watch watch = create(watches.inProject("k"), "w");

    assertThat(watch.generalData().id()).isPresent();
    assertThat(watch.generalData().active()).hasValue(true);
    assertThat(watch.generalData().projectKey()).hasValue("k");
    assertThat(watch.resources()).hasSize(1);
  }

  @Test
  void anUpdateLosesNothing() {
    givenOneWithUnknownFields();
    JsonNode before = stored("w");
    Watch watch = watches.get("w");
    server.clearRequests();

    UpdateResult<Watch> result = watches.update(WatchUpdate.of(watch).build());

    assertThat(requests())
        .containsExactly("PUT " + ROOT + "/w?projectKey=k", "GET " + ROOT + "/w?projectKey=k");
    assertThat(result.unexpectedChanges()).isEmpty();
    assertThat(result.notes()).isEmpty();
    assertThat(result.value()).isEqualTo(watch);
    assertThat(Fixtures.withoutEmpty(stored("w"))).isEqualTo(Fixtures.withoutEmpty(before));
  }

  @Test
  void anEditSwitchesOffInTheProject() {
    givenOneWithUnknownFields();

    watches.inProject("k").edit("w", update -> update.active(false));

    assertThat(stored("w").at("/general_data/active").asBoolean()).isFalse();
    assertThat(stored("w").at("/general_data/project_key").asText()).isEqualTo("k");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sendsWhatAnswersLeaveOpen(boolean active) {
    String text = "[{'general_data':{'name':'w'},'project_resources':{'resources':"
        + "[{'type':'all-repos'}]},'assigned_policies':[{'name':'p'}]}]";
    seed(text);

    UpdateResult<Watch> result = watches.edit("w", update -> update.active(active));

    assertThat(result.isSent()).isTrue();
    assertThat(result.unexpectedChanges()).isEmpty();
    assertThat(stored("w").at("/general_data/active").asBoolean()).isEqualTo(active);
  }

  @Test
  void saysThatTheServerSwitchedItOff() {
    givenOneWithUnknownFields();

    UpdateResult<Watch> result =
        watches.edit("w", update -> update.unassign("p").unassign("q").unchecked());

    assertThat(result.unexpectedChanges()).singleElement().satisfies(change -> {
      assertThat(change.field()).isEqualTo("general_data.active");
      assertThat(change.from().orElseThrow().asBoolean()).isTrue();
      assertThat(change.to().orElseThrow().asBoolean()).isFalse();
    });
  }

  @Test
  void throwsARefusalInTheWordsOfTheServer() {
    WatchDraft unknown = WatchDraft.named("w")
        .addResource(WatchResource.allRepositories())
        .assign("none", PolicyType.LICENSE)
        .build();

    assertThatExceptionOfType(XrayBadRequestException.class)
        .isThrownBy(() -> watches.create(unknown))
        .withMessageContaining("Got invalid watch: policy none was not found");
    assertThat(requests()).containsExactly("POST " + ROOT);
  }
}
