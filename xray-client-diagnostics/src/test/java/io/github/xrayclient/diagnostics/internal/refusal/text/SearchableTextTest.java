package io.github.xrayclient.diagnostics.internal.refusal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Compares the text and its positions with those that are found character by character. */
class SearchableTextTest {
  private static final String BLANKS = " \t\r\n\u00a0\u2028\u0007";
  private static final String OTHERS = "aBZ\u00e9\u0130\ud83d\ude00.[";

  @RepeatedTest(20)
  void hasOneCharacterForEachRunOfBlanks(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20_000);
    int share = 1 + random.nextInt(6);
    while (text.length() < length) {
      String some = random.nextInt(share) == 0 ? BLANKS : OTHERS;
      text.append(some.charAt(random.nextInt(some.length())));
    }

    assertIsAsExpected(text.toString());
  }

  @Test
  void isTheSameWhereverARunOfBlanksBeginsAndEnds() {
    for (int start = 4_090; start < 4_100; start++) {
      for (int count = 0; count < 10; count++) {
        assertIsAsExpected("x".repeat(start) + " ".repeat(count) + "\n \nyz");
      }
    }
  }

  private static void assertIsAsExpected(String text) {
    StringBuilder shown = new StringBuilder();
    List<Integer> origins = new ArrayList<>();
    int run = 0; // the start of the run of blanks before a character
    for (int at = 0; at < text.length(); at++) {
      if (!isBlank(text.charAt(at))) {
        if (at > run) {
          shown.append(text.substring(run, at).matches("(?s).*[\n\r\u2028].*") ? '\n' : ' ');
          origins.add(-1); // any position of the run
        }
        shown.append(text.charAt(at));
        origins.add(at);
        run = at + 1;
      }
    }

    SearchableText searchable = SearchableText.of(text);

    assertThat(searchable.length()).isEqualTo(shown.length());
    assertThat(searchable.folded()).isEqualTo(folded(shown));
    for (int at = 0; at < shown.length(); at++) {
      assertThat(searchable.charAt(at)).isEqualTo(shown.charAt(at));
      if (origins.get(at) >= 0) {
        assertThat(searchable.origin(at)).isEqualTo(origins.get(at));
      }
    }
  }

  private static String folded(CharSequence shown) {
    StringBuilder folded = new StringBuilder();
    shown
        .chars()
        .map(c -> c == '\n' ? ' ' : c < 128 ? Character.toLowerCase(c) : c)
        .forEach(c -> folded.append((char) c));
    return folded.toString();
  }

  private static boolean isBlank(char c) {
    return Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
