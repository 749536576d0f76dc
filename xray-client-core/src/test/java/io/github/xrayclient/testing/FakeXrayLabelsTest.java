package io.github.xrayclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.internal.store.Trees;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeXrayLabelsTest {
  private static final String SEARCH = "query($text: String!%s) { customCatalogLabel {"
      + " searchLabels(first: 500%s, where: {nameContainsFold: $text}, orderBy: {field: NAME,"
      + " direction: ASC}) { edges { node { name description } } pageInfo { hasNextPage endCursor }"
      + " } } }";

  private final FakeXray server =
      FakeXray.start().seed(Kind.CATALOG_LABELS, "[{\"name\":\"b\"},{\"name\":\"Ab\"}]");

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode ask(String query, String variables) throws Exception {
    String body = Trees.object("query", query)
        .<ObjectNode>set("variables", Trees.parse(variables))
        .toString();
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(server.url() + "/catalog/api/v1/custom/graphql"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return Trees.parse(answer.body());
  }

  @Test
  void answersPageByPageWithCursors() throws Exception {
    server.pageCap(1);

    JsonNode first = ask(String.format(SEARCH, "", ""), "{\"text\":\"B\"}")
        .at("/data/customCatalogLabel/searchLabels");
    assertThat(first.at("/edges/0/node/name").asText()).isEqualTo("Ab");
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();

    JsonNode second = ask(
            String.format(SEARCH, ", $after: Cursor!", ", after: $after"),
            "{\"text\":\"B\",\"after\":\"" + first.at("/pageInfo/endCursor").asText() + "\"}")
        .at("/data/customCatalogLabel/searchLabels");
    assertThat(second.at("/edges/0/node/name").asText()).isEqualTo("b");
    assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @Test
  void refusesEveryOtherQueryAndCursor() throws Exception {
    JsonNode changed = ask(String.format(SEARCH, "", "").replace("500", "50"), "{\"text\":\"\"}");
    assertThat(changed.path("data").isNull()).isTrue();
    assertThat(changed.at("/errors/0/message").asText()).contains("answers only the queries");

    JsonNode cursor = ask(
        String.format(SEARCH, ", $after: Cursor!", ", after: $after"),
        "{\"text\":\"\",\"after\":\"x\"}");
    assertThat(cursor.at("/errors/0/message").asText()).contains("invalid cursor");
  }
}
