package io.github.xrayclient.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How every service of {@link NamedObjects} creates, updates, edits and deletes.
 *
 * @param <S> the service
 * @param <T> its objects, each of which has the parts {@code p} and {@code q} when it is created
 * @param <B> the builder of an update
 */
public abstract class NamedWriteContract<S, T, B> {
  protected final FakeXray server = FakeXray.start();
  protected final XrayClient xray = Clients.repeating(server.url());

  private final Kind kind;
  private final String noun;
  private final String path;
  private final JsonPointer description;

  /**
   * @param noun the word for an object in the messages of the server
   * @param path the path of the listing
   * @param description where the description is in an object
   */
  protected NamedWriteContract(Kind kind, String noun, String path, String description) {
    this.kind = kind;
    this.noun = noun;
    this.path = path;
    this.description = JsonPointer.compile(description);
  }

  protected abstract S service();

  protected abstract S inProject(String projectKey);

  /** Creates an object with the parts {@code p} and {@code q} and the description {@code old}. */
  protected abstract T create(S service, String name);

  protected abstract Optional<T> find(S service, String name);

  protected abstract UpdateResult<T> update(S service, T object, Consumer<B> change);

  protected abstract UpdateResult<T> edit(S service, String name, Consumer<B> change);

  protected abstract UpdateResult<T> edit(String name, Consumer<B> change, Retry retry);

  protected abstract void delete(S service, String name);

  protected abstract String nameOf(T object);

  protected abstract String descriptionOf(Object object);

  protected abstract List<String> partsOf(T object);

  protected abstract T baseOf(B update);

  protected abstract void describe(B update, String description);

  protected abstract void drop(B update, String part);

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private T given(String name) {
    T created = create(service(), name);
    server.clearRequests();
    return created;
  }

  /** Changes the description as another client does. */
  private void somebodyElseDescribes(String name, String text) {
    ObjectNode changed = stored(name).deepCopy();
    ((ObjectNode) changed.at(description.head()))
        .put(description.last().getMatchingProperty(), text);
    server.seed(kind, changed.toString());
  }

