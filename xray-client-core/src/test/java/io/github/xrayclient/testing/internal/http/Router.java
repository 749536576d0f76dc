package io.github.xrayclient.testing.internal.http;

import io.github.xrayclient.testing.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the endpoint of a request. A variable in a path is one segment, however it is encoded. */
public final class Router {
  private static final String VARIABLE = "{}";
  private static final String REST = "{**}";

  private final List<Route> routes = new ArrayList<>();

  /** The code of an endpoint. A {@link Refusal} that it throws becomes the answer. */
  public interface Handler {
    Answer handle(Call call);
  }

  /**
   * Adds an endpoint. In the path, <code>{}</code> stands for a variable segment, and
   * <code>{**}</code> at the end for one or more segments.
   */
  public void add(String method, String path, Handler handler) {
    routes.add(new Route(method, path, false, handler));
  }

  /** Adds an endpoint that needs no token. */
  public void addOpen(String method, String path, Handler handler) {
    routes.add(new Route(method, path, true, handler));
  }

  public Answer answer(RecordedRequest request, boolean authorized) {
    String[] segments = request.path().split("/", -1);
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<List<String>> variables = route.match(segments);
      if (variables.isEmpty()) {
        continue;
      }
      if (route.method.equals(request.method())) {
        return authorized || route.open
            ? handle(route.handler, new Call(request, variables.get()))
            : unauthorized();
      }
      allowed.add(route.method);
    }
    if (!authorized) {
      return unauthorized();
    }
    return allowed.isEmpty()
        ? Answer.errors(404, "Not found: " + request.path())
        : Answer.errors(405, "Method not allowed: " + request.method())
            .withHeader("Allow", String.join(", ", allowed));
  }

  private static Answer handle(Handler handler, Call call) {
    try {
      return handler.handle(call);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private static Answer unauthorized() {
    return Answer.errors(401, "Token failed verification");
  }

  private static final class Route {
    private final String method;
    private final String[] segments;
    private final boolean open;
    private final Handler handler;

    Route(String method, String path, boolean open, Handler handler) {
      this.method = method;
      this.segments = path.split("/", -1);
      this.open = open;
      this.handler = handler;
    }

    Optional<List<String>> match(String[] actual) {
      int last = segments.length - 1;
      boolean open = segments[last].equals(REST);
      if (open ? actual.length < segments.length : actual.length != segments.length) {
        return Optional.empty();
      }
      List<String> variables = new ArrayList<>();
      for (int i = 0; i < segments.length; i++) {
        if (segments[i].equals(VARIABLE)) {
          variables.add(decode(actual[i]));
        } else if (segments[i].equals(REST)) {
          variables.add(
              decode(String.join("/", Arrays.asList(actual).subList(last, actual.length))));
        } else if (!segments[i].equals(actual[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(variables);
    }

    /** Decodes a segment of a path, in which a plus sign, unlike in a query, is a plus sign. */
    private static String decode(String segment) {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }
}
