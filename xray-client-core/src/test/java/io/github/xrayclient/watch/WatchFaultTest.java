package io.github.xrayclient.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.internal.write.NamedFaultContract;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates of watches whose answer is lost or wrong, and servers that store something else. */
class WatchFaultTest extends NamedFaultContract<Watch> {
  private static final String BEFORE = "{'general_data':{'id':'1','name':'w','description':'old',"
      + "'active':true},'project_resources':{'resources':[{'type':'repository','name':'a',"
      + "'repo_type':'local','filters':[{'type':'package-type','value':'npm'}]},"
      + "{'type':'build','name':'b'}]},'assigned_policies':[{'name':'p'}],'future':{'x':1}}";
  private static final String AFTER = BEFORE.replace("'old'", "'new'");

  private static final String PLAIN = "{'general_data':{'name':'w','description':'old',"
      + "'active':true},'project_resources':{'resources':[{'type':'all-repos','bin_mgr_id':'default'}]},"
      + "'assigned_policies':[{'name':'p','type':'security'}]}";

  WatchFaultTest() {
    super(PLAIN, "general_data.description");
  }

  @Override
  protected UpdateResult<Watch> update() {
    return update(PLAIN);
  }

  @Override
  protected Watch create() {
    return xray.watches()
        .create(WatchDraft.named("w")
            .description("new")
            .addResource(WatchResource.allRepositories())
            .assign("p", PolicyType.SECURITY)
            .build());
  }

  @Override
  protected String descriptionOf(Object watch) {
    return ((Watch) watch).generalData().description().orElse("");
  }

  private UpdateResult<Watch> update(String before) {
    Watch watch = RoundTrip.read(Fixtures.parse(json(before)), Watch.class);
    return xray.watches().update(WatchUpdate.of(watch).description("new").build());
  }

  private UpdateResult<Watch> updateStoredAs(String stored) {
    puts(okJson("{}"));
    reads(stored);
    return update(BEFORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'new'|'other'|general_data.description",
        "'active':true|'active':false|general_data.active",
        "'future':{'x':1}|'future':{'x':2}|future.x",
        "'future':{'x':1}|'future':{}|future.x",
        "'value':'npm'|'value':'Maven'|project_resources.resources[a].filters[package-type].value",
        "'type':'build','name':'b'|'type':'build','name':'c'|",
        "[{'name':'p'}]|[{'name':'p'},{'name':'q'}]|assigned_policies[q]",
        "'future'|'watch_recipients':['a@b'],'future'|watch_recipients[]"
      })
  void saysWhatTheServerMadeOfIt(String sent, String stored, String field) {
    UpdateResult<Watch> result = updateStoredAs(AFTER.replace(sent, stored));

    if (field == null) {
      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("project_resources.resources[b]", "project_resources.resources[c]");
    } else {
      assertThat(result.unexpectedChanges()).extracting(FieldChange::field).containsExactly(field);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'value':'npm'|'value':'Npm'",
        "'id':'1'|'id':'2','project_key':'k'",
        "'future'|'watch_recipients':[],'ticket_generation':{'create_duplicate_tickets':"
            + "{'by_version':{'build':false}},'impact_path_profiles_mapping':{}},'future'",
        "'name':'b'|'name':'b','filters':[]",
        "'name':'b'|'name':'b','bin_mgr_id':'default','repo_type':'local'"
      })
  void saysNothingOfWhatServersDoAnyway(String sent, String stored) {
    assertThat(updateStoredAs(AFTER.replace(sent, stored)).unexpectedChanges()).isEmpty();
  }

  @Test
  void saysNothingOfAnotherOrderOfResources() {
    String one = "{'type':'build','name':'b'}";
    String turned =
        AFTER.replace("," + one, "").replace("'resources':[", "'resources':[" + one + ",");

    UpdateResult<Watch> result = updateStoredAs(turned);

    assertThat(result.unexpectedChanges()).isEmpty();
    assertThat(result.value().resources().get(0).type()).isEqualTo(WatchResourceType.BUILD);
  }

  @Test
  void meetsTheChangeOfAResourceBySomebodyElse() {
    puts(broken());
    reads(BEFORE.replace("'name':'b'", "'name':'c'"));

    assertThatExceptionOfType(XrayConcurrentChangeException.class)
        .isThrownBy(() -> update(BEFORE))
        .satisfies(e -> assertThat(e.actual()).containsInstanceOf(Watch.class));
    verify(1, putRequestedFor(anyUrl()));
  }

  private static final String SILENT = BEFORE.replace(",'active':true", "");

  private UpdateResult<Watch> switchOff() {
    Watch watch = RoundTrip.read(Fixtures.parse(json(SILENT)), Watch.class);
    return xray.watches().update(WatchUpdate.of(watch).active(false).build());
  }

  @Test
  void saysThatAWatchWhoseAnswerIsSilentMayStillBeActive() {
    puts(okJson("{}"));
    reads(SILENT);

    assertThat(switchOff().unexpectedChanges()).singleElement().satisfies(change -> {
      assertThat(change.field()).isEqualTo("general_data.active");
      assertThat(change.to()).isEmpty();
    });
  }

  @Test
  void doesNotTakeASilentAnswerForAWatchThatWasSwitchedOff() {
    puts(broken());
    reads(SILENT);

    assertThatExceptionOfType(XrayTransportException.class).isThrownBy(this::switchOff);
  }
}
