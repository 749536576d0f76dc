package io.github.xrayclient.internal.write;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.UpdateNote;
import java.util.Collection;
import org.immutables.value.Value;

/** A note on an update, made by the services. */
@Value.Immutable
@XrayStyle
public abstract class NoteOfUpdate implements UpdateNote {
  /** A note about rules or waivers, or about the whole object if none is named. */
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
