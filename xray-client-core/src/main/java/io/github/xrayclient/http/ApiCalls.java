package io.github.xrayclient.http;

import java.util.concurrent.Executor;

/** Makes calls to one platform: what a service needs of the client. */
public interface ApiCalls {
  /**
   * A call below the platform's address.
   *
   * @param method in capitals, {@code GET} for example
   * @param path begins with a slash; each {@code {…}} in it is filled with the next argument,
   *     encoded as one path segment
   * @throws IllegalArgumentException if an argument is blank, {@code .}, {@code ..} or holds a
   *     control character, or if their number does not fit
   */
  ApiCall<ApiResponse> call(String method, String path, Object... arguments);

  /**
   * Hides the credentials that this client sent lately in a text, with {@code ***} in their place:
   * as they are, escaped, in Base64, broken by white space, or cut off at the end. The library does
   * so with every text that it puts into an exception or a log; use it for what you show of an
   * answer. By default, for calls that know of no credentials, the text is returned as it is.
   */
  default String redact(String text) {
    return text;
  }

  /** Where asynchronous work runs. */
  Executor executor();
}
