package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.WireField;
import io.github.xrayclient.internal.write.WireFields;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes JSON so that equal content gives equal bytes: fields are sorted by name, and so are lists
 * whose order has no meaning.
 */
public final class CanonicalJson {
  private static final ObjectWriter WRITER =
      Json.MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator(""))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private static final String NAME = "name";
  private static final WireField ROOT = WireField.field("");

  /** Writes without spaces and line ends. */
  private static final ObjectWriter COMPACT = new JsonMapper().writer();

  /** Half of a surrogate pair; a whole pair is one code point and does not match. */
  private static final Pattern HALF_PAIR = Pattern.compile("[\\ud800-\\udfff]");

  private CanonicalJson() {}

  /** A sorted copy. */
  public static ObjectNode of(ObjectKind kind, ObjectNode tree) {
    return (ObjectNode) sorted(ObjectKinds.fields(kind), ROOT, tree);
  }

  /** The indented JSON text of a tree in UTF-8, with a line end. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return writable(WRITER.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a JSON tree", e);
    }
  }

  /**
   * Writes what {@link #bytes} returns, without holding the whole text in memory. Does not close
   * the stream.
   */
  public static void write(JsonSource source, OutputStream to) throws IOException {
    Writer text = new CanonicalWriter(to);
    try (JsonGenerator json =
        WRITER.createGenerator(text).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      source.write(json);
    }
    text.write("\n");
    text.flush();
  }

  /** What {@link #hash(String)} returns for the compact JSON text, without holding that in memory. */
  public static String hash(JsonSource source) {
    MessageDigest digest = sha256();
    try (JsonGenerator json = COMPACT.createGenerator(
        new CanonicalWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
      source.write(json);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write a JSON tree", e);
    }
    return hexadecimal(digest.digest());
  }

  /** The SHA-256 of a text in hexadecimal digits. */
  public static String hash(String text) {
    return hexadecimal(sha256().digest(writable(text).getBytes(StandardCharsets.UTF_8)));
  }

  private static String hexadecimal(byte[] digest) {
    StringBuilder text = new StringBuilder(2 * digest.length);
    for (byte each : digest) {
      text.append(Character.forDigit((each >> 4) & 0xf, 16))
          .append(Character.forDigit(each & 0xf, 16));
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /** Something that can be written as JSON. */
  public interface JsonSource {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Escapes single halves of surrogate pairs in a JSON text. UTF-8 cannot represent them, and they
   * would become question marks.
   */
  public static String writable(String json) {
    boolean isPlain = json.chars().noneMatch(c -> Character.isSurrogate((char) c));
    return isPlain
        ? json
        : HALF_PAIR
            .matcher(json)
            .replaceAll(half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
  }

  /** The elements in the order in which they are written: by priority, then by their JSON text. */
  private static List<JsonNode> sortedElements(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    IdentityHashMap<JsonNode, String> texts = new IdentityHashMap<>();
    elements.sort(
        Comparator.comparingLong((JsonNode element) -> element.path("priority").asLong(0))
            .thenComparing(element -> texts.computeIfAbsent(element, JsonNode::toString)));
    return elements;
  }

  private static JsonNode sorted(WireFields fields, WireField field, JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> copy = new LinkedHashMap<>(2 * node.size()); // there are very many
      for (String name : sortedNames(node)) {
        WireField member = fields.get(node, name);
        copy.put(name, sorted(member.inside(fields), member, node.get(name)));
      }
      return new ObjectNode(JsonNodeFactory.instance, copy);
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
      for (JsonNode element : node) {
        copy.add(sorted(fields, field, element));
      }
      if (field.isUnordered() && copy.size() > 1) {
        List<JsonNode> elements = sortedElements(copy);
        copy.removeAll().addAll(elements);
      }
      return copy;
    }
    return node;
  }

  /** The field with the name comes first, so that readers see at once which object it is. */
  private static String[] sortedNames(JsonNode object) {
    String[] names = new String[object.size()];
    int next = 0;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      names[next++] = member.getKey();
    }
    Arrays.sort(names);
    int first = Arrays.binarySearch(names, NAME);
    if (first > 0) {
      System.arraycopy(names, 0, names, 1, first);
      names[0] = NAME;
    }
    return names;
  }
}
