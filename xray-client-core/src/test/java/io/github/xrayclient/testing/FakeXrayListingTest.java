package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayListingTest {
  private static final String ROOT = "/xray/api/v1/curation/policies";
  private static final int COUNT = 20;

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  /** The higher the id, the older: 1 was updated last. */
  @BeforeEach
  void seed() {
    for (int id = 1; id <= COUNT; id++) {
      String updatedAt = String.format("2025-03-%02dT10:00:00+02:00", COUNT + 1 - id);
      String action = id > 10 ? "block" : "dry_run";
      String policy = String.format(
          "{'id':'%d','name':'Policy %d','enabled':%b,'policy_action':'%s','condition_id':'%d',"
              + "'updated_at':'%s'}",
          id, id, id % 2 == 0, action, id % 3, updatedAt);
      server.seed(Kind.CURATION_POLICIES, quoted(policy));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode list(String query) {
    HttpResponse<String> response = http.get(ROOT + query);
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response);
  }

  private List<Integer> ids(String query) {
    List<Integer> ids = new ArrayList<>();
    list(query).path("data").forEach(policy -> ids.add(policy.path("id").asInt()));
    return ids;
  }

  @Test
  void startsWithTheLatestUpdateAndFifteenRows() {
    assertThat(ids("")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    assertThat(list("").path("meta"))
        .isEqualTo(
            json("{'total_count':20,'result_count':15,'order_by':'updated_at','direction':'desc',"
                + "'num_of_rows':15,'page_num':1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?order_by=id&direction=asc&num_of_rows=3 | 1,2,3",
        "?order_by=id&num_of_rows=3 | 20,19,18",
        "?direction=asc&num_of_rows=3 | 20,19,18",
        "?order_by=id&direction=asc&num_of_rows=3&page_num=4 | 10,11,12",
        "?order_by=id&direction=asc&num_of_rows=3&offset=5 | 6,7,8",
        "?order_by=id&direction=asc&num_of_rows=3&offset=5&page_num=2 | 6,7,8",
        "?order_by=id&direction=asc&num_of_rows=8&page_num=3 | 17,18,19,20",
        "?order_by=id&direction=asc&name=POLICY%202 | 2,20",
        "?order_by=id&direction=asc&policy_action=dry_run&enabled=true | 2,4,6,8,10",
        "?order_by=id&direction=asc&enabled=false&condition_id=2 | 5,11,17",
      })
  void givesThePageAskedFor(String query, String expected) {
    assertThat(ids(query)).hasToString("[" + expected.replace(",", ", ") + "]");
  }

  @Test
  void isEmptyBehindTheEnd() {
    assertThat(ids("?page_num=3")).isEmpty();
    assertThat(ids("?offset=999999999")).isEmpty();
    assertThat(ids("?page_num=999999999&num_of_rows=999999999")).isEmpty();
    assertThat(list("?page_num=3").at("/meta/total_count").asInt()).isEqualTo(COUNT);
  }

  @Test
  void countsWhatFits() {
    assertThat(
            list("?policy_action=block&num_of_rows=4").at("/meta/total_count").asInt())
        .isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order_by=name",
        "direction=up",
        "num_of_rows=0",
        "num_of_rows=x",
        "num_of_rows=-1",
        "num_of_rows=99999999999",
        "page_num=0",
        "page_num=",
        "offset=-1",
        "policy_action=allow",
        "enabled=yes",
        "condition_id=x"
      })
  void refusesWhatItCannotRead(String query) {
    HttpResponse<String> response = http.get(ROOT + "?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("error").asText()).startsWith(query.split("=", 2)[0]);
  }

  @Test
  void capsThePageAndSaysSo() {
    server.pageCap(4);

    String query = "?order_by=id&direction=asc&num_of_rows=100&page_num=2";

    assertThat(ids(query)).containsExactly(5, 6, 7, 8);
    assertThat(list(query).at("/meta/num_of_rows").asInt()).isEqualTo(4);
  }

  @Test
  void repeatsTheFirstPageIfTold() {
    server.repeatFirstPage(true);
    assertThat(ids("?order_by=id&direction=asc&num_of_rows=2&page_num=3")).containsExactly(1, 2);
    assertThat(ids("?order_by=id&direction=asc&num_of_rows=2&offset=3")).containsExactly(1, 2);

    server.repeatFirstPage(false);
    assertThat(ids("?order_by=id&direction=asc&num_of_rows=2&page_num=3")).containsExactly(5, 6);
  }

  @Test
  void claimsAFalseTotalIfTold() {
    server.claimTotal(99);
    assertThat(list("").at("/meta/total_count").asInt()).isEqualTo(99);

    server.claimTrueTotal();
    assertThat(list("").at("/meta/total_count").asInt()).isEqualTo(COUNT);
  }

  @Test
  void followsAnUpdate() {
    http.put(
        ROOT + "/20",
        "{'name':'p','scope':'all_repos','policy_action':'block','condition_id':'2'}");

    assertThat(ids("?num_of_rows=2")).containsExactly(20, 1);
  }
}
