package io.github.xrayclient.internal.write;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service of {@link NamedObjects} makes of writes whose answer is lost or wrong. */
@WireMockTest
public abstract class NamedFaultContract<T> {
  protected XrayClient xray;

  private final String before;
  private final String after;
  private final String field;

  /**
   * @param before the object, with the description {@code old}
   * @param field the path of the description
   */
  protected NamedFaultContract(String before, String field) {
    this.before = before;
    this.after = before.replace("'old'", "'new'");
    this.field = field;
  }

  /** Sends the object with the description {@code new}. */
  protected abstract UpdateResult<T> update();

  /** Creates the object with the description {@code new}. */
  protected abstract T create();

  protected abstract String descriptionOf(Object value);

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.repeating(server.getHttpBaseUrl());
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  protected static String json(String text) {
    return text.replace('\'', '"');
  }

  protected static void reads(String object) {
    stubFor(get(anyUrl()).willReturn(okJson(json(object))));
  }

  protected static void puts(ResponseDefinitionBuilder answer) {
    stubFor(put(anyUrl()).willReturn(answer));
  }

  protected static ResponseDefinitionBuilder broken() {
    return okJson("").withFault(Fault.EMPTY_RESPONSE);
  }

  private static ResponseDefinitionBuilder error(int status, String words) {
    return jsonResponse("{\"error\":\"" + words + "\"}", status);
  }

  private static void requests(int puts, int gets) {
    verify(puts, putRequestedFor(anyUrl()));
    verify(gets, getRequestedFor(anyUrl()));
  }

  @Nested
  class TheReloadThatFailed {
    private static final String WORDS = "Failed to reload block download cache";

    @ParameterizedTest
    @ValueSource(strings = {WORDS, "failed to reload Block Download Cache: timeout"})
    void isAResultWithTheObjectAsItIsNow(String words) {
      puts(error(500, words));
      reads(after);

      UpdateResult<T> result = update();

      assertThat(descriptionOf(result.value())).isEqualTo("new");
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.notes()).anySatisfy(note -> {
        assertThat(note.kind()).isEqualTo(UpdateNote.Kind.MAY_NOT_BE_ENFORCED);
        assertThat(note.objects()).isEmpty();
        assertThat(note.text()).contains("probably stored", "500", words);
      });
      requests(1, 1);
    }

    @Test
    void showsWhatWasNotStoredAfterAll() {
      puts(error(500, WORDS));
      reads(before);

      assertThat(update().unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed to edit", "Failed to update", ""})
    void isNotAnyOther500(String words) {
      puts(error(500, words));
      reads(after);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> update())
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(500));
      requests(1, 0);
    }
  }

  @Nested
  class UpdateWhoseAnswerIsLost {
    @Test
    void isDoneIfTheObjectIsAsItShouldBe() {
      puts(broken());
      reads(after);

      UpdateResult<T> result = update();

      assertThat(descriptionOf(result.value())).isEqualTo("new");
      assertThat(result.unexpectedChanges()).isEmpty();
      requests(1, 1);
    }

    @Test
    void isSentAgainAndGivenUpIfNothingEverHappens() {
      puts(broken());
      reads(before);

      assertThatExceptionOfType(XrayTransportException.class).isThrownBy(() -> update());
      requests(4, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void byAGatewayIsLookedAtToo(int status) {
      puts(error(status, "gateway"));
      reads(after);

      UpdateResult<T> result = update();

      assertThat(descriptionOf(result.value())).isEqualTo("new");
      assertThat(result.unexpectedChanges()).isEmpty();
      requests(1, 1);
    }

    @Test
    void meetsTheChangeOfSomebodyElse() {
      puts(broken());
      reads(before.replace("'old'", "'theirs'"));

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> update())
          .withCauseInstanceOf(XrayTransportException.class)
          .satisfies(e -> {
            assertThat(e.expected()).map(old -> descriptionOf(old)).hasValue("old");
            assertThat(e.actual()).map(now -> descriptionOf(now)).hasValue("theirs");
          });
      requests(1, 1);
    }

    @Test
    void namesTheFieldsThatSomebodyElseChanged() {
      puts(broken());
      reads(before.replace("'old'", "'theirs'"));

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> update())
          .withMessageContaining(field + " should be \"new\", but is \"theirs\"")
          .satisfies(e -> assertThat(e.changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo(field);
            assertThat(change.from()).map(JsonNode::asText).hasValue("new");
            assertThat(change.to()).map(JsonNode::asText).hasValue("theirs");
          }));
    }

    @Test
    void isDoneThoughTheServerFilledInAField() {
      puts(broken());
      reads(after.replace("'new'", "'new','filled_in':{'by':'the server'}"));

      UpdateResult<T> result = update();

      assertThat(descriptionOf(result.value())).isEqualTo("new");
      requests(1, 1);
    }

    @Test
    void isSentAgainIfTheObjectIsAsItWasInAnotherSpelling() {
      puts(broken());
      reads(before.replace("'old'", "'old','empty':[],'off':false"));

      assertThatExceptionOfType(XrayTransportException.class).isThrownBy(() -> update());
      requests(4, 4);
    }

    @Test
    void throwsTheFirstFailureWhenLookingFailsToo() {
      puts(broken());
      stubFor(get(anyUrl()).willReturn(error(403, "Permission denied")));

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> update())
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }
  }

  @Nested
  class UpdateThatIsStored {
    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 503})
    void saysSoWhenOnlyReadingFails(int status) {
      puts(okJson("{}"));
      stubFor(get(anyUrl()).willReturn(error(status, "no answer today")));

      assertThatExceptionOfType(XrayReadBackException.class)
          .isThrownBy(() -> update())
          .withMessageContaining("was stored, but reading it back failed: GET http")
          .withMessageContaining("no answer today");
      requests(1, status == 429 || status == 503 ? 4 : 1);
    }
  }

  @Nested
  class CreateWhoseAnswerIsLost {
    @Test
    void isDoneThoughTheServerFilledInAField() {
      stubFor(post(anyUrl()).willReturn(broken()));
      reads(after.replace("'new'", "'new','filled_in':{'by':'the server'}"));

      assertThat(descriptionOf(create())).isEqualTo("new");
      requests(0, 1);
    }

    @Test
    void isDoneIfTheObjectIsThere() {
      stubFor(post(anyUrl()).willReturn(broken()));
      reads(after);

      assertThat(descriptionOf(create())).isEqualTo("new");
      verify(1, postRequestedFor(anyUrl()));
      requests(0, 1);
    }

    @Test
    void isNeverSentAgain() {
      stubFor(post(anyUrl()).willReturn(broken()));
      stubFor(get(anyUrl()).willReturn(error(404, "it was not found")));

      assertThatExceptionOfType(XrayTransportException.class).isThrownBy(() -> create());
      verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void meetsTheObjectOfSomebodyElse() {
      stubFor(post(anyUrl()).willReturn(broken()));
      reads(before);

      assertThatExceptionOfType(XrayConcurrentChangeException.class).isThrownBy(() -> create());
    }

    @Test
    void saysThatItWasStoredWhenOnlyReadingFails() {
      stubFor(post(anyUrl()).willReturn(okJson("{\"info\":\"created successfully\"}")));
      stubFor(get(anyUrl()).willReturn(error(403, "Permission denied")));

      assertThatExceptionOfType(XrayReadBackException.class)
          .isThrownBy(() -> create())
          .withMessageContaining("was stored, but reading it back failed: GET http")
          .withMessageContaining("Permission denied");
    }
  }
}
