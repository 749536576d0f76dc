package io.github.xrayclient.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.recording.Recorder;
import io.github.xrayclient.value.WireValue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A recording without names keeps the words of the server: those that constants of the library's
 * values stand for.
 */
public abstract class RecordedWordsContract {
  @Test
  void areKept() throws IllegalAccessException {
    Recorder recorder = Recorder.to(Path.of("target/no-such-recording")).replacingNames();
    List<String> words = new ArrayList<>();
    for (Class<?> type : PublicApi.ofModule(Path.of("target/classes")).types()) {
      for (Field field : type.getFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && WireValue.class.isAssignableFrom(field.getType())) {
          words.add(((WireValue) field.get(null)).wire());
        }
      }
    }

    assertThat(words).hasSizeGreaterThan(20);
    assertThat(words).filteredOn(word -> !recorder.shown(word).equals(word)).isEmpty();
  }
}
