package io.github.xrayclient.error;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * No access token could be obtained for a request, so the request was not sent, or was refused with
 * 401 before: for example, the platform refused to exchange an id token. The message names the OIDC
 * provider, if there is one, and tells what to do. If a server refused to issue the token, the
 * cause is the {@link XrayApiException} with its status and words. If your own supplier of tokens
 * threw an exception, that is the cause.
 */
public final class XrayTokenException extends XrayTransportException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception for a request that was not sent, or was refused with 401.
   *
   * @param method the HTTP method of the request
   * @param uri the URL of the request
   * @param problem why there is no token; it becomes a part of the message
   * @param cause why the token was not issued, if there is such an exception
   */
  public XrayTokenException(String method, URI uri, String problem, @Nullable Throwable cause) {
    super(Kind.NOT_SENT, method, uri, problem, cause);
  }
}
