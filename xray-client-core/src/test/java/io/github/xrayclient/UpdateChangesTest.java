package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchUpdate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What updates say of their changes before they are sent. */
class UpdateChangesTest {
  private static final Policy POLICY = RoundTrip.read(
      json("{'name':'p','type':'security','author':'a','description':'old','rules':[{'name':'r',"
          + "'priority':1,'criteria':{'min_severity':'High'}}]}"),
      Policy.class);
  private static final Watch WATCH = RoundTrip.read(
      json("{'general_data':{'id':'1','name':'w'},'project_resources':{'resources':"
          + "[{'type':'all-repos'}]},'assigned_policies':[{'name':'p'}]}"),
      Watch.class);

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  @Test
  void nameTheFieldsOfPoliciesWithBothValues() {
    PolicyUpdate update = PolicyUpdate.of(POLICY)
        .description("new")
        .changeRule("r", rule -> rule.toBuilder().priority(2).build())
        .build();

    assertThat(update.changes())
        .extracting(FieldChange::field)
        .containsExactlyInAnyOrder("description", "rules[r].priority");
    assertThat(update.changes())
        .filteredOn(change -> change.field().equals("description"))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.from()).map(JsonNode::asText).hasValue("old");
          assertThat(change.to()).map(JsonNode::asText).hasValue("new");
        });
  }

  @Test
  void nameWhatWatchesDidNotSay() {
    assertThat(WatchUpdate.of(WATCH).active(true).build().changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.field()).isEqualTo("general_data.active");
          assertThat(change.from()).isEmpty();
          assertThat(change.to()).map(JsonNode::asBoolean).isEqualTo(Optional.of(true));
        });
  }

  @Test
  void areNoneIfNothingChanges() {
    assertThat(PolicyUpdate.of(POLICY).build().changes()).isEmpty();
    assertThat(WatchUpdate.of(WATCH).build().changes()).isEmpty();
  }
}
