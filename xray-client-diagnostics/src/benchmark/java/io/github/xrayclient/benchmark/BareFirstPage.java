package io.github.xrayclient.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.xrayclient.benchmark.plain.PlainPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads one page with only the JDK's HTTP client and Jackson: {@code BareFirstPage URL}. */
final class BareFirstPage {
  private BareFirstPage() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    ObjectMapper mapper =
        new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(
                args[0]
                    + "/xray/api/v1/curation/policies?order_by=id&direction=asc&num_of_rows=100&page_num=1"))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer a-token")
        .build();
    byte[] body = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request, HttpResponse.BodyHandlers.ofByteArray())
        .body();
    System.out.println(mapper.readValue(body, PlainPage.class).getData().size());
  }
}
