package io.github.xrayclient.benchmark.peer;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.xrayclient.benchmark.plain.PlainPage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads the page with the JDK's client in its default setting, and Jackson with plain beans. */
class JdkReader implements PageReader {
  private final ObjectReader reader = PlainPage.reader();
  private final Target target;
  private final HttpClient http;

  JdkReader(Target target) {
    this(target, HttpClient.newBuilder());
  }

  /**
   * @param builder what differs from the default setting
   */
  JdkReader(Target target, HttpClient.Builder builder) {
    this.target = target;
    builder.version(HttpClient.Version.HTTP_1_1);
    target.trust().ifPresent(trust -> builder.sslContext(trust.context()));
    this.http = builder.build();
  }

  @Override
  public int read() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(target.page())
        .header("Accept", "application/json")
        .header("Authorization", Target.TOKEN)
        .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the server answered " + answer.statusCode() + ", not 200");
    }
    return reader.<PlainPage>readValue(answer.body()).getData().size();
  }
}
