package io.github.xrayclient.curation.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.CurationServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Somebody who changes policy 50 without the library. */
final class ThirdUser {
  private final CurationServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  ThirdUser(CurationServer server) {
    this.server = server;
  }

  /** Adds a waiver for this package; with a PUT, the policy also gets this name. */
  void change(String word, boolean put) {
    if (!put) {
      server.addWaiver("50", word, word);
      return;
    }
    ObjectNode body = server.policy("50");
    body.remove(List.of("id", "created_by", "created_at", "updated_by", "updated_at", "enabled"));
    for (String list : List.of("waivers", "label_waivers")) {
      body.path(list).forEach(waiver -> ((ObjectNode) waiver).retain("id"));
    }
    body.put("name", word)
        .withArray("waivers")
        .addObject()
        .put("pkg_type", "npm")
        .put("pkg_name", word)
        .put("all_versions", true)
        .put("justification", "asked for");
    put(body);
  }

  private void put(JsonNode body) {
    URI uri = URI.create(server.fake.url() + "/xray/api/v1/curation/policies/50");
    HttpRequest request = HttpRequest.newBuilder(uri)
        .PUT(BodyPublishers.ofString(body.toString()))
        .build();
    int status = http.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
    assertThat(status).isEqualTo(200);
  }
}
