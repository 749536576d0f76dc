package io.github.xrayclient.watch;

import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.ListDecoder;
import io.github.xrayclient.internal.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Watches, as {@code XrayClient.watches()} gives them. Immutable and thread-safe. */
public final class Watches {
  private static final ListDecoder<Watch> LIST = new ListDecoder<>(Watch.class, "watches");

  private final ApiCalls xray;
  private final @Nullable String projectKey;

  /** The watches that this client sees. */
  public Watches(ApiCalls xray) {
    this(xray, null);
  }

  private Watches(ApiCalls xray, @Nullable String projectKey) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.projectKey = projectKey;
  }

  /** The same service for one project: its watches. */
  public Watches projectKey(String key) {
    return new Watches(xray, Text.checked("projectKey", key));
  }

  /**
   * All watches, in the server's order. The endpoint has no pages. Without a project key an
   * administrator also gets watches of projects; {@link GeneralData#projectKey()} tells them apart.
   *
   * @throws XrayForbiddenException without the role Manage Watches, which reading needs too
   * @see "JFrog REST APIs: Get Watches"
   */
  public List<Watch> list() {
    ApiCall<List<Watch>> call = xray.call("GET", "/xray/api/v2/watches").decodedBy(LIST);
    return (projectKey == null ? call : call.query("projectKey", projectKey)).send();
  }
}
