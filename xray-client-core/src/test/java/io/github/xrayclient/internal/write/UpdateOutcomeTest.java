package io.github.xrayclient.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateOutcomeTest {
  private static final UpdateNote NOTE = note("r");

  private static UpdateNote note(String rule) {
    return NoteOfUpdate.of(UpdateNote.Kind.MAY_BE_CLEARED, List.of(rule), "it may be off");
  }

  private static FieldChange change(String now) {
    return new ChangedField("name", TextNode.valueOf("a"), TextNode.valueOf(now));
  }

  private static UpdateResult<String> result(String value) {
    UpdateResult<String> sent = UpdateOutcome.sent(value, List.of(change("b")), List.of("x"));
    return UpdateOutcome.withNotes(sent, List.of(NOTE));
  }

  @Test
  void saysWhatIsUnexpected() {
    assertThat(result("v"))
        .hasToString(
            "UpdateResult{sent=true, unexpectedChanges=[name should be \"a\", but is \"b\"],"
                + " unsentFields=[x], notes=[MAY_BE_CLEARED: it may be off]}");
    assertThat(result("v").value()).isEqualTo("v");
  }

  @Test
  void isEqualToOneOfTheSameContent() {
    assertThat(result("v")).isEqualTo(result("v")).hasSameHashCodeAs(result("v"));
    assertThat(result("v")).isNotEqualTo(result("w")).isNotEqualTo(UpdateOutcome.unsent("v"));
    assertThat(change("b")).isEqualTo(change("b")).hasSameHashCodeAs(change("b"));
    assertThat(change("b")).isNotEqualTo(change("c"));
    assertThat(NOTE).isEqualTo(note("r")).hasSameHashCodeAs(note("r")).isNotEqualTo(note("s"));
  }

  @Test
  void isNotSentIfNothingChanged() {
    UpdateResult<String> unsent = UpdateOutcome.unsent("v");

    assertThat(unsent.isSent()).isFalse();
    assertThat(unsent.value()).isEqualTo("v");
    assertThat(unsent.unexpectedChanges()).isEmpty();
    assertThat(unsent.notes()).isEmpty();
  }

  @Test
  void hasAJsonForm() {
    assertThat((Object) XrayClient.jsonMapper().valueToTree(result("v")))
        .hasToString(
            "{\"value\":\"v\",\"sent\":true,"
                + "\"unexpectedChanges\":[{\"field\":\"name\",\"from\":\"a\",\"to\":\"b\"}],"
                + "\"unsentFields\":[\"x\"],"
                + "\"notes\":[{\"kind\":\"MAY_BE_CLEARED\",\"objects\":[\"r\"],\"text\":\"it may be off\"}]}");
  }
}
