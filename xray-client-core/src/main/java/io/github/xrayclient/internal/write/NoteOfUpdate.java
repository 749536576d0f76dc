package io.github.xrayclient.internal.write;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.UpdateNote;
import java.util.Collection;
import org.immutables.value.Value;

/** The implementation of a note on an update. */
@Value.Immutable
@XrayStyle
public abstract class NoteOfUpdate implements UpdateNote {
  /** Creates a note about these rules or waivers, or about the whole object if there are none. */
  public static UpdateNote of(Kind kind, Collection<String> objects, String text) {
    return ImmutableNoteOfUpdate.builder()
        .kind(kind)
        .objects(objects)
        .text(text)
        .build();
  }

  @Override
  public String toString() {
    return kind() + ": " + text();
  }
}
