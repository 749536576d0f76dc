package io.github.xrayclient.internal.write;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testsupport.Clients;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every service of {@link NamedObjects} reads. */
@WireMockTest
public abstract class NamedReadContract<T> {
  protected XrayClient xray;

  private final String kind;
  private final String path;
  private final String object;

  /**
   * @param kind as the server's sentences call it
   * @param path of the listing
   * @param object the smallest one, with {@code %s} for its name
   */
  protected NamedReadContract(String kind, String path, String object) {
    this.kind = kind;
    this.path = path;
    this.object = object;
  }

  protected abstract T get(String name);

  protected abstract T get(String projectKey, String name);

  protected abstract Optional<T> find(String name);

  protected abstract List<T> list();

  protected abstract String nameOf(T value);

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  protected static void answer(String body) {
    stubFor(WireMock.get(anyUrl()).willReturn(okJson(body.replace('\'', '"'))));
  }

  /** What cannot be read is an error at this place. */
  protected static void namesThePlace(Runnable read, String place) {
    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(read::run)
        .satisfies(e -> assertThat(e.jsonPath()).isEqualTo(place))
        .withMessageContaining(" at " + place + ": ");
  }

  /** What cannot be read at this place is kept, and everything else is read. */
  protected static void keepsTheValue(Supplier<?> read, String place) {
    assertThat(XrayClient.unreadFields(read.get())).containsExactly(place);
  }

  protected void neverReads(String body) {
    stubFor(WireMock.get(anyUrl()).willReturn(ok(body)));

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> get("a"))
        .withMessageContaining("GET ")
        .withMessageContaining(path + "/a");
  }

  private void refuse(int status, String words) {
    String error = "{\"error\":\"" + words.replace("%s", kind) + "\"}";
    stubFor(any(anyUrl()).willReturn(jsonResponse(error, status)));
  }

  private String named(String name) {
    return String.format(object, name);
  }

  @Nested
  class Get {
    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]"})
    void readsAnObjectAndAnArrayOfOne(String shape) {
      answer(String.format(shape, named("a b")));

      assertThat(nameOf(get("a b"))).isEqualTo("a b");
      verify(1, getRequestedFor(urlEqualTo(path + "/a%20b")));
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a/b|a%2Fb",
          "100%|100%25",
          "why?|why%3F",
          "#1|%231",
          "Größe 界|Gr%C3%B6%C3%9Fe%20%E7%95%8C",
          "a+b;c=d|a%2Bb%3Bc%3Dd",
          "%2e%2e|%252e%252e"
        })
    void sendsTheNameAsOneSegment(String name, String segment) {
      answer(named("x"));

      get("p q", name);

      verify(1, getRequestedFor(urlEqualTo(path + "/" + segment + "?projectKey=p%20q")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb", "\u0000"})
    void refusesANameThatNoPathCanHold(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> get(name))
          .withMessageContaining("name");

      verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "\"a\"", "{}", "[1]", "[null]", "[[]]", "<html>"})
    void neverReadsAnythingElse(String body) {
      neverReads(body);
    }

    @Test
    void neverReadsHalfAnObject() {
      String whole = named("a").replace('\'', '"');

      neverReads(whole.substring(0, whole.length() - 1));
    }

    @Test
    void doesNotChooseAmongSeveral() {
      answer("[" + named("b") + "," + named("a") + "]");

      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(() -> get("a"));
    }

    @Test
    void takesAnEmptyListForNone() {
      answer("[]");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> get("a"))
          .withMessageContaining(path + "/a")
          .withMessageContaining("empty list");
      assertThat(find("a")).isEmpty();
    }

    @Test
    void throwsNotFoundWithTheServersWords() {
      refuse(404, "%s a was not found");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> get("a"))
          .withMessageEndingWith(path + "/a answered 404: " + kind + " a was not found");
    }
  }

  @Nested
  class Find {
    @Test
    void givesWhatIsThere() {
      answer(named("a"));

      assertThat(find("a").map(found -> nameOf(found))).hasValue("a");
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
      "404, %s a was not found",
      "404, no such thing",
      "400, %s a was not found",
      "500, Failed to get by name a : %s was not found",
      "500, %s a does not exist"
    })
    void givesNothingForWhatIsNotThere(int status, String words) {
      refuse(status, words);

      assertThat(find("a")).isEmpty();
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
      "400, Got Invalid %s",
      "500, Failed to get %s",
      "500, ''",
      "401, user was not found",
      "403, %s a was not found",
      "502, upstream was not found",
      "503, was not found",
      "409, was not found"
    })
    void throwsEveryOtherRefusal(int status, String words) {
      refuse(status, words);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> find("a"))
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    @Test
    void throwsWhatCannotBeRead() {
      answer(object.replaceFirst("'name':'%s'", "'x':true"));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> find("a"))
          .withMessageContaining("name");
    }
  }
}
