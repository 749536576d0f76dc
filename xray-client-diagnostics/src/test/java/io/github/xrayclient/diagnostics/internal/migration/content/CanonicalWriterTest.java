package io.github.xrayclient.diagnostics.internal.migration.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalWriterTest {
  private static final String TEXT = "a\ud83d\ude00b\ud83dc\ude00d\ud83d\ud83d\ude00\ude00\ud83d";

  @Test
  void writesTheSameWhateverThePiecesAre() throws IOException {
    for (int size = 1; size <= TEXT.length(); size++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (CanonicalWriter writer = new CanonicalWriter(bytes)) {
        for (int i = 0; i < TEXT.length(); i += size) {
          writer.write(TEXT, i, Math.min(size, TEXT.length() - i));
          writer.flush();
        }
      }

      assertThat(bytes.toString(StandardCharsets.UTF_8))
          .isEqualTo("a\ud83d\ude00b\\ud83dc\\ude00d\\ud83d\ud83d\ude00\\ude00\\ud83d");
    }
  }

  @Test
  void writesWhatTheMethodsForWholeTreesReturn() throws IOException {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("text", TEXT).put("number", 1.50);
    tree.putArray("list").add(1).addObject().putNull("nothing");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    CanonicalJson.write(json -> json.writeTree(tree), bytes);

    assertThat(bytes.toByteArray()).isEqualTo(CanonicalJson.bytes(tree));
    assertThat(CanonicalJson.hash(json -> json.writeTree(tree)))
        .isEqualTo(CanonicalJson.hash(tree.toString()));
  }
}
