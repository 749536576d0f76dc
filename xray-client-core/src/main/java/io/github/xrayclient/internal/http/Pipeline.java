package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.secret.Redactor;
import io.github.xrayclient.internal.transport.JdkTransport;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** The chain of all interceptors of one client, with the transport at its end. */
public final class Pipeline implements AutoCloseable {
  private final RetryWait retryWait = new RetryWait();
  private final OpenCalls openCalls = new OpenCalls();
  private final Redaction redaction;
  private final Transport transport;
  private final Transport end;

  private Pipeline(HttpSettings settings, Transport end) {
    Redactor redactor = new Redactor();
    this.redaction = new Redaction(redactor);
    List<Interceptor> chain = chain(settings, redactor);
    chain.add(CallerCodeCheck.of(end));
    this.transport = InterceptorChain.of(chain, end);
    this.end = end;
  }

  /** Creates a pipeline with a transport of the caller. */
  public static Pipeline of(HttpSettings settings, Transport transport) {
    return new Pipeline(settings, transport);
  }

  /**
   * Creates a pipeline with the JDK's HTTP client.
   *
   * @param client configures the JDK's client when it is first needed
   * @param timeout the time limit of one attempt, including the body of the answer
   */
  public static Pipeline of(
      HttpSettings settings, Consumer<HttpClient.Builder> client, Duration timeout) {
    return new Pipeline(settings, new JdkTransport(client, timeout, settings.maxAnswerBytes));
  }

  private List<Interceptor> chain(HttpSettings settings, Redactor redactor) {
    List<Interceptor> chain = new ArrayList<>();
    chain.add(openCalls);
    if (settings.readOnly) {
      chain.add(new ReadOnlyInterceptor(redaction));
    }
    chain.add(redaction); // hides secrets in exceptions of the caller's interceptors
    ListenerInterceptor listeners = new ListenerInterceptor(redaction, settings.listeners);
    chain.add(new RetryInterceptor(
        settings.retryPolicy,
        retryWait,
        () -> ThreadLocalRandom.current().nextDouble(),
        listeners));
    chain.add(new RedirectInterceptor());
    chain.add(listeners);
    settings.interceptors.forEach(each -> chain.add(CallerCodeCheck.of(each)));
    if (settings.readOnly) {
      chain.add(new ReadOnlyInterceptor(
          redaction)); // an interceptor may have changed the request to a write
    }
    chain.add(redaction); // hides secrets from interceptors and listeners
    chain.add(new CredentialsInterceptor(settings.origins(), settings.credentials, redactor));
    if (settings.gzip) {
      chain.add(new GzipInterceptor(settings.maxAnswerBytes));
    }
    return chain;
  }

  /**
   * Returns the first transport of the chain, to which calls are sent.
   *
   * @throws IllegalStateException if the client is closed
   */
  public Transport transport() {
    if (retryWait.isClosed()) {
      throw new IllegalStateException("the client is closed; create a new one");
    }
    return transport;
  }

  /** Returns the object that hides this client's credentials in texts. */
  public Redaction redaction() {
    return redaction;
  }

  @Override
  public void close() {
    retryWait.close();
    try {
      CallerCodeCheck.close(end);
    } finally {
      openCalls.close();
    }
  }
}