  protected final JsonNode stored(String name) {
    JsonPointer pointer = description.head().appendProperty("name");
    return server.stored(kind).stream()
        .filter(object -> object.at(pointer).asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + noun + " " + name));
  }

  private String storedDescription(String name) {
    return stored(name).at(description).asText();
  }

  protected final List<String> requests() {
    return server.requests().stream().map(RecordedRequest::toString).collect(Collectors.toList());
  }

  protected final List<RecordedRequest> requests(String method) {
    return server.requests().stream()
        .filter(request -> request.method().equals(method))
        .collect(Collectors.toList());
  }

  @Nested
  class Create {
    @Test
    void sendsTheDraftAndReadsTheObject() {
      T created = create(service(), "a");

      assertThat(nameOf(created)).isEqualTo("a");
      assertThat(partsOf(created)).containsExactly("p", "q");
      assertThat(requests()).containsExactly("POST " + path, "GET " + path + "/a");
      assertThat(server.requests().get(0).header("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"a/b", "50% off", "why?", "#1", "a b", "Größe 界 🙂", "a+b", "..x", "\"q\"", "{n}"
        })
    void takesAnyNameAndFindsItAgain(String name) {
      assertThat(nameOf(create(service(), name))).isEqualTo(name);

      edit(service(), name, update -> describe(update, "new"));
      assertThat(storedDescription(name)).isEqualTo("new");
      delete(service(), name);
      assertThat(find(service(), name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refusesANameThatNoPathCanHold(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> create(service(), name))
          .withMessageContaining("name");
      assertThat(requests()).isEmpty();
    }

    @Test
    void throwsForATakenName() {
      given("a");

      assertThatExceptionOfType(XrayConflictException.class)
          .isThrownBy(() -> create(service(), "a"))
          .withMessageEndingWith(path + " answered 409: " + noun + " already exists");
      assertThat(requests()).containsExactly("POST " + path);
    }

    @Test
    void isDoneWhenOnlyTheAnswerWasLost() {
      server.failNext(Fault.LOST_ANSWER, 1);

      assertThat(nameOf(create(service(), "a"))).isEqualTo("a");
      assertThat(requests("POST")).hasSize(1);
    }

    @Test
    void goesToTheProject() {
      create(inProject("k"), "a");

      assertThat(stored("a").at(description.head()).path("project_key").asText())
          .isEqualTo("k");
      assertThat(requests())
          .containsExactly("POST " + path + "?projectKey=k", "GET " + path + "/a?projectKey=k");
    }
  }

  @Nested
  class Update {
    @Test
    void isSentEvenIfItChangesNothing() {
      T object = given("a");

      assertThat(update(service(), object, update -> {}).isSent()).isTrue();
      assertThat(requests()).containsExactly("PUT " + path + "/a", "GET " + path + "/a");
    }

    @Test
    void throwsForAnObjectThatIsGone() {
      T object = given("a");
      delete(service(), "a");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> update(service(), object, update -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOST_ANSWER", "TRUNCATED_BODY"})
    void isAppliedOnceWhenItsAnswerIsLost(Fault fault) {
      T object = given("a");
      server.failNext(fault, 1);

      UpdateResult<T> result = update(service(), object, update -> describe(update, "new"));

      assertThat(descriptionOf(result.value())).isEqualTo("new");
      assertThat(requests("PUT")).hasSize(1);
    }

    @Test
    void isSentAgainWhenItNeverArrived() {
      T object = given("a");
      server.failNext(Fault.CONNECTION_RESET, 1);

      update(service(), object, update -> describe(update, "new"));

      assertThat(storedDescription("a")).isEqualTo("new");
      assertThat(requests("PUT")).hasSize(2);
    }

    @Test
    void goesToTheProject() {
      T object = create(inProject("k"), "a");
      server.clearRequests();

      update(inProject("k"), object, update -> describe(update, "new"));

      assertThat(requests())
          .containsExactly("PUT " + path + "/a?projectKey=k", "GET " + path + "/a?projectKey=k");
      assertThat(stored("a").at(description.head()).path("project_key").asText())
          .isEqualTo("k");
      assertThat(storedDescription("a")).isEqualTo("new");
    }
  }

  @Nested
  class Edit {
    @Test
    void looksTwiceBeforeItWrites() {
      given("a");

      UpdateResult<T> result = edit(service(), "a", update -> drop(update, "q"));

      assertThat(partsOf(result.value())).containsExactly("p");
      String one = path + "/a";
      assertThat(requests())
          .containsExactly("GET " + one, "GET " + one, "PUT " + one, "GET " + one);
    }

    @Test
    void goesToTheProject() {
      create(inProject("k"), "a");
      server.clearRequests();

      edit(inProject("k"), "a", update -> describe(update, "new"));

      String one = path + "/a?projectKey=k";
      assertThat(requests())
          .containsExactly("GET " + one, "GET " + one, "PUT " + one, "GET " + one);
      assertThat(stored("a").at(description.head()).path("project_key").asText())
          .isEqualTo("k");
    }

    @Test
    void givesBothVersionsAndSendsNothingWhenSomebodyElseWasFaster() {
      given("a");

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> edit(service(), "a", update -> {
            somebodyElseDescribes("a", "theirs");
            describe(update, "mine");
          }))
          .satisfies(e -> {
            assertThat(e.expected()).map(before -> descriptionOf(before)).hasValue("old");
            assertThat(e.actual()).map(now -> descriptionOf(now)).hasValue("theirs");
            assertThat(e.method()).isEqualTo("PUT");
            assertThat(e.uri()).hasToString(server.url() + path + "/a");
          })
          .withMessageContaining("nothing was sent")
          .withMessageContaining("Retry.times");
      assertThat(requests("PUT")).isEmpty();
    }

    @Test
    void beginsAgainOnTheFreshObjectAsOftenAsAllowed() {
      given("a");
      List<String> seen = new ArrayList<>();

      UpdateResult<T> result = edit(
          "a",
          update -> {
            seen.add(descriptionOf(baseOf(update)));
            if (seen.size() <= 3) {
              somebodyElseDescribes("a", "other " + seen.size());
            }
            drop(update, "q");
          },
          Retry.times(3));

      assertThat(seen).containsExactly("old", "other 1", "other 2", "other 3");
      assertThat(storedDescription("a")).isEqualTo("other 3");
      assertThat(descriptionOf(result.value())).isEqualTo("other 3");
      assertThat(partsOf(result.value())).containsExactly("p");
      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void givesUpWhenTheRetriesAreUsedUp() {
      given("a");
      List<String> calls = new ArrayList<>();

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> edit(
              "a",
              update -> {
                calls.add("call");
                somebodyElseDescribes("a", "other " + calls.size());
                describe(update, "mine");
              },
              Retry.times(1)));
      assertThat(calls).hasSize(2);
      assertThat(storedDescription("a")).isEqualTo("other 2");
    }

    @Test
    void passesOnWhatTheFunctionThrowsAndSendsNothing() {
      given("a");
      IllegalStateException mine = new IllegalStateException("changed my mind");

      assertThatThrownBy(() -> edit(
              "a",
              update -> {
                throw mine;
              },
              Retry.times(5)))
          .isSameAs(mine);
      assertThat(requests()).containsExactly("GET " + path + "/a");
    }

    @Test
    void sendsNothingIfNothingChanges() {
      given("a");

      UpdateResult<T> untouched = edit(service(), "a", update -> {});
      UpdateResult<T> same = edit(service(), "a", update -> describe(update, "old"));

      assertThat(untouched.isSent()).isFalse();
      assertThat(same.isSent()).isFalse();
      assertThat(same.value()).isEqualTo(untouched.value());
      assertThat(requests()).containsExactly("GET " + path + "/a", "GET " + path + "/a");
    }
  }

  @Nested
  class Delete {
    @Test
    void isOneRequest() {
      given("a");
      given("b");

      delete(service(), "a");

      assertThat(requests()).containsExactly("DELETE " + path + "/a");
      assertThat(server.stored(kind)).containsExactly(stored("b"));
    }

    @Test
    void goesToTheProject() {
      create(inProject("k"), "a");
      server.clearRequests();

      delete(inProject("k"), "a");

      assertThat(requests()).containsExactly("DELETE " + path + "/a?projectKey=k");
      assertThat(server.stored(kind)).isEmpty();
    }

    @Test
    void throwsForAnObjectThatIsNotThere() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> delete(service(), "none"))
          .withMessageContaining("none");
      assertThat(requests("DELETE")).hasSize(1);
    }

    @Test
    void isDoneWhenOnlyTheAnswerWasLost() {
      given("a");
      server.failNext(Fault.LOST_ANSWER, 1);

      delete(service(), "a");

      assertThat(requests("DELETE")).hasSize(1);
      assertThat(find(service(), "a")).isEmpty();
    }
  }
}
