package io.github.xrayclient.http;

import java.util.concurrent.Executor;

/** Makes calls to one platform: what a service needs of the client. */
public interface ApiCalls {
  /**
   * A call below the platform's address.
   *
   * @param method in capitals, {@code GET} for example
   * @param path begins with a slash; each <code>{name}</code> in it is filled with the next argument,
   *     encoded as one path segment, and each <code>{+path}</code> with one that may have several
   *     segments, such as {@code org/acme/app.jar}: its slashes stay, all else is encoded. The names
   *     are used in messages and, as {@link ApiRequest#operation()}, in metrics.
   * @throws IllegalArgumentException if an argument or one of its segments is blank, {@code .},
   *     {@code ..} or holds a control character, if their number does not fit, or for null and what
   *     only holds a value, such as an {@code Optional}
   */
  ApiCall<ApiResponse> call(String method, String path, Object... arguments);

  /**
   * Replaces the credentials that this client sent recently by {@code ***} wherever a text contains
   * them: as they are, escaped, in Base64, broken by white space, or cut off at the end. The
   * library does this to every text that it puts into an exception or a log. Use it if you show or
   * log a part of a server's answer yourself.
   */
  String redact(String text);

  /** Where asynchronous work runs. */
  Executor executor();
}
