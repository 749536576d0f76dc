package io.github.xrayclient.testing.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** A request to an endpoint, with the decoded variable segments of its path. */
public final class Call {
  private final RecordedRequest request;
  private final List<String> variables;

  public Call(RecordedRequest request, List<String> variables) {
    this.request = request;
    this.variables = variables;
  }

  /** The only variable segment of the path. */
  public String variable() {
    return variables.get(0);
  }

  /** The path of the request as it was received. */
  public String path() {
    return request.path();
  }

  /** The variable segments of the path, in order. */
  public List<String> variables() {
    return variables;
  }

  /** The only variable segment of the path. It is a name, so an empty one is refused. */
  public String name() {
    if (variable().isEmpty()) {
      throw Refusal.error(400, "the name in the path is empty");
    }
    return variable();
  }

  /** The key of the requested project; empty if there is none. */
  public String project() {
    return request.queryParameter("projectKey").orElse("");
  }

  public QueryReader query() {
    return new QueryReader(request);
  }

  /**
   * Returns the body as a new JSON object. Anything else is refused with this status and message.
   */
  public ObjectNode body(int status, String message) {
    JsonNode tree;
    try {
      tree = Trees.parse(request.body());
    } catch (JsonProcessingException e) {
      throw Refusal.error(status, message);
    }
    if (!(tree instanceof ObjectNode)) {
      throw Refusal.error(status, message);
    }
    return (ObjectNode) tree;
  }
}
