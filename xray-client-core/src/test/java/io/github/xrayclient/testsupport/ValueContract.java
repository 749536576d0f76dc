package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.xrayclient.XrayClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What drafts, updates and results have: equality by content, a readable text, and a JSON form. */
public final class ValueContract {
  private static final Pattern NAMES =
      Pattern.compile("New[A-Z]\\w+|\\w+(Draft|Update|Result|Note|Change|Changes)");

  private final Class<?> type;
  private final Supplier<?> value;
  private final List<String> words;
  private final List<Supplier<?>> others = new ArrayList<>();

  private ValueContract(Class<?> type, Supplier<?> value, List<String> words) {
    this.type = type;
    this.value = value;
    this.words = words;
  }

  /** The public types among these classes whose names say that they are drafts, updates or results. */
  public static Set<Class<?>> typesIn(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> !type.getPackageName().contains(".internal"))
        .filter(type -> NAMES.matcher(type.getSimpleName()).matches())
        .map(JavaClass::reflect)
        .collect(Collectors.toSet());
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
