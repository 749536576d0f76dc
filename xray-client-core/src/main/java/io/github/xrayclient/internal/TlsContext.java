package io.github.xrayclient.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS context of a client that trusts or shows other certificates than the JDK does. */
public final class TlsContext {
  private TlsContext() {}

  /**
   * A context with these certificates.
   *
   * @param trusted null for those that the JDK trusts
   * @param keys null for those that the JDK shows
   */
  public static SSLContext of(TrustManager @Nullable [] trusted, KeyManager @Nullable [] keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys == null ? ClientKeys.ofTheJdk() : keys, trusted, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("TLS cannot be set up with these certificates: " + e, e);
    }
  }

  /**
   * Gives the builder to a caller's hook, which must not set a TLS context of its own: it would
   * silently replace this one, and with it the caller's certificates.
   *
   * @throws IllegalArgumentException if the hook does so
   */
  public static void keep(HttpClient.Builder builder, Consumer<HttpClient.Builder> hook) {
    hook.accept((HttpClient.Builder) Proxy.newProxyInstance(
        TlsContext.class.getClassLoader(),
        new Class<?>[] {HttpClient.Builder.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("sslContext")) {
            throw new IllegalArgumentException(
                "httpClient(..) sets an sslContext beside caFile or clientCertificate, and only one"
                    + " of them can apply; leave one out");
          }
          try {
            Object result = method.invoke(builder, arguments);
            return result == builder ? proxy : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }
}
