package io.github.xrayclient.curation.internal.condition;

import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** Compares conditions and updates of conditions by their editable fields. */
final class ConditionComparison implements ContentComparison {
  @Override
  public List<FieldChange> between(Object expected, Object actual) {
    return TreeDiff.between(
        ConditionFields.FIELDS, ConditionFields.content(expected), ConditionFields.content(actual));
  }

  @Override
  public boolean changesNothing(Object update, Object before) {
    return ConditionFields.changes(before, update).isEmpty();
  }
}
