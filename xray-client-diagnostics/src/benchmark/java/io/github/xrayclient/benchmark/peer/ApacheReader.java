package io.github.xrayclient.benchmark.peer;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.xrayclient.benchmark.plain.PlainPage;
import java.io.IOException;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.util.EntityUtils;

/** Reads the page with Apache HttpClient 4.5, and Jackson with plain beans. */
final class ApacheReader implements PageReader {
  private static final int CONNECTIONS = 1_000; // the default is 2 for a server

  private final ObjectReader reader = PlainPage.reader();
  private final Target target;
  private final CloseableHttpClient http;

  ApacheReader(Target target) {
    this.target = target;
    HttpClientBuilder builder =
        HttpClientBuilder.create().setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS);
    target.trust().ifPresent(trust -> builder.setSSLContext(trust.context()));
    this.http = builder.build();
  }

  @Override
  public int read() throws IOException {
    HttpGet request = new HttpGet(target.page());
    request.setHeader("Accept", "application/json");
    request.setHeader("Authorization", Target.TOKEN);
    try (CloseableHttpResponse answer = http.execute(request)) {
      int status = answer.getStatusLine().getStatusCode();
      if (status != 200) {
        throw new IllegalStateException("the server answered " + status + ", not 200");
      }
      byte[] body = EntityUtils.toByteArray(answer.getEntity());
      return reader.<PlainPage>readValue(body).getData().size();
    }
  }
}
