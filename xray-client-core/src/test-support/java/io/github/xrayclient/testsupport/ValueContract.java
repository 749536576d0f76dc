package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What drafts, updates and results have: equality by content, a readable text, and a JSON form. */
public final class ValueContract {
  private final Class<?> type;
  private final Supplier<?> value;
  private final List<String> words;
  private final List<Supplier<?>> others = new ArrayList<>();

  private ValueContract(Class<?> type, Supplier<?> value, List<String> words) {
    this.type = type;
    this.value = value;
    this.words = words;
  }

  /**
   * A contract of a type.
   *
   * @param value makes equal values, each time a new one
   * @param words what its text contains
   */
  public static <T> ValueContract of(Class<T> type, Supplier<? extends T> value, String... words) {
    return new ValueContract(type, value, Arrays.asList(words));
  }

  /** Adds a value of which something is different. */
  public ValueContract unlike(Supplier<?> other) {
    others.add(other);
    return this;
  }

  public Class<?> type() {
    return type;
  }

  /** Checks all of it. */
  public void check() {
    Object one = value.get();
    Object same = value.get();
    assertThat(one).isInstanceOf(type).isNotSameAs(same).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo("text").isNotEqualTo(null);
    assertThat(one.toString())
        .isEqualTo(same.toString())
        .contains(words)
        .doesNotContainPattern("@[0-9a-f]{5,}")
        .doesNotContain("Immutable");
    JsonNode json = XrayClient.jsonMapper().valueToTree(one);
    assertThat(json.isObject() && !json.isEmpty()).as("JSON: %s", json).isTrue();
    assertThat(others).isNotEmpty();
    for (Supplier<?> other : others) {
      Object different = other.get();
      assertThat(different).isInstanceOf(type).isNotEqualTo(one);
      assertThat(different.toString()).isNotEqualTo(one.toString());
      JsonNode otherJson = XrayClient.jsonMapper().valueToTree(different);
      assertThat(otherJson.equals(json)).as("same JSON: %s", json).isFalse();
    }
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
