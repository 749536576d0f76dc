package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.auth.LoginContext;
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
  private final Redactor redactor;
  private final Redaction redaction;
  private final Transport transport;
  private final Transport end;
  private final ListenerInterceptor listeners;
  private final List<Interceptor> interceptors = new ArrayList<>();
  private final HttpSettings settings;

  private Pipeline(HttpSettings settings, Transport end) {
    Redactor redactor = new Redactor();
    this.redaction = new Redaction(redactor);
    this.listeners = new ListenerInterceptor(redaction, settings.listeners);
    this.settings = settings;
    this.end = end;
    this.redactor = redactor;
    settings.interceptors.forEach(
        each -> interceptors.add(CallerCodeCheck.of(each, redaction::text)));
    this.transport = InterceptorChain.of(chain(redactor), wire());
  }

  /** Creates a pipeline with a transport of the caller. */
  public static Pipeline of(HttpSettings settings, Transport transport) {
    return new Pipeline(settings, transport);
  }

  /**
   * Creates a pipeline with the JDK's HTTP client.
   *
   * @param client configures the JDK's client; called at once
   * @param timeout the time limit of one attempt, including the body of the answer
   */
  public static Pipeline of(
      HttpSettings settings, Consumer<HttpClient.Builder> client, Duration timeout) {
    return new Pipeline(settings, new JdkTransport(client, timeout, settings.maxAnswerBytes));
  }

  private List<Interceptor> chain(Redactor redactor) {
    List<Interceptor> chain = new ArrayList<>();
    chain.add(openCalls);
    if (settings.readOnly) {
      chain.add(new ReadOnlyInterceptor(redaction));
    }
    chain.add(redaction); // hides secrets in exceptions of the caller's interceptors
    chain.add(retries());
    chain.add(new RedirectInterceptor());
    chain.addAll(observers());
    if (settings.readOnly) {
      chain.add(new ReadOnlyInterceptor(
          redaction)); // an interceptor may have changed the request to a write
    }
    chain.add(redaction); // hides secrets from interceptors and listeners
    chain.add(credentials(redactor));
    return chain;
  }

  private Interceptor retries() {
    return new RetryInterceptor(
        settings.retryPolicy, retryWait, () -> ThreadLocalRandom.current().nextDouble(), listeners);
  }

  /** The listeners and the interceptors of the caller, which see every attempt. */
  private List<Interceptor> observers() {
    List<Interceptor> observers = new ArrayList<>();
    observers.add(listeners);
    observers.addAll(interceptors);
    return observers;
  }

  /** The transport and what is closest to it. */
  private Transport wire() {
    List<Interceptor> wire = new ArrayList<>();
    if (settings.gzip) {
      wire.add(new GzipInterceptor(settings.maxAnswerBytes));
    }
    if (!settings.proxyHeaders.isEmpty()) {
      wire.add((request, next) -> {
        settings.proxyHeaders.forEach(redactor::remember);
        return next.send(request);
      });
    }
    wire.add(CallerCodeCheck.of(end));
    return InterceptorChain.of(wire, end);
  }

  private Interceptor credentials(Redactor redactor) {
    LoginContext context = new LoginContext(
        settings.platform,
        this::exchange,
        redactor,
        settings.clock,
        new FailedRenewalLog(redaction));
    return new CredentialsInterceptor(settings.origins(), settings.login.grants(context), redactor);
  }

  /**
   * Exchanges a token for another one. The request is observed and repeated like others.
   *
   * @throws XrayApiException if the answer is outside 2xx
   */
  private ApiResponse exchange(ApiRequest request) {
    ConfidentialBody body = new ConfidentialBody(request);
    List<Interceptor> chain = new ArrayList<>();
    chain.add(retries());
    chain.addAll(observers());
    chain.add(redaction);
    chain.add(body);
    ApiResponse answer = body.sendThrough(InterceptorChain.of(chain, wire()));
    if (!answer.isSuccess()) {
      throw ErrorDecoder.decode(request, answer, "", redaction);
    }
    return answer;
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
