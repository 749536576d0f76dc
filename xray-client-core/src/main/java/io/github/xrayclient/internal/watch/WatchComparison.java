package io.github.xrayclient.internal.watch;

import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.internal.write.TreeDiff;
import io.github.xrayclient.internal.write.WatchFields;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** Compares watches, drafts and updates of watches, using what is known about their fields. */
final class WatchComparison implements ContentComparison {
  @Override
  public List<FieldChange> between(Object expected, Object actual) {
    return TreeDiff.between(
        WatchFields.FIELDS, WatchFields.content(expected), WatchFields.content(actual));
  }

  @Override
  public boolean changesNothing(Object update, Object before) {
    return WatchFields.changes(before, update).isEmpty();
  }
}
