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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayWaiverRequestsTest {
  private static final String ROOT = "/xray/api/v1/curation/waiver_requests";
  private static final String NEW = "{'pkg_type':'npm','pkg_name':'acme','pkg_version':'3.6.1',"
      + "'repo_key':'npm-remote','reason':'needed'}";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private void seed(String... requests) {
    for (String request : requests) {
      server.seed(Kind.WAIVER_REQUESTS, quoted(request));
    }
  }

  private JsonNode list(String query) {
    HttpResponse<String> response = http.get(ROOT + query);
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response);
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    list(query).path("data").forEach(request -> ids.add(request.path("id").asText()));
    return ids;
  }

  private JsonNode stored(int index) {
    return server.stored(Kind.WAIVER_REQUESTS).get(index);
  }

  private static String error(HttpResponse<String> response) {
    return response.statusCode() + " " + json(response).path("error").asText();
  }

  @Nested
  class Listing {
    @Test
    void hasThePendingOnesAndWhatWasSeeded() {
      String pending = "{'id':42,'status':'pending','closed_at':'','requesters':[],'new':{'x':1}}";
      seed("{'data':[" + pending + ",{'id':'41','status':'approved'}],'meta':{}}");

      assertThat(list(""))
          .isEqualTo(json("{'data':[" + pending + "],'meta':{'total_count':1,'result_count':1,"
              + "'num_of_rows':15,'page_num':1}}"));
      assertThat(ids("?status=approved")).containsExactly("41");
      assertThat(ids("?status=rejected")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "pkg_type=npm, 1 2",
      "pkg_name=a, 1 3",
      "pkg_version=2, 2",
      "pkg_type=npm&pkg_name=a, 1",
      "decision_owners=security, 1 3",
      "decision_owners=legal%2C+security, 1 2 3",
      "decision_owners=nobody, ''",
      "unknown=1, 1 2 3"
    })
    void filters(String query, String expected) {
      seed(
          "{'id':1,'status':'pending','pkg_type':'npm','pkg_name':'a','pkg_version':'1',"
              + "'decision_owners':['security']}",
          "{'id':2,'status':'pending','pkg_type':'npm','pkg_name':'b','pkg_version':'2',"
              + "'decision_owners':['legal']}",
          "{'id':3,'status':'pending','pkg_type':'pypi','pkg_name':'a','pkg_version':'1',"
              + "'decision_owners':['other','security']}");

      assertThat(String.join(" ", ids("?order_by=id&direction=asc&" + query))).isEqualTo(expected);
    }

    @Test
    void isSortedByIdOrTime() {
      seed(
          "{'id':9,'status':'pending','created_at':'2025-02-16T10:41:23+01:00'}",
          "{'id':'10','status':'pending','created_at':'1739697682644'}",
          "{'id':1,'status':'pending','created_at':'2025-02-16T10:00:00Z'}",
          "{'id':2,'status':'pending','created_at':'once'}");

      assertThat(ids("")).containsExactly("1", "9", "10", "2");
      assertThat(ids("?order_by=created_at&direction=asc")).containsExactly("2", "10", "9", "1");
      assertThat(ids("?order_by=id")).containsExactly("10", "9", "2", "1");
      assertThat(ids("?order_by=id&direction=asc")).containsExactly("1", "2", "9", "10");
    }

    @Test
    void isSortedAsNewerServersDo() {
      seed(
          "{'id':1,'status':'pending','pkg_name':'b','updated_at':'2025-02-16T10:00:00Z'}",
          "{'id':2,'status':'pending','pkg_name':'a','updated_at':'2025-02-16T10:30:00+01:00'}",
          "{'id':3,'status':'pending','pkg_name':'b','updated_at':'2025-02-17T10:00:00Z'}");

      assertThat(ids("?order_by=updated_at&direction=asc")).containsExactly("2", "1", "3");
      assertThat(ids("?order_by=pkg_name&direction=asc")).containsExactly("2", "1", "3");
      assertThat(ids("?order_by=pkg_name&direction=desc")).containsExactly("3", "1", "2");
    }

    @Test
    void hasPagesAndTakesNoNoticeOfAnOffset() {
      seedMany(33);

      assertThat(ids("?order_by=id&direction=asc")).hasSize(15).startsWith("1");
      assertThat(ids("?order_by=id&direction=asc&page_num=3")).containsExactly("31", "32", "33");
      assertThat(ids("?order_by=id&direction=asc&page_num=4")).isEmpty();
      assertThat(ids("?order_by=id&direction=asc&num_of_rows=2&offset=4"))
          .containsExactly("1", "2");
      assertThat(list("?num_of_rows=20&page_num=2").path("meta"))
          .isEqualTo(json("{'total_count':33,'result_count':13,'num_of_rows':20,'page_num':2}"));
    }

    @Test
    void canBeMadeToLie() {
      seedMany(5);

      server.pageCap(2).claimTotal(99);
      assertThat(ids("?order_by=id&direction=asc&page_num=2")).containsExactly("3", "4");
      assertThat(list("?num_of_rows=4").at("/meta/num_of_rows").asInt()).isEqualTo(2);
      assertThat(list("").at("/meta/total_count").asInt()).isEqualTo(99);

      server.repeatFirstPage(true);
      assertThat(ids("?order_by=id&direction=asc&page_num=2")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "status=all",
          "order_by=name",
          "direction=up",
          "num_of_rows=0",
          "num_of_rows=x",
          "page_num=0"
        })
    void refusesWhatItDoesNotKnow(String query) {
      assertThat(error(http.get(ROOT + "?" + query))).startsWith("400 " + query.split("=", 2)[0]);
    }

    private void seedMany(int count) {
      for (int id = 1; id <= count; id++) {
        seed("{'id':" + id + ",'status':'pending'}");
      }
    }
  }

  @Nested
  class Create {
    @Test
    void makesAPendingRequest() {
      seed("{'id':'41','status':'approved','created_at':'2026-01-01T00:00:00Z'}");

      HttpResponse<String> response = http.post(ROOT, NEW);

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(json(response))
          .isEqualTo(json("{'message':'Successfully created waiver request','id':42}"));
      assertThat(list("").path("data").get(0))
          .isEqualTo(json("{'id':42,'status':'pending','created_at':'2026-01-01T02:00:01+02:00',"
              + "'repo_key':'npm-remote','pkg_type':'npm','pkg_name':'acme','pkg_version':'3.6.1',"
              + "'requesters':[{'user':'admin','email':'admin@example.com',"
              + "'requested_at':'2026-01-01T02:00:01+02:00','justification':'needed'}]}"));
    }

    @Test
    void joinsAPendingRequestForTheSame() {
      http.post(ROOT, NEW);
      HttpResponse<String> same = http.post(ROOT, NEW.replace("needed", "me too"));
      HttpResponse<String> other = http.post(ROOT, NEW.replace("3.6.1", "3.6.2"));

      assertThat(json(same).path("id").longValue()).isEqualTo(1);
      assertThat(json(other).path("id").longValue()).isEqualTo(2);
      assertThat(stored(0).path("requesters").findValuesAsText("justification"))
          .containsExactly("needed", "me too");
    }

    @Test
    void makesANewRequestOnceTheFirstIsDecided() {
      http.post(ROOT, NEW);
      http.post(ROOT + "/1/decision", "{'status':'rejected','justification':'no'}");

      assertThat(json(http.post(ROOT, NEW)).path("id").longValue()).isEqualTo(2);
    }

    @Test
    void knowsTheRepositoriesOnceThereIsOne() {
      server.seed(Kind.REPOSITORIES, quoted("{'key':'npm-remote'}"));

      assertThat(http.post(ROOT, NEW).statusCode()).isEqualTo(201);
      assertThat(error(http.post(ROOT, NEW.replace("npm-remote", "npm-virtual"))))
          .isEqualTo("400 repository with key 'npm-virtual' not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkg_type", "pkg_name", "pkg_version", "repo_key", "reason"})
    void wantsEachMember(String member) {
      String without = NEW.replace("'" + member + "'", "'x'");
      String empty = NEW.replaceAll("'" + member + "':'[^']*'", "'" + member + "':' '");
      String number = NEW.replaceAll("'" + member + "':'[^']*'", "'" + member + "':1");

      for (String body : List.of(without, empty, number)) {
        assertThat(error(http.post(ROOT, body))).isEqualTo("400 " + member + " is required");
      }
      assertThat(server.stored(Kind.WAIVER_REQUESTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]"})
    void wantsAnObject(String body) {
      assertThat(http.post(ROOT, body).statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class Decision {
    private static final String REJECT = "{'status':'rejected','justification':'no'}";

    @Test
    void approvesForATime() {
      http.post(ROOT, NEW);

      HttpResponse<String> response = http.post(
          ROOT + "/1/decision",
          "{'status':'approved','justification':'time boxed','duration_days':30}");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response).path("message").asText()).isNotEmpty();
      assertThat(ids("")).isEmpty();
      JsonNode approved = list("?status=approved").path("data").get(0);
      assertThat(approved.path("id").isNumber()).isTrue();
      assertThat(approved.path("closed_at").asText()).isEqualTo("2025-03-12T16:26:12+02:00");
      assertThat(approved.path("waiver_expiry").asText()).isEqualTo("2025-04-11T16:26:12+02:00");
      assertThat(approved.path("waiver_expiry_status").asText()).isEqualTo("active");
    }

    @Test
    void approvesForEver() {
      seed("{'id':'7','status':'pending','closed_at':''}");

      http.post(ROOT + "/7/decision", "{'status':'approved','justification':'ok'}");

      assertThat(stored(0))
          .isEqualTo(
              json("{'id':'7','status':'approved','closed_at':'2025-03-12T16:26:11+02:00'}"));
    }

    @Test
    void rejectsOnceAndForAll() {
      seed("{'id':7,'status':'pending'}");

      assertThat(http.post(ROOT + "/7/decision", REJECT).statusCode()).isEqualTo(200);
      assertThat(ids("?status=rejected")).containsExactly("7");
      assertThat(error(http.post(ROOT + "/7/decision", REJECT)))
          .isEqualTo("409 waiver request 7 is already decided");
    }

    @Test
    void wantsARequest() {
      assertThat(error(http.post(ROOT + "/8/decision", REJECT)))
          .isEqualTo("404 waiver request 8 was not found");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "[] | Failed to parse request",
          "{} | status is required",
          "{'status':'pending','justification':'j'} | status must be one of approved, rejected",
          "{'status':'approved'} | justification is required",
          "{'status':'approved','justification':''} | justification is required",
          "{'status':'approved','justification':'j','duration_days':0} | duration_days must be",
          "{'status':'approved','justification':'j','duration_days':1.5} | duration_days must be",
          "{'status':'approved','justification':'j','duration_days':'1'} | duration_days must be",
          "{'status':'rejected','justification':'j','duration_days':1} | duration_days cannot"
        })
    void refusesWhatIsIncompleteOrWrong(String body, String error) {
      seed("{'id':7,'status':'pending'}");

      assertThat(error(http.post(ROOT + "/7/decision", body)))
          .startsWith("400 ")
          .contains(error);
      assertThat(stored(0)).isEqualTo(json("{'id':7,'status':'pending'}"));
    }
  }
}
