package io.github.xrayclient.testing.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** A request on its way to an endpoint, with the decoded variable parts of its path. */
public final class Call {
  private final RecordedRequest request;
  private final List<String> variables;

  public Call(RecordedRequest request, List<String> variables) {
    this.request = request;
    this.variables = variables;
  }

  /** The one variable part of the path. */
  public String variable() {
    return variables.get(0);
  }

  /** The variable parts of the path, in order. */
  public List<String> variables() {
    return variables;
  }

  /** The one variable part of the path, where it is a name and so must not be empty. */
  public String name() {
    if (variable().isEmpty()) {
      throw Refusal.error(400, "the name is empty");
    }
    return variable();
  }

  /** The project asked for; empty if none. */
  public String project() {
    return request.queryParameter("projectKey").orElse("");
  }

  public QueryReader query() {
    return new QueryReader(request);
  }

  /** The body, which the caller may change; anything but a JSON object is refused like this. */
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
