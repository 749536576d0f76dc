package io.github.xrayclient.internal.policy;

import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.PolicyFields;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** Compares policies, drafts and updates of policies, using what is known about their fields. */
final class PolicyComparison implements ContentComparison {
  @Override
  public List<FieldChange> between(Object expected, Object actual) {
    return TreeDiff.between(
        PolicyFields.FIELDS, PolicyFields.content(expected), PolicyFields.content(actual));
  }

  /**
   * Servers never return {@code fail_pull_request}, so an update that sets it counts as a change.
   */
  @Override
  public boolean changesNothing(Object update, Object before) {
    return PolicyFields.changes(before, update).isEmpty()
        && ((PolicyUpdate) update)
            .changed().rules().stream()
                .filter(FailPullRequestNotes::isSet)
                .allMatch(((Policy) before).rules()::contains);
  }
}
