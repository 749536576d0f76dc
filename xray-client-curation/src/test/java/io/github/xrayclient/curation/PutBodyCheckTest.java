package io.github.xrayclient.curation;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.resetAllRequests;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.PutBodyCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of all other tests hears of each server, and complains. */
@WireMockTest
class PutBodyCheckTest {
  private static void send(String url, String body) throws Exception {
    URI uri = URI.create(url + CurationPolicyService.PATH + "/11");
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .PUT(BodyPublishers.ofString(body.replace('\'', '"')))
                .build(),
            BodyHandlers.discarding());
  }

  @Test
  void hearsWhatFakeXrayIsSent() throws Exception {
    try (FakeXray fake = FakeXray.start()) {
      send(fake.url(), "{'name':'n','future':1}");
    }

    assertThat(PutBodyCheck.complaints(Set.of())).containsExactly("future: 1");
  }

  @Test
  void hearsWhatWireMockIsSent(WireMockRuntimeInfo server) throws Exception {
    stubFor(put(anyUrl()).willReturn(ok()));
    send(server.getHttpBaseUrl(), "{'name':'n','future':1}");

    WireMockPutBodies.tell();
    resetAllRequests();

    assertThat(PutBodyCheck.complaints(Set.of())).containsExactly("future: 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'11'} | id: \"11\"",
        "{'updated_at':null} | updated_at: null",
        "{'enabled':false} | enabled: false",
        "{'waivers':[{'id':'1','pkg_name':'a'}]} | waivers.pkg_name: \"a\"",
        "{'waivers':[{'pkg_name':'a','created_by':'b'}]} | waivers.created_by: \"b\"",
        "{'label_waivers':[{'label':'a','updated_by':'b'}]} | label_waivers.updated_by: \"b\""
      })
  void complainsOf(String body, String complaint) {
    PutBodyCheck.saw("PUT", CurationPolicyService.PATH + "/11", body.replace('\'', '"'));

    assertThat(PutBodyCheck.complaints(Set.of("future"))).containsExactly(complaint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'enabled':true,'name':'n','future':1}",
        "{'waivers':[{'id':'1'},{'pkg_name':'a'}],'label_waivers':[{'id':'1'},{'label':'a'}]}"
      })
  void letsPass(String body) {
    PutBodyCheck.saw("PUT", CurationPolicyService.PATH + "/11", body.replace('\'', '"'));

    assertThat(PutBodyCheck.complaints(Set.of("future"))).isEmpty();
  }
}
