package io.github.xrayclient.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.value.FieldChange;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnexpectedValuesTest {
  private static final FieldChange CHANGE =
      new ChangedField("name", TextNode.valueOf("a"), TextNode.valueOf("b"));

  @Test
  void saysWhatAValueShouldBeAndWhatItIs() {
    assertThat(UnexpectedValues.sentences(List.of(
            CHANGE,
            new ChangedField("name", null, TextNode.valueOf("b")),
            new ChangedField("name", TextNode.valueOf("a"), null))))
        .containsExactly(
            "name should be \"a\", but is \"b\"",
            "name should be absent, but is \"b\"",
            "name should be \"a\", but is absent");
  }

  @Test
  void cutsLongValues() {
    FieldChange change = new ChangedField("name", null, TextNode.valueOf("b".repeat(500)));

    assertThat(UnexpectedValues.sentences(List.of(change)))
        .containsExactly("name should be absent, but is \"" + "b".repeat(199) + "…");
  }

  @Test
  void summarizesManyChanges() {
    String sentence = "name should be \"a\", but is \"b\"";

    assertThat(UnexpectedValues.summary(List.of(), 2)).isEmpty();
    assertThat(UnexpectedValues.summary(Collections.nCopies(2, CHANGE), 2))
        .isEqualTo(sentence + "; " + sentence);
    assertThat(UnexpectedValues.summary(Collections.nCopies(5, CHANGE), 2))
        .isEqualTo(sentence + "; " + sentence + "; and 3 more");
  }
}
