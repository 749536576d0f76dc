package io.github.xrayclient.internal.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a client trusts and sends, if they differ from those of the JDK. Not
 * thread-safe.
 */
public final class TlsSettings {
  private TrustManager @Nullable [] trusted;
  private KeyManager @Nullable [] keys;

  /**
   * Trusts the certificates of this file in addition to those that the JDK trusts.
   *
   * @throws IllegalArgumentException if the file cannot be read or contains no certificate
   */
  public void trust(Path caFile) {
    this.trusted = TrustedCertificates.with(caFile);
  }

  /**
   * Sends the certificate of this file instead of those that the JDK sends.
   *
   * @throws IllegalArgumentException if the file cannot be read, the password is wrong, or the file
   *     contains no private key
   */
  public void show(Path pkcs12, Supplier<char[]> password) {
    this.keys = ClientKeys.of(pkcs12, password);
  }

  /**
   * Sends the certificate of one PEM file with the private key of another, unless a certificate was
   * set before.
   *
   * @throws IllegalArgumentException if a file cannot be read or has another content
   */
  public void showPem(Path certificate, Path privateKey) {
    if (keys == null) {
      this.keys = PemKeys.of(certificate, privateKey);
    }
  }

  /**
   * Applies these settings to a builder, and then calls a hook of the caller with it. If there are
   * any settings, the hook must not set a TLS context, since that would silently replace the
   * certificates of these settings.
   *
   * @throws IllegalArgumentException if the hook sets a TLS context although there are settings
   */
  public void applyTo(HttpClient.Builder builder, Consumer<HttpClient.Builder> hook) {
    boolean none = trusted == null && keys == null;
    hook.accept(none ? builder : keepingContext(builder.sslContext(context())));
  }

  private SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys == null ? ClientKeys.ofTheJdk() : keys, trusted, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "TLS cannot be set up with the certificates of caFile or clientCertificate: " + e, e);
    }
  }

  /** Returns a builder that delegates to this one and refuses another TLS context. */
  private static HttpClient.Builder keepingContext(HttpClient.Builder builder) {
    return (HttpClient.Builder) Proxy.newProxyInstance(
        TlsSettings.class.getClassLoader(),
        new Class<?>[] {HttpClient.Builder.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("sslContext")) {
            throw new IllegalArgumentException(
                "httpClient(..) sets an sslContext, but caFile or clientCertificate is set too, and only one"
                    + " of them can apply; leave one out");
          }
          try {
            Object result = method.invoke(builder, arguments);
            return builder.equals(result) ? proxy : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
