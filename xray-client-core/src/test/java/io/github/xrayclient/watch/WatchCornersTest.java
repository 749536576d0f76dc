package io.github.xrayclient.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare answers and bodies of watches, each of which once went wrong. */
@WireMockTest
class WatchCornersTest {
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

  private static Watch watch(String text) {
    return RoundTrip.read(Fixtures.parse(json(text)), Watch.class);
  }

  @Test
  void aNewWatchIsProbablyStoredWhenTheReloadFailed() {
    String words = "Failed to reload block download cache";
    stubFor(post(anyUrl()).willReturn(jsonResponse("{\"error\":\"" + words + "\"}", 500)));

    assertThatExceptionOfType(XrayApiException.class)
        .isThrownBy(
            () -> xray.watches().create(WatchDraft.named("w").active(false).build()))
        .withMessageContaining(words)
        .withMessageContaining("probably stored");
  }

  @Nested
  class Bodies {
    @Test
    void neverHoldANameEvenAmongExtras() {
      Watch read = watch("{'general_data':{'name':'w','active':false}}");
      GeneralData data = read.generalData().toBuilder()
          .putExtra("name", TextNode.valueOf("odd"))
          .build();

      Watch odd = read.toBuilder().generalData(data).build();

      assertThat(RoundTrip.write(WatchUpdate.of(odd).build()).path("general_data"))
          .isEqualTo(Fixtures.parse("{\"active\":false}"));
    }

    @Test
    void keepUnknownMembersOfPatternsThatAreAddedTo() {
      WatchResource resource = RoundTrip.read(
          Fixtures.parse(json("{'type':'all-repos','filters':[{'type':'path-ant-patterns','value':"
              + "{'IncludePatterns':['a'],'CaseSensitive':true}}]}")),
          WatchResource.class);

      assertThat(RoundTrip.write(resource.include("b").exclude("c")).at("/filters/0/value"))
          .isEqualTo(Fixtures.parse(json(
              "{'IncludePatterns':['a','b'],'CaseSensitive':true," + "'ExcludePatterns':['c']}")));
      assertThat(resource.filters().get(0).patterns().orElseThrow().includes())
          .containsExactly("a");
    }
  }

  @Nested
  class UnexpectedChanges {
    private List<FieldChange> changes(String sent, String stored) {
      stubFor(put(anyUrl()).willReturn(okJson("{}")));
      stubFor(get(anyUrl()).willReturn(okJson(json(stored))));
      WatchUpdate update = WatchUpdate.of(watch(sent)).build();
      return xray.watches().update(update).unexpectedChanges();
    }

    private String resource(String text) {
      return "{'general_data':{'name':'w'},'project_resources':{'resources':[" + text + "]}}";
    }

    @Test
    void areNotWhatOnlyServersSet() {
      String watch = "{'general_data':{'name':'w','created_by':'a'},'updated_at':'1'}";

      assertThat(changes(watch, watch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'type':'property','value':{'key':'k','value':'Red'}}",
          "{'type':'regex','value':'Red.*'}",
          "{'type':'path-regex','value':'Red'}",
          "{'type':'odd','value':'Red'}"
        })
    void areValuesOfFiltersInAnotherCase(String filter) {
      String sent = resource("{'type':'build','name':'b','filters':[" + filter + "]}");

      assertThat(changes(sent, sent.replace("Red", "red"))).hasSize(1);
    }

    @Test
    void areNotPackageTypesInAnotherCase() {
      String sent =
          resource("{'type':'build','name':'b','filters':[{'type':'package-type','value':'NpM'}]}");

      assertThat(changes(sent, sent.replace("NpM", "Npm"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-repos", "all-builds", "all-projects", "all-releaseBundlesV2"})
    void areNotDisplayTextsThatServersFillIn(String type) {
      String sent = resource("{'type':'" + type + "','bin_mgr_id':'default'}");

      assertThat(changes(sent, sent.replace("'bin_mgr_id'", "'name':'All','bin_mgr_id'")))
          .isEmpty();
    }

    @Test
    void areZerosThatWentOutOfAList() {
      String sent = "{'general_data':{'name':'w'},'future':[0,1]}";

      assertThat(changes(sent, sent.replace("0,1", "1")))
          .extracting(FieldChange::field)
          .containsExactly("future[]");
    }
  }
}
