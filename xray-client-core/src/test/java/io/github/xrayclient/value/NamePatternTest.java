package io.github.xrayclient.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "prod, prod, true",
    "prod, prod-1, false",
    "prod, Prod, false",
    "prod-*, prod-, true",
    "prod-*, prod-libs, true",
    "prod-*, my-prod-libs, false",
    "*malware*, no malware here, true",
    "*malware*, malware, true",
    "a*b*c, a1b2c, true",
    "a*b*c, acb, false",
    "*, '', true",
    "a*a, a, false",
    "**, x, true",
    "a.c, abc, false",
    "[a-z]*, b, false"
  })
  void matchesTheWholeName(String pattern, String name, boolean matches) {
    assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void tellsWhatTheAsterisksStandFor() {
    NamePattern pattern = NamePattern.of("dev-*-to-*");

    assertThat(pattern.match("dev-npm-to-libs")).hasValue(List.of("npm", "libs"));
    assertThat(pattern.match("npm")).isEmpty();
    assertThat(pattern.wildcards()).isEqualTo(2);
    assertThat(NamePattern.of("prod-*/*").filled(List.of("npm", "libs")))
        .isEqualTo("prod-npm/libs");
    assertThat(NamePattern.of("prod").filled(List.of("unused"))).isEqualTo("prod");
  }

  @Test
  void isFilledWithATextForEachAsterisk() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamePattern.of("a*b*").filled(List.of("x")))
        .withMessage("texts must have an element for each asterisk of a*b*, but has 1");
  }

  @Test
  void isAValue() {
    assertThat(NamePattern.of("a**b"))
        .isEqualTo(NamePattern.of("a*b"))
        .hasSameHashCodeAs(NamePattern.of("a*b"))
        .isNotEqualTo(NamePattern.of("a*"))
        .hasToString("a*b");
    assertThat(NamePattern.of("**").isAny()).isTrue();
    assertThat(NamePattern.of("a*").isAny()).isFalse();
  }
}
