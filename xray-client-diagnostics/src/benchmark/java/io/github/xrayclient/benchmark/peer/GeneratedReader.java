package io.github.xrayclient.benchmark.peer;

import io.github.xrayclient.benchmark.peer.generated.CurationPoliciesApi;
import io.github.xrayclient.benchmark.peer.generated.client.ApiClient;
import io.github.xrayclient.benchmark.peer.generated.client.ApiException;
import java.net.http.HttpClient;

/** Reads the page with the code that the OpenAPI generator makes for the JDK's client. */
final class GeneratedReader implements PageReader {
  private final CurationPoliciesApi api;

  GeneratedReader(Target target) {
    HttpClient.Builder http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    target.trust().ifPresent(trust -> http.sslContext(trust.context()));
    ApiClient client = new ApiClient()
        .setHttpClientBuilder(http)
        .setRequestInterceptor(request -> request.header("Authorization", Target.TOKEN));
    client.updateBaseUri(target.url());
    api = new CurationPoliciesApi(client);
  }

  @Override
  public int read() throws ApiException {
    return api.listPolicies(Target.ORDER, Target.DIRECTION, Target.ROWS, 1)
        .getData()
        .size();
  }
}
