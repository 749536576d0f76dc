package io.github.xrayclient.curation.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that the caller knows and the library does not. */
class CarriedFieldsTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final CurationPolicy NEWER = RoundTrip.read(
      Fixtures.json("policies/GET_{id}_newer-fields_200.json"), CurationPolicy.class);

  private static CurationPolicyDraft.Builder draft() {
    return CurationPolicyDraft.named("n", ConditionId.of("1"));
  }

  @Test
  void areSentByADraftWithTheValueOfTheCaller() {
    ObjectNode value = NODES.objectNode().put("x", 1);
    CurationPolicyDraft draft = draft().carryExtra("future_field", value).build();
    value.put("x", 2);

    assertThat(RoundTrip.write(draft).path("future_field"))
        .isEqualTo(NODES.objectNode().put("x", 1));
    assertThat(draft.unsentFields()).isEmpty();
  }

  @Test
  void areSentByACopyInsteadOfTheValueThatWasRead() {
    CurationPolicyDraft draft = CurationPolicyDraft.like(NEWER)
        .carryExtra("future_field", NODES.textNode("other"))
        .build();

    assertThat(RoundTrip.write(draft).path("future_field").asText()).isEqualTo("other");
    assertThat(draft.unsentFields()).isEmpty();
  }

  @Test
  void areSentByAnUpdate() {
    CurationPolicyUpdate update = CurationPolicyUpdate.of(NEWER)
        .carryExtra("quarantine_days", NODES.numberNode(3))
        .build();

    assertThat(RoundTrip.write(update).path("quarantine_days").asInt()).isEqualTo(3);
    assertThat(update.unsentFields()).containsExactly("future_field");
    assertThat(update.changes().isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "ID",
        "created_by",
        "Created_At",
        "updated_by",
        "updated_at",
        "condition",
        "enabled",
        "Enabled",
        " enabled"
      })
  void areNeverThoseThatTheServerSets(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft().carryExtra(name, NODES.booleanNode(true)))
        .withMessage(name + " is set by the server and cannot be sent; leave it out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurationPolicyUpdate.of(NEWER).carryExtra(name, NODES.booleanNode(true)));
    CurationPolicy odd =
        NEWER.toBuilder().putExtra(name, NODES.booleanNode(true)).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurationPolicyDraft.like(odd).carryExtra(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "scope", "group_include", "Group_Include", "waivers"})
  void areNeverThoseThatTheLibraryKnows(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft().carryExtra(name, NODES.arrayNode()))
        .withMessage(name + " is a field that this library knows; call its own method");
  }

  @Test
  void haveAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft().carryExtra(" ", NODES.arrayNode()))
        .withMessageContaining("name must not be blank");
  }
}
