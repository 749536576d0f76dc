package io.github.xrayclient.diagnostics.internal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.Thorough;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedRegexTest {
  private static final int CASES = Thorough.count(20_000, 1_000_000);

  /** Read alike by RE2 and Java, alone and one behind another. */
  private static final List<String> SHARED = List.of(
      "a",
      "b",
      "/",
      "-",
      "1",
      "&",
      "]",
      "}",
      " ",
      ".",
      "^",
      "$",
      "|",
      "a*",
      "b+?",
      "1?",
      "a??",
      "b{2}",
      "a{1,}",
      "b{0,2}?",
      "\\d",
      "\\D+",
      "\\w",
      "\\W",
      "\\s",
      "\\S*",
      "\\b",
      "\\B",
      "\\A",
      "\\z",
      "\\.",
      "\\-",
      "\\/",
      "\\_",
      "\\\\",
      "\\[",
      "\\*",
      "\\t",
      "\\x61",
      "\\x{62}",
      "(a|b)",
      "(?:a|)",
      "(?:/b)*",
      "(?i)",
      "(?-i)",
      "(?i:A)",
      "(?s-i:.)",
      "[ab]",
      "[^a]",
      "[a-b/]+",
      "[\\d/]",
      "[^\\w-]",
      "[-.]",
      "[a^]",
      "[a&b]",
      "[\\]\\[]{2}",
      "[\\x61-b]",
      "[()*+?|{}.$]");

  /** Known to one of the two only, or read otherwise by each. */
  static final List<String> OTHER = List.of(
      "\\v",
      "\\V",
      "\\h",
      "\\H",
      "\\R",
      "\\X",
      "\\Z",
      "\\G",
      "\\e",
      "\\cA",
      "\\C",
      "\\u0061",
      "\\0",
      "\\061",
      "\\141",
      "\\1",
      "\\k<n>",
      "\\N{DIGIT ONE}",
      "\\Qa\\E",
      "\\E",
      "\\y",
      "\\\u00e9",
      "\\pL",
      "\\PL",
      "\\p{L}",
      "\\p{Lu}",
      "\\p{^L}",
      "\\p{Lower}",
      "\\p{IsAlphabetic}",
      "\\p{Greek}",
      "\\P{javaLowerCase}",
      "[\\v]",
      "[\\h]",
      "[\\pL]",
      "[\\Qa\\E]",
      "[\\b]",
      "[\\1]",
      "[a[b]]",
      "[[ab]",
      "[a&&b]",
      "[a-b&&[b]]",
      "[[:alpha:]]",
      "[^[:^digit:]]",
      "[]a]",
      "[^]a]",
      "[a-\\d]",
      "[\\d-a]",
      "[a-b-1]",
      "(?=a)",
      "(?!a)",
      "(?<=a)",
      "(?<!a)",
      "(?>a)",
      "(?x)",
      "(?x: a )",
      "(?d)",
      "(?m)",
      "(?im:a)",
      "(?u)",
      "(?U)",
      "(?U:a)",
      "(?i-x:a)",
      "(?P<n>a)",
      "(?<n_1>a)",
      "(?P=n)",
      "(?#a)",
      "(?R)",
      "a*+",
      "a++",
      "a?+",
      "a{1,2}+",
      "a**",
      "a{2}{3}",
      "a{2}*",
      "a{1001}",
      "a{,2}",
      "a{x}",
      "a{1001,}",
      "(*a)");

  @Nested
  class Expression {
    @ParameterizedTest
    @FieldSource("io.github.xrayclient.diagnostics.internal.coverage.BoundedRegexTest#OTHER")
    void isLeftOpenIfRe2MayReadItOtherwise(String expression) {
      assertThat(find(expression, "org/acme/app")).isEqualTo(Coverage.COVERS_IF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a)", "[a", "[b-a]", "b{2,1}", "(?<n>a)(?<n>b)", "x{"})
    void isLeftOpenIfItIsNone(String expression) {
      assertThat(find(expression, "org/acme/app")).isEqualTo(Coverage.COVERS_IF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)stra\u00dfe", "\\bapp", "app\\B", "(?-s)(?si:x)"})
    void isLeftOpenOnOtherLettersIfItIsAboutLetters(String expression) {
      assertThat(find(expression, "stra\u00dfe/app")).isEqualTo(Coverage.COVERS_IF);
    }

    @Test
    void isTestedOnOtherLettersIfItIsNot() {
      assertThat(find("^stra\u00dfe/a", "stra\u00dfe/app")).isEqualTo(Coverage.COVERS);
      assertThat(find("^strasse", "stra\u00dfe/app")).isEqualTo(Coverage.NO);
    }

    @Test
    void mayBeLong() {
      assertThat(find("(?:x|y)a{0,9}[a-z]".repeat(100), "a")).isEqualTo(Coverage.NO);
      assertThat(find("[" + "xy-z".repeat(100_000) + "]", "a")).isNotEqualTo(Coverage.COVERS);
      assertThat(find("(".repeat(100_000), "a")).isEqualTo(Coverage.COVERS_IF);
    }
  }

  @Nested
  class ExpressionsByChance {
    @Test
    void areLeftOpenWithOneConstructThatIsOnlyJavas() {
      for (int seed = 0; seed < CASES; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        String expression =
            shared(random) + OTHER.get(random.nextInt(OTHER.size())) + shared(random);

        assertThat(find(expression, text(random)))
            .as("seed %s: %s", seed, expression)
            .isEqualTo(Coverage.COVERS_IF);
      }
    }

    @Test
    void areTestedWithoutOne() {
      int found = 0;
      for (int seed = 0; seed < CASES; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        String expression = shared(random);
        String text = text(random);
        boolean expected = Pattern.compile(expression).matcher(text).find();

        assertThat(find(expression, text))
            .as("seed %s: %s in %s", seed, expression, text)
            .isEqualTo(expected ? Coverage.COVERS : Coverage.NO);
        found += expected ? 1 : 0;
      }
      assertThat(found).isBetween(CASES / 10, CASES - CASES / 10);
    }

    private String shared(SplittableRandom random) {
      StringBuilder expression = new StringBuilder();
      for (int left = random.nextInt(5); left > 0; left--) {
        expression.append(SHARED.get(random.nextInt(SHARED.size())));
      }
      return expression.toString();
    }

    private String text(SplittableRandom random) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        text.append("aAbB/-1&. ]_".charAt(random.nextInt(12)));
      }
      return text.toString();
    }
  }

  private static Coverage find(String expression, String text) {
    return BoundedRegex.of(expression).find(text);
  }
}
