package io.github.xrayclient.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "libs release", "Grüße, 世界 \"&\" \\n", "😀 ∀x", "é é"})
  void leavesWhatCanBeSeen(String text) {
    assertThat(VisibleText.oneLine(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "000a, \\n",
    "000d, \\r",
    "0009, \\t",
    "0000, \\u0000",
    "001b, \\u001b",
    "007f, \\u007f",
    "0085, \\u0085",
    "009b, \\u009b",
    "00ad, \\u00ad",
    "061c, \\u061c",
    "200b, \\u200b",
    "200f, \\u200f",
    "2028, \\u2028",
    "2029, \\u2029",
    "202e, \\u202e",
    "2066, \\u2066",
    "feff, \\ufeff",
    "034f, \\u034f",
    "115f, \\u115f",
    "3164, \\u3164",
    "fe0f, \\ufe0f",
    "d800, \\ud800",
    "e0041, \\udb40\\udc41",
    "e0101, \\udb40\\udd01"
  })
  void escapesWhatCannot(String character, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "é😀";

    assertThat(VisibleText.oneLine(text)).isEqualTo("a" + shown + "é😀");
  }

  @Test
  void leavesNoCharacterThatEndsALineOrIsObeyed() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      all.appendCodePoint(c).append(' ');
    }

    String shown = VisibleText.oneLine(all.toString());

    assertThat(shown).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
    assertThat(shown.split("\\R", -1)).hasSize(1);
  }

  @Test
  void keepsLinesWhereTheyAreWanted() {
    assertThat(VisibleText.lines("a\r\nb\n\tc\rd\u2028")).isEqualTo("a\nb\n\\tc\\rd\\u2028");
  }

  @Test
  void keepsWhatJsonMeans() throws JsonProcessingException {
    String text = "a\u202e\ufeff\u0085b\n\t\u001b" + Character.toString(0xe0041);
    ObjectMapper mapper = new ObjectMapper();

    String json = VisibleText.oneLine(mapper.writeValueAsString(TextNode.valueOf(text)));

    assertThat(json).isEqualTo(VisibleText.lines(json)).doesNotContain("\u202e");
    assertThat(mapper.readTree(json).asText()).isEqualTo(text);
  }
}
