package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayAuditTest {
  private static final String ROOT = "/xray/api/v1/curation/audit/packages";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private void seed(String... events) {
    server.seed(Kind.AUDIT_EVENTS, quoted("[" + String.join(",", events) + "]"));
  }

  private void seedMany(int count) {
    for (int id = 1; id <= count; id++) {
      seed(event(id, "2026-03-30T05:45:52Z"));
    }
  }

  private static String event(int id, String createdAt) {
    return "{'id':" + id + ",'created_at':'" + createdAt + "'}";
  }

  private JsonNode list(String query) {
    HttpResponse<String> response = http.get(ROOT + query);
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response);
  }

  private List<Integer> ids(String query) {
    List<Integer> ids = new ArrayList<>();
    list(query).path("data").forEach(event -> ids.add(event.path("id").intValue()));
    return ids;
  }

  private static String error(HttpResponse<String> response) {
    return response.statusCode() + " " + json(response).path("error").asText();
  }

  @Nested
  class Listing {
    @Test
    void isEmptyAtFirst() {
      assertThat(list(""))
          .isEqualTo(json("{'data':[],'meta':{'result_count':0,'order_by':'id',"
              + "'direction':'desc','num_of_rows':100,'offset':0,'include_total':false}}"));
    }

    @Test
    void givesEventsBackAsSeeded() {
      String event = "{'id':1,'created_at':'2026-03-30T05:45:52Z','policies':null,'new':{'x':1}}";
      seed(event);

      assertThat(list("").path("data").get(0)).isEqualTo(json(event));
    }

    @Test
    void isSortedByTheNumberOfTheId() {
      seedMany(11);

      assertThat(ids("")).startsWith(11, 10, 9).endsWith(2, 1);
      assertThat(ids("?order_by=id&direction=asc")).startsWith(1, 2, 3).endsWith(10, 11);
    }

    @Test
    void hasTwoListsAndDoesNotSayWhich() {
      String rest = ",'created_at':'2026-03-30T05:45:52Z'}";
      seed("{'id':1,'dry_run':true" + rest, "{'id':2,'dry_run':false" + rest, "{'id':3" + rest);

      assertThat(ids("")).containsExactly(3, 2);
      assertThat(ids("?dry_run=false")).containsExactly(3, 2);
      assertThat(ids("?dry_run=true")).containsExactly(1);
      assertThat(list("?dry_run=true").at("/data/0").has("dry_run")).isFalse();
    }

    @Test
    void saysWhereItGoesOn() {
      seedMany(5);

      assertThat(ids("?num_of_rows=2&offset=2")).containsExactly(3, 2);
      assertThat(list("?num_of_rows=2&offset=2").path("meta"))
          .isEqualTo(json("{'result_count':2,'next_offset':4,'order_by':'id','direction':'desc',"
              + "'num_of_rows':2,'offset':2,'include_total':false}"));
      assertThat(list("?num_of_rows=2&offset=3").path("meta").has("next_offset"))
          .isFalse();
      assertThat(ids("?offset=9")).isEmpty();
    }

    @Test
    void countsAllIfAsked() {
      seedMany(3);

      assertThat(list("?num_of_rows=1&include_total=true").path("meta"))
          .isEqualTo(json("{'total_count':3,'result_count':1,'next_offset':1,'order_by':'id',"
              + "'direction':'desc','num_of_rows':1,'offset':0,'include_total':true}"));
    }

    @Test
    void canBeMadeToLie() {
      seedMany(5);

      server.pageCap(2).claimTotal(99);
      assertThat(ids("?num_of_rows=2000")).containsExactly(5, 4);
      assertThat(list("").at("/meta/num_of_rows").asInt()).isEqualTo(2);
      assertThat(list("?include_total=true").at("/meta/total_count").asInt()).isEqualTo(99);

      server.repeatFirstPage(true);
      assertThat(ids("?offset=2")).containsExactly(5, 4);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "order_by=created_at",
          "direction=up",
          "num_of_rows=0",
          "num_of_rows=2001",
          "offset=-1",
          "include_total=yes",
          "dry_run=1",
          "format=xml",
          "created_at_start=yesterday",
          "created_at_end=2026-03-30"
        })
    void refusesWhatItDoesNotKnow(String query) {
      assertThat(error(http.get(ROOT + "?" + query))).startsWith("400 " + query.split("=", 2)[0]);
    }
  }

  @Nested
  class Window {
    @Test
    void isTheLastSevenDaysUnlessGiven() {
      seed(
          event(1, "2026-03-23T05:45:52Z"),
          event(2, "2026-03-23T05:45:53Z"),
          event(3, "2026-03-30T05:45:52Z"),
          event(4, "at some time"));

      assertThat(ids("")).containsExactly(3, 2);
    }

    @ParameterizedTest
    @CsvSource({
      "created_at_start=2026-03-20T00:00:00.000Z&created_at_end=2026-03-27T00:00:00Z, 1 2",
      "created_at_start=2026-03-20T02:00:00%2B02:00&created_at_end=2026-03-21T00:00:00Z, 1",
      "created_at_start=2026-03-20T00:00:01Z&created_at_end=2026-03-27T00:00:00Z, 2",
      "created_at_start=2026-03-29T00:00:00Z, 3",
      "created_at_end=2026-03-27T00:00:00Z, 2",
      "created_at_end=2026-03-22T00:00:00Z, ''"
    })
    void includesItsBounds(String query, String expected) {
      seed(
          event(1, "2026-03-20T00:00:00Z"),
          event(2, "2026-03-27T00:00:00Z"),
          event(3, "2026-03-30T00:00:00Z"));

      List<String> ids = new ArrayList<>();
      ids("?direction=asc&" + query).forEach(id -> ids.add(id.toString()));
      assertThat(String.join(" ", ids)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "created_at_start=2026-03-20T00:00:00Z&created_at_end=2026-03-27T00:00:01Z",
          "created_at_start=2026-03-23T00:00:00Z",
          "created_at_end=2026-03-31T00:00:00Z"
        })
    void isAtMost168HoursWide(String query) {
      seed(event(3, "2026-03-30T00:00:00Z"));

      assertThat(error(http.get(ROOT + "?" + query)))
          .isEqualTo("400 Maximum allowed duration is 168 hours");
    }
  }

  @Nested
  class Csv {
    @Test
    void isAZipWithALineForEachEventAndPolicy() {
      seed(
          "{'id':1,'created_at':'2026-03-30T05:45:52Z','action':'approved','policies':null}",
          "{'id':2,'created_at':'2026-03-30T05:45:52Z','action':'blocked','reason':'a, b',"
              + "'policies':[{'policy_name':'p','policy_id':7,'dry_run':false},"
              + "{'policy_name':'q'}]}");

      HttpResponse<byte[]> response = http.getBytes(ROOT + "?format=csv");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
      List<String> lines = lines(response);
      assertThat(lines).hasSize(4);
      assertThat(lines.get(0))
          .startsWith("id,created_at,action,package_type,")
          .endsWith(",policy_name,policy_id,dry_run,condition_name,condition_category");
      assertThat(lines.get(1))
          .startsWith("2,2026-03-30T05:45:52Z,blocked,,,,,\"a, b\",")
          .endsWith(",p,7,false,,");
      assertThat(lines.get(2)).startsWith("2,").endsWith(",q,,,,");
      assertThat(lines.get(3)).startsWith("1,2026-03-30T05:45:52Z,approved,").endsWith(",,,,,");
    }

    @Test
    void quotesWhatWouldBreakALine() {
      seed("{'id':1,'created_at':'2026-03-30T05:45:52Z','reason':'a \\\"b\\\"\\nc'}");

      assertThat(text(http.getBytes(ROOT + "?format=csv"))).contains(",\"a \"\"b\"\"\nc\",");
    }

    @Test
    void hasTheEventsOfThePage() {
      seedMany(5);

      List<String> lines = lines(http.getBytes(ROOT + "?format=csv&num_of_rows=2&offset=1"));

      assertThat(lines).hasSize(3);
      assertThat(lines.get(1)).startsWith("4,");
      assertThat(lines.get(2)).startsWith("3,");
    }

    @Test
    void isTheSameAtEachCall() {
      seedMany(2);

      assertThat(http.getBytes(ROOT + "?format=csv").body())
          .isEqualTo(http.getBytes(ROOT + "?format=csv").body());
    }

    @Test
    void hasNoTotal() {
      assertThat(error(http.get(ROOT + "?format=csv&include_total=true")))
          .startsWith("400 include_total");
      assertThat(http.get(ROOT + "?format=csv&include_total=false").statusCode())
          .isEqualTo(200);
    }

    @Test
    void canBreakOff() {
      server.failNext(Fault.TRUNCATED_BODY, 1);

      assertThatThrownBy(() -> http.getBytes(ROOT + "?format=csv"))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(lines(http.getBytes(ROOT + "?format=csv"))).hasSize(1);
    }

    private List<String> lines(HttpResponse<byte[]> response) {
      return Arrays.asList(text(response).split("\r\n"));
    }

    private String text(HttpResponse<byte[]> response) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
        assertThat(zip.getNextEntry().getName()).isEqualTo("audit_packages.csv");
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(zip.getNextEntry()).isNull();
        return text;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
