package io.github.xrayclient.http;

import java.util.concurrent.Executor;

/** Prepares calls to one platform; {@code XrayClient} implements it. Thread-safe. */
public interface ApiCalls {
  /**
   * Prepares a call of an endpoint. Nothing is sent until {@link ApiCall#send()}.
   *
   * @param method the HTTP method in capital letters, such as {@code GET}
   * @param path the path below the base URL, which begins with a slash. Each placeholder
   *     <code>{name}</code> in it is replaced by the next argument, which is encoded as one path
   *     segment. A placeholder <code>{+path}</code> is replaced by an argument that may have
   *     several segments, such as {@code org/acme/app.jar}: its slashes are kept, and everything
   *     else is encoded. The names of the placeholders appear in messages and, as {@link
   *     ApiRequest#operation()}, in metrics.
   * @param arguments the values of the placeholders, in their order
   * @throws IllegalArgumentException if an argument is null, an {@code Optional}, a collection or
   *     an array, if an argument or one of its segments is blank, {@code .} or {@code ..} or
   *     contains a control character, if the number of arguments does not match the path, or if the
   *     method is not in capital letters
   */
  ApiCall<ApiResponse> call(String method, String path, Object... arguments);

  /**
   * Replaces the credentials that this client sent recently by {@code ***} wherever a text contains
   * them: literally, escaped, in Base64, broken by white space, or cut off at the end. The library
   * does this with every text that it puts into an exception or a log. Use this method if you show
   * or log a part of a server's answer yourself.
   */
  String redact(String text);

  /** The executor that runs asynchronous calls and prefetching. */
  Executor executor();
}
