package io.github.xrayclient.benchmark;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.benchmark.plain.PlainPage;
import io.github.xrayclient.benchmark.plain.PlainPolicy;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.LongConsumer;

/** Reads a whole listing of curation policies in pages of 100, with the library and by hand. */
final class Walks {
  private static final ObjectReader READER = PlainPage.reader();

  private Walks() {}

  static XrayClient client(String url) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.bearer("a-token"))
        .build();
  }

  /** Reads the listing with the library. */
  static void library(XrayClient xray, LongConsumer each) {
    for (CurationPolicy policy : Curation.of(xray).policies().list()) {
      each.accept(Long.parseLong(policy.id().wire()));
    }
  }

  /** Reads the listing in a simple loop, which does not notice changes made between two pages. */
  static void byHand(HttpClient http, String url, LongConsumer each)
      throws IOException, InterruptedException {
    long seen = 0;
    long total = 1;
    for (int number = 1; seen < total; number++) {
      PlainPage page = page(http, url, number);
      total = page.getMeta().getTotalCount();
      seen += page.getData().size();
      for (PlainPolicy policy : page.getData()) {
        each.accept(Long.parseLong(policy.getId()));
      }
    }
  }

  private static PlainPage page(HttpClient http, String url, int number)
      throws IOException, InterruptedException {
    String query = "?order_by=id&direction=asc&num_of_rows=100&page_num=" + number;
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(url + "/xray/api/v1/curation/policies" + query))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer a-token")
        .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the server answered " + answer.statusCode() + ", not 200");
    }
    return READER.readValue(answer.body());
  }
}
