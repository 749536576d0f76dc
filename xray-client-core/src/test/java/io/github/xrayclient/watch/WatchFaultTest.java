package io.github.xrayclient.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.Fixtures;
import io.github.xrayclient.testing.RoundTrip;
import io.github.xrayclient.value.UnexpectedChange;
import io.github.xrayclient.value.UpdateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates of watches whose answer is lost or wrong, and servers that store something else. */
@WireMockTest
class WatchFaultTest {
  private static final String BEFORE = "{'general_data':{'id':'1','name':'w','description':'old',"
      + "'active':true},'project_resources':{'resources':[{'type':'repository','name':'a',"
      + "'repo_type':'local','filters':[{'type':'package-type','value':'npm'}]},"
      + "{'type':'build','name':'b'}]},'assigned_policies':[{'name':'p'}],'future':{'x':1}}";
  private static final String AFTER = BEFORE.replace("'old'", "'new'");

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private UpdateResult<Watch> update(ResponseDefinitionBuilder answer, String stored) {
    stubFor(put(anyUrl()).willReturn(answer));
    stubFor(get(anyUrl()).willReturn(okJson(json(stored))));
    Watch watch = RoundTrip.read(Fixtures.parse(json(BEFORE)), Watch.class);
    return xray.watches().update("w", WatchUpdate.of(watch).description("new").build());
  }

  private static ResponseDefinitionBuilder broken() {
    return okJson("").withFault(Fault.EMPTY_RESPONSE);
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
    UpdateResult<Watch> result = update(okJson("{}"), AFTER.replace(sent, stored));

    if (field == null) {
      assertThat(result.unexpectedChanges())
          .extracting(UnexpectedChange::field)
          .containsExactly("project_resources.resources[b]", "project_resources.resources[c]");
    } else {
      assertThat(result.unexpectedChanges())
          .extracting(UnexpectedChange::field)
          .containsExactly(field);
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
        "'name':'b'|'name':'b','filters':[]"
      })
  void saysNothingOfWhatServersDoAnyway(String sent, String stored) {
    assertThat(update(okJson("{}"), AFTER.replace(sent, stored)).unexpectedChanges())
        .isEmpty();
  }

  @Test
  void saysNothingOfAnotherOrderOfResources() {
    String one = "{'type':'build','name':'b'}";
    String turned =
        AFTER.replace("," + one, "").replace("'resources':[", "'resources':[" + one + ",");

    UpdateResult<Watch> result = update(okJson("{}"), turned);

    assertThat(result.unexpectedChanges()).isEmpty();
    assertThat(result.value().resources().get(0).type()).isEqualTo(WatchResourceType.BUILD);
  }

  @Test
  void isProbablyStoredWhenTheReloadFailed() {
    String words = "Failed to reload block download cache";

    UpdateResult<Watch> result = update(jsonResponse("{\"error\":\"" + words + "\"}", 500), AFTER);

    assertThat(result.value().generalData().description()).hasValue("new");
    assertThat(result.notes()).singleElement().asString().contains("probably stored", "500", words);
    verify(1, putRequestedFor(anyUrl()));
    verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void isRefusedByAnyOther500() {
    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(() -> update(jsonResponse("{\"error\":\"Failed to update\"}", 500), AFTER));
    verify(0, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void isDoneIfTheWatchIsAsItShouldBeBehindAGateway(int status) {
    assertThat(update(jsonResponse("{}", status), AFTER).unexpectedChanges()).isEmpty();
    verify(1, putRequestedFor(anyUrl()));
    verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void isGivenUpIfNothingEverHappens() {
    assertThatExceptionOfType(XrayTransportException.class)
        .isThrownBy(() -> update(broken(), BEFORE));
    verify(4, putRequestedFor(anyUrl()));
  }

  @Test
  void meetsTheChangeOfSomebodyElse() {
    assertThatExceptionOfType(XrayConcurrentChangeException.class)
        .isThrownBy(() -> update(broken(), BEFORE.replace("'name':'b'", "'name':'c'")))
        .satisfies(e -> assertThat(e.actual()).containsInstanceOf(Watch.class));
    verify(1, putRequestedFor(anyUrl()));
  }
}
