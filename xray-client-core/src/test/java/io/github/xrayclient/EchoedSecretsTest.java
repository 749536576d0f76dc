package io.github.xrayclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.internal.secret.Spellings;
import io.github.xrayclient.testsupport.Thorough;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server sends the credentials back in every place of an answer, in every spelling. Nothing that
 * a caller can see, print or store holds them.
 */
@Timeout(60)
class EchoedSecretsTest {
  private static final String WORD = "s3cr3tMarker4711xyzABCDEF";
  private static final String SIGNS = "s3c/r3t+Mar&ker%47=11-xyz.~\"'\\A<B>CDEF";
  private static final Map<String, Function<String, List<byte[]>>> PLACES = places();
  private static final int KINDS = 4;
  private static final int BASIC = 2;
  private static final List<String> SECRETS = List.of(WORD, SIGNS);
  private static final Map<String, Set<String>> FORBIDDEN =
      Map.of(WORD, forbidden(WORD), SIGNS, forbidden(SIGNS));
  private static final List<XrayClient> CLIENTS = new ArrayList<>();
  private static RawServer server;

  private static final List<String> TEXTS = Collections.synchronizedList(new ArrayList<>());
  private final Logger logger = Logger.getLogger("io.github.xrayclient");
  private final Handler recorder = new Handler() {
    @Override
    public void publish(LogRecord record) {
      TEXTS.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeAll
  static void start() throws IOException {
    server = new RawServer();
    for (String secret : SECRETS) {
      for (int kind = 0; kind < KINDS; kind++) {
        CLIENTS.add(client(credentials(kind, secret)));
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    CLIENTS.forEach(XrayClient::close);
    CLIENTS.clear();
    server.close();
  }

  @BeforeEach
  void listen() {
    logger.setLevel(Level.ALL);
    logger.addHandler(recorder);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(recorder);
    logger.setLevel(null);
  }

  static Stream<String> everyPlace() {
    return PLACES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("everyPlace")
  void inThisPlaceAreHidden(String place) {
    boolean thorough = Thorough.isOn();
    int turn = place.hashCode() & 0xff;
    for (XrayClient xray : CLIENTS) {
      String secret = SECRETS.get(CLIENTS.indexOf(xray) / KINDS);
      int kind = CLIENTS.indexOf(xray) % KINDS;
      turn += kind == 0 ? 1 : 0;
      for (String name : Spellings.names().collect(Collectors.toList())) {
        boolean whose = (turn++ & 15) == kind; // some, by one kind after the other
        if (whose || thorough) {
          ask(place, xray, Spellings.of(name, secret), secret);
        }
      }
      if (kind == BASIC) {
        ask(place, xray, Spellings.of("Base64", "user:" + secret), secret);
      }
    }
  }

  private static Credentials credentials(int kind, String secret) {
    switch (kind) {
      case 0:
        return Credentials.bearer(secret);
      case 1:
        AtomicInteger asked = new AtomicInteger();
        return Credentials.refreshing(
            () -> AccessToken.once(asked.getAndIncrement() % 3 == 1 ? "another" : secret));
      case BASIC:
        return Credentials.basic("user", secret);
      default:
        return Credentials.apiKey(secret);
    }
  }

  private void ask(String place, XrayClient xray, String spelled, String secret) {
    TEXTS.clear();
    server.answer(PLACES.get(place).apply(spelled));
    mustFail(xray.call("GET", "/xray/api/v1/x")
        .since("9.9.9")
        .readAs(new TypeReference<Map<String, Map<String, Integer>>>() {}));
    holdsNo(secret, place + " " + spelled);
  }

  private static XrayClient client(Credentials credentials) {
    return XrayClient.builder()
        .baseUrl(server.url())
        .credentials(credentials)
        .gzip()
        .retryPolicy(RetryPolicy.none())
        .addListener(new CallListener() {
          @Override
          public void onAttempt(AttemptEvent event) {
            TEXTS.add(event + " " + event.uri());
          }

          @Override
          public void onAnswer(AnswerEvent event) {
            TEXTS.add(event + " " + event.requestId());
          }

          @Override
          public void onFailure(FailureEvent event) {
            TEXTS.add(event.toString());
            collect(event.exception());
          }
        })
        .build();
  }

  private void mustFail(ApiCall<?> call) {
    Object value;
    try {
      value = call.send();
    } catch (XrayException e) {
      collect(e);
      return;
    }
    throw new AssertionError("no failure, but " + value);
  }

  private static void collect(Throwable thrown) {
    dropFrames(thrown); // they hold nothing of an answer, and take long to print and to search
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    TEXTS.add(trace.toString());
    TEXTS.add(serialized(thrown));
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      TEXTS.add(e.getMessage() + " " + e.getLocalizedMessage() + " " + e);
      for (Throwable suppressed : e.getSuppressed()) {
        collect(suppressed);
      }
    }
    if (thrown instanceof XrayException) {
      assertThat(thrown.getMessage().lines()).hasSize(1);
      TEXTS.add(((XrayException) thrown).uri().toString());
    }
    if (thrown instanceof XrayApiException) {
      XrayApiException refusal = (XrayApiException) thrown;
      TEXTS.addAll(refusal.messages());
      TEXTS.add(refusal.body());
      TEXTS.add(refusal.requestId() + " " + refusal.serverVersion());
    }
    if (thrown instanceof XrayDecodeException) {
      TEXTS.add(((XrayDecodeException) thrown).body());
      TEXTS.add(((XrayDecodeException) thrown).jsonPath());
    }
  }

  private static void dropFrames(Throwable thrown) {
    thrown.setStackTrace(new StackTraceElement[0]);
    for (Throwable suppressed : thrown.getSuppressed()) {
      dropFrames(suppressed);
    }
    if (thrown.getCause() != null) {
      dropFrames(thrown.getCause());
    }
  }

  private static String serialized(Throwable thrown) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toString(ISO_8859_1);
  }

  private static Set<String> forbidden(String secret) {
    Set<String> forbidden = new LinkedHashSet<>(List.of(
        secret.substring(0, 8),
        secret.substring(secret.length() - 8),
        Base64.getEncoder().withoutPadding().encodeToString(("user:" + secret).getBytes(UTF_8))));
    Spellings.names()
        .map(name -> Spellings.of(name, secret))
        .forEach(spelled -> forbidden.add(squeezed(spelled)));
    return forbidden;
  }

  private static void holdsNo(String secret, String where) {
    Set<String> forbidden = FORBIDDEN.get(secret);
    List<String> all;
    synchronized (TEXTS) {
      all = List.copyOf(TEXTS);
    }
    assertThat(all).isNotEmpty();
    for (String text : all) {
      String squeezed = squeezed(text);
      for (String form : forbidden) {
        if (squeezed.contains(form)) {
          throw new AssertionError(where + "\nis shown as " + form + " in " + text);
        }
      }
    }
  }

  private static String squeezed(String text) {
    return text.chars()
        .filter(c -> c > ' ' && c != '\u200b')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Map<String, Function<String, List<byte[]>>> places() {
    Map<String, Function<String, List<byte[]>>> places = new LinkedHashMap<>();
    places.put("the status line", s -> raw(flat(s) + "\r\n\r\n"));
    places.put("the version", s -> raw("HTTP/" + flat(s) + " 200 OK\r\n\r\n"));
    places.put("the status", s -> raw("HTTP/1.1 " + flat(s) + " OK\r\n\r\n"));
    places.put("the reason", s -> raw("HTTP/1.1 400 " + flat(s) + "\r\nContent-Length: 0\r\n\r\n"));
    places.put("a header's name", s -> answer("200 OK", flat(s) + ": x", ""));
    places.put("a header's name with a blank", s -> answer("200 OK", "a " + flat(s) + ": x", ""));
    places.put("a header without colon", s -> answer("200 OK", flat(s), ""));
    places.put("a header's value", s -> answer("200 OK", "X: \u0001" + flat(s), ""));
    places.put(
        "the length", s -> raw("HTTP/1.1 200 OK\r\nContent-Length: " + flat(s) + "\r\n\r\n"));
    places.put(
        "the length of a chunk",
        s -> raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + flat(s) + "\r\n"));
    places.put(
        "the coding", s -> raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + flat(s) + "\r\n\r\n{"));
    for (String header : List.of(
        "X-Request-Id",
        "X-JFrog-Request-Id",
        "Uber-Trace-Id",
        "X-JFrog-Version",
        "Retry-After",
        "WWW-Authenticate",
        "Content-Type",
        "Content-Encoding")) {
      places.put(
          header, s -> answer("404 Not Found", header + ": " + flat(s), "{\"error\":\"no\"}"));
      places.put(
          header + " of a 200", s -> answer("200 OK", header + ": " + flat(s), "{\"error\":\"\"}"));
    }
    for (String target : List.of(
        "https://a.example/%s",
        "https://a.example/x?t=%s",
        "https://a.example/x#%s",
        "https://%s@a.example/",
        "https://user:%s@a.example/",
        "https://a.example/x;t=%s/y",
        "https://%s.example/",
        "%s",
        "//%s",
        "reactivate-server/%s")) {
      places.put(
          "Location " + target,
          s -> answer("302 Found", "Location: " + target.replace("%s", flat(s)), ""));
    }
    for (String target : List.of("/x/%s", "/x?t=%s", "/x;t=%s", "/x#%s")) {
      for (byte[] then : List.of(
          raw("nonsense\r\n\r\n").get(0),
          answer("404 Not Found", "X: y", "<html>").get(0),
          answer("200 OK", "X: y", "nonsense").get(0))) {
        places.put(
            "a redirect to " + target + " and then "
                + new String(then, ISO_8859_1).substring(0, 12),
            s -> List.of(
                answer("302 Found", "Location: " + target.replace("%s", flat(s)), "")
                    .get(0),
                then));
      }
    }
    places.put("a body", s -> answer("500 Error", "X: y", "no: " + s + " is bad"));
    places.put("a word of a body", s -> answer("200 OK", "X: y", s));
    places.put(
        "a page", s -> answer("403 No", "Content-Type: text/html", "<html><p>" + s + "</p>"));
    places.put("a page of a 200", s -> answer("200 OK", "X: y", "<!DOCTYPE html><p>" + s + "</p>"));
    places.put("an error", s -> answer("400 Bad", "X: y", "{\"error\":\"" + quoted(s) + "\"}"));
    places.put(
        "a list of errors",
        s -> answer(
            "400 Bad",
            "X: y",
            "{\"errors\":[{\"status\":400,\"message\":\"" + quoted(s) + "\"}]}"));
    places.put("an unread member", s -> answer("400 Bad", "X: y", "{\"x\":\"" + quoted(s) + "\"}"));
    places.put("a name", s -> answer("200 OK", "X: y", "{\"" + quoted(s) + "\":{\"b\":\"x\"}}"));
    places.put(
        "a name inside", s -> answer("200 OK", "X: y", "{\"a\":{\"" + quoted(s) + "\":\"x\"}}"));
    places.put("a name and a type", s -> answer("200 OK", "X: y", "{\"" + quoted(s) + "\":[]}"));
    places.put("a value", s -> answer("200 OK", "X: y", "{\"a\":{\"b\":\"" + quoted(s) + "\"}}"));
    places.put(
        "a text in place of an object", s -> answer("200 OK", "X: y", "\"" + quoted(s) + "\""));
    places.put("behind the value", s -> answer("200 OK", "X: y", "{} " + s));
    places.put(
        "the version that the server is asked for",
        s -> List.of(
            answer("404 Not Found", "X: y", "{}").get(0),
            answer("200 OK", "X: y", "{\"xray_version\":\"1." + quoted(s) + "\"}")
                .get(0)));
    places.put(
        "the refusal of the version",
        s -> List.of(
            answer("404 Not Found", "X: y", "{}").get(0),
            answer("500 Error", "X: y", "{\"error\":\"" + quoted(s) + "\"}").get(0)));
    places.put(
        "a trailer",
        s -> raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX: " + flat(s)
            + "\r\n\r\n"));
    places.put(
        "an answer before the answer",
        s -> raw("HTTP/1.1 103 Early\r\nX: " + flat(s) + "\r\n\r\nHTTP/1.1 200 OK\r\n"
            + "Content-Length: 1\r\n\r\nx"));
    places.put(
        "a name in a list of errors",
        s -> answer("400 Bad", "X: y", "{\"errors\":[{\"" + quoted(s) + "\":{\"x\":1}}]}"));
    places.put("a compressed body", s -> gzip("401 No", "no: " + s));
    places.put("a compressed text", s -> gzip("200 OK", s));
    for (int fill : new int[] {984, 992, 8_176, 8_184, 8_191}) {
      places.put(
          "the end of what is kept, " + fill,
          s -> answer("500 Error", "X: y", "x".repeat(fill) + s));
      places.put(
          "the end of what is kept of a 200, " + fill,
          s -> answer("200 OK", "X: y", "x".repeat(fill) + s));
    }
    return places;
  }

  /** On one line and in ASCII, as a header must be. */
  private static String flat(String spelled) {
    return spelled.replaceAll("[\r\n\u200b]+", " ");
  }

  /** For a string of JSON that says it as it is, or as JSON reads it. */
  private static String quoted(String spelled) {
    return spelled.replace("\r", "\\r").replace("\n", "\\n").replaceAll("(?<!\\\\)\"", "\\\\\"");
  }

  private static List<byte[]> raw(String text) {
    return List.of(text.getBytes(UTF_8));
  }

  private static List<byte[]> answer(String status, String header, String body) {
    return raw("HTTP/1.1 " + status + "\r\n" + header + "\r\nConnection: close\r\nContent-Length: "
        + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
  }

  private static List<byte[]> gzip(String status, String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(("HTTP/1.1 " + status + "\r\nContent-Encoding: gzip\r\nContent-Length: "
            + packed.size() + "\r\n\r\n")
        .getBytes(UTF_8));
    answer.writeBytes(packed.toByteArray());
    return List.of(answer.toByteArray());
  }
}
