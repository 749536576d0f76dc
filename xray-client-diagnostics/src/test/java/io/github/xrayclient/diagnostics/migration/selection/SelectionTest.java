package io.github.xrayclient.diagnostics.migration.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static final Selection ALL = Selection.all();

  private static ObjectKey watch(String name) {
    return ObjectKey.of(ObjectKind.WATCHES, name);
  }

  @Nested
  class Patterns {
    @ParameterizedTest
    @CsvSource({
      "npm-*, npm-, true",
      "npm-*, npm-a, true",
      "npm-*, npm, false",
      "npm-*, NPM-a, false",
      "npm-*, my npm-a, false",
      "*-prod, a-prod, true",
      "*-prod, -prod, true",
      "*-prod, a-prod2, false",
      "*prod*, reproduce, true",
      "a*b*c, abc, true",
      "a*b*c, aXbYbZc, true",
      "a*b*c, acb, false",
      "aba*aba, aba, false",
      "aba*aba, abaaba, true",
      "**, x, true",
      "a.c, abc, false",
      "a:b*, a:bc, true",
      "[a]?, a, false"
    })
    void matchWholeNames(String pattern, String name, boolean matches) {
      assertThat(ALL.only(ObjectKind.WATCHES, pattern).includes(watch(name))).isEqualTo(matches);
      assertThat(ALL.except("watches:" + pattern).includes(watch(name))).isEqualTo(!matches);
    }

    @Test
    void takeLinearTime() {
      Selection many = ALL.only(ObjectKind.WATCHES, "*a".repeat(2_000) + "b");

      assertThat(many.includes(watch("a".repeat(1_000_000)))).isFalse();
    }

    @Test
    void matchObjectsOfAllProjects() {
      assertThat(ALL.only("watches:a*").includes(watch("ab").inProject("dev"))).isTrue();
    }
  }

  @Nested
  class Settings {
    @Test
    void includeAllByDefault() {
      assertThat(ALL.isAll()).isTrue();
      assertThat(ALL.kinds()).containsExactly(ObjectKind.values());
      assertThat(ALL.includes(watch("a"))).isTrue();
      assertThat(ALL).hasToString("everything");
      assertThat(ALL.toJson().isEmpty()).isTrue();
    }

    @Test
    void addUpAndExclusionsWin() {
      Selection selection =
          ALL.only(ObjectKind.POLICIES).only(ObjectKind.WATCHES, "a*", "b").except("watches:ab*");

      assertThat(selection.includes(ObjectKey.of(ObjectKind.POLICIES, "x"))).isTrue();
      assertThat(selection.includes(watch("a"))).isTrue();
      assertThat(selection.includes(watch("b"))).isTrue();
      assertThat(selection.includes(watch("abc"))).isFalse();
      assertThat(selection.includes(watch("c"))).isFalse();
      assertThat(selection.includes(ObjectKey.of(ObjectKind.CONDITIONS, "a"))).isFalse();
      assertThat(selection.kinds()).containsExactly(ObjectKind.POLICIES, ObjectKind.WATCHES);
      assertThat(selection)
          .hasToString("only policies and watches:a* and watches:b, except watches:ab*");
      assertThat(selection.toJson())
          .hasToString("{\"only\":[\"policies\",\"watches:a*\",\"watches:b\"],"
              + "\"except\":[\"watches:ab*\"]}");
    }

    @Test
    void areEqualInAnyOrderAndSpelling() {
      assertThat(ALL.only("watches:b").only("watches:a"))
          .isEqualTo(ALL.only(ObjectKind.WATCHES, "a", "b"))
          .hasSameHashCodeAs(ALL.only(ObjectKind.WATCHES, "a", "b"));
      assertThat(ALL.except("watches:*")).isEqualTo(ALL.except(ObjectKind.WATCHES));
      assertThat(ALL.except("watches")).isNotEqualTo(ALL.only("watches"));
    }

    @Test
    void canBeNarrowed() {
      Selection names = ALL.only("watches:a*").only("policies");
      Selection both = names.within(ALL.only("watches:*b").except("watches:axb"));

      assertThat(both.includes(watch("ab"))).isTrue();
      assertThat(both.includes(watch("axb"))).isFalse();
      assertThat(both.includes(watch("a"))).isFalse();
      assertThat(both.includes(watch("b"))).isFalse();
      assertThat(both.kinds()).containsExactly(ObjectKind.WATCHES);
      assertThat(both)
          .hasToString(
              "only policies and watches:a*, of these: only watches:*b," + " except watches:axb");
      assertThat(names.within(ALL)).isEqualTo(names);
      assertThat(names.within(names)).isEqualTo(names);
      assertThat(ALL.within(names)).isEqualTo(names);
      assertThat(names.within(ALL.except("policies"))).isEqualTo(names.except("policies"));
      assertThat(ALL.except("policies").within(names)).isEqualTo(names.except("policies"));
      assertThat(both.within(ALL.only("watches:abb*")).includes(watch("abbb"))).isTrue();
      assertThat(both.within(ALL.only("watches:abb*")).includes(watch("ab"))).isFalse();
    }
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @ValueSource(strings = {"watch", "Watches", ":a", "curation_policies:npm-*"})
    void anUnknownKind(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ALL.only(text))
          .withMessage("text must be KIND or KIND:PATTERN, where KIND is one of conditions,"
              + " curation-policies, policies, watches, ignore-rules, but was \"" + text + "\"");
    }

    @Test
    void aBlankPattern() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ALL.except("watches:"))
          .withMessage("text must have a pattern of names after the colon, as in watches:npm-*, but"
              + " was \"watches:\"; omit the colon for all names");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ALL.only(ObjectKind.WATCHES, " "))
          .withMessageStartingWith("pattern must not be blank");
    }
  }
}
