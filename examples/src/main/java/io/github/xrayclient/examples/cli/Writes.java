package io.github.xrayclient.examples.cli;

import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records the writes that a command sent and the outcome of each, for its exit code and its last
 * message. Thread-safe.
 */
public final class Writes implements Interceptor {
  private static final int MAX_NAMED = 3;

  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  private enum Outcome {
    DONE,
    UNKNOWN,
    NOT_DONE
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    if (request.isReadOnly()) {
      return next.send(request);
    }
    note(request, Outcome.UNKNOWN);
    try {
      ApiResponse response = next.send(request);
      note(request, outcome(response));
      return response;
    } catch (XrayReadOnlyException e) {
      note(request, Outcome.NOT_DONE);
      throw e;
    } catch (XrayTransportException e) {
      note(request, e.isRequestSent() ? Outcome.UNKNOWN : Outcome.NOT_DONE);
      throw e;
    }
  }

  private static Outcome outcome(ApiResponse response) {
    if (response.isSuccess()) {
      return Outcome.DONE;
    }
    boolean fromGateway = response.statusCode() == 502 || response.statusCode() == 504;
    return fromGateway ? Outcome.UNKNOWN : Outcome.NOT_DONE;
  }

  private synchronized void note(ApiRequest request, Outcome outcome) {
    outcomes.merge(
        request.toString(), outcome, (known, now) -> known == Outcome.DONE ? known : now);
  }

  /** Whether the server may have been changed. */
  public synchronized boolean changedAnything() {
    return outcomes.containsValue(Outcome.DONE) || outcomes.containsValue(Outcome.UNKNOWN);
  }

  /**
   * Names the requests that changed something and those whose outcome is unknown, as the end of a
   * message. Empty if there are none.
   */
  public synchronized String summary() {
    return clause("; already done: ", Outcome.DONE)
        + clause("; outcome unknown: ", Outcome.UNKNOWN);
  }

  private String clause(String label, Outcome wanted) {
    List<String> requests = outcomes.entrySet().stream()
        .filter(entry -> entry.getValue() == wanted)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
    if (requests.isEmpty()) {
      return "";
    }
    int more = requests.size() - MAX_NAMED;
    return label
        + requests.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
