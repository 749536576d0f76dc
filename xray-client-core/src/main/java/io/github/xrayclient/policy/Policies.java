package io.github.xrayclient.policy;

import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.ListDecoder;
import io.github.xrayclient.internal.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Xray policies, as {@code XrayClient.policies()} gives them. Immutable and thread-safe. */
public final class Policies {
  private static final ListDecoder<Policy> LIST = new ListDecoder<>(Policy.class, "policies");

  private final ApiCalls xray;
  private final @Nullable String projectKey;

  /** The policies that this client sees. */
  public Policies(ApiCalls xray) {
    this(xray, null);
  }

  private Policies(ApiCalls xray, @Nullable String projectKey) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.projectKey = projectKey;
  }

  /** The same service for one project: its policies and the global ones. */
  public Policies projectKey(String key) {
    return new Policies(xray, Text.checked("projectKey", key));
  }

  /**
   * All policies, in the server's order. The endpoint has no pages. Without a project key an
   * administrator also gets policies of projects; {@link Policy#projectKey()} tells them apart.
   *
   * @throws XrayForbiddenException without the right to read policies
   * @see "JFrog REST APIs: Get Policies"
   */
  public List<Policy> list() {
    ApiCall<List<Policy>> call = xray.call("GET", "/xray/api/v2/policies").decodedBy(LIST);
    return (projectKey == null ? call : call.query("projectKey", projectKey)).send();
  }
}
