package io.github.xrayclient.diagnostics.internal.refusal.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Splits a text into pieces that may contain messages: the strings of JSON objects anywhere in the
 * text, and the text between them. An object whose strings mention no block stays part of the text
 * around it, because it may be part of a message. Objects that report refusals in their fields are
 * records, and no part of any piece.
 */
public final class TextSplitter {
  private static final int DEEPEST = 4; // levels of JSON inside strings of JSON
  private static final List<String> MESSAGE_FIELDS =
      List.of("message", "error", "errors", "detail", "info");

  private final EmbeddedJsonParser objects;
  private final List<TextPiece> messages = new ArrayList<>();
  private final List<LocatedBlock> recorded = new ArrayList<>();
  private final RecordReader records;
  private final boolean continued;
  private final Predicate<TextPiece> mentionsBlock;
  private final List<TextPiece> candidates;
  private int objectStart; // of the outermost object that is being split
  private int objectEnd;
  private int recordCount; // of all records so far, with those that report no refusal

  private TextSplitter(
      String text, boolean continued, Predicate<TextPiece> mentionsBlock, RecordReader records) {
    this.objects = EmbeddedJsonParser.within(text.length());
    this.continued = continued;
    this.records = records;
    this.mentionsBlock = mentionsBlock;
    this.candidates = split(text, "", MissingNode.getInstance(), 0);
  }

  /**
   * Splits a text.
   *
   * @param continued whether there is more text before it
   * @param mentionsBlock whether a string of a JSON object may contain a message
   * @param records reads the objects that report refusals in their fields
   */
  public static TextSplitter of(
      String text, boolean continued, Predicate<TextPiece> mentionsBlock, RecordReader records) {
    return new TextSplitter(text, continued, mentionsBlock, records);
  }

  /** The pieces that may contain messages, in the order of the text. */
  public List<TextPiece> candidates() {
    return candidates;
  }

  /** The refusals that records report, with the positions of the outermost JSON objects around them. */
  public List<LocatedBlock> recorded() {
    return recorded;
  }

  /** The strings in the fields in which servers put their messages. */
  public List<TextPiece> messages() {
    return messages;
  }

  private List<TextPiece> split(String text, String field, JsonNode beside, int level) {
    List<TextPiece> pieces = new ArrayList<>();
    int from = 0;
    int brace = level < DEEPEST ? text.indexOf('{') : -1;
    char[] characters = brace < 0 ? new char[0] : text.toCharArray();
    while (brace >= 0) {
      int end = brace + 1;
      int inside = afterBlanks(text, end);
      int recordsBefore = recordCount;
      List<TextPiece> inner = List.of();
      if (text.startsWith("\"", inside)) {
        Optional<EmbeddedJsonParser.Parsed> parsed = objects.parse(characters, brace);
        if (parsed.isPresent()) {
          end = parsed.get().end();
          enter(level, brace, end);
          inner = strings(parsed.get().object(), level);
        }
      } else if (isEscapedQuote(text, inside)) {
        end = endOfEscaped(text, inside);
        enter(level, brace, end);
        inner = split(
            JsonEscapes.undoOnce(text.substring(brace, end)),
            "",
            MissingNode.getInstance(),
            level + 1);
        boolean containsJson = inner.size() > 1 || recordCount > recordsBefore;
        inner = containsJson ? inner : List.of();
      }
      if (recordCount > recordsBefore || inner.stream().anyMatch(mentionsBlock)) {
        addPlain(text.substring(from, brace), place(level, from), field, beside, pieces);
        pieces.addAll(inner);
        from = end;
      }
      brace = text.indexOf('{', end);
    }
    addPlain(text.substring(from), place(level, from), field, beside, pieces);
    return pieces;
  }

  private void enter(int level, int start, int end) {
    if (level == 0) {
      objectStart = start;
      objectEnd = end;
    }
  }

  private List<TextPiece> strings(JsonNode object, int level) {
    List<TextPiece> strings = new ArrayList<>();
    collect(object, "", object, level, strings);
    strings.stream().filter(text -> MESSAGE_FIELDS.contains(text.field())).forEach(messages::add);
    return strings;
  }

  private void collect(
      JsonNode node, String field, JsonNode beside, int level, List<TextPiece> to) {
    if (node.isTextual()) {
      to.addAll(split(node.textValue(), field, beside, level + 1));
    } else if (node.isObject() && !isRecord(node)) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        // All that an object with a query contains is looked for, whatever the fields are called.
        String name = field.equals("query") ? field : entry.getKey();
        collect(entry.getValue(), name, node, level, to);
      }
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, field, beside, level, to));
    }
  }

  /** Whether the object is a record, whose refusals are kept then. */
  private boolean isRecord(JsonNode object) {
    Optional<List<BlockedDownload>> read = records.read(object);
    read.ifPresent(refusals -> {
      recordCount++;
      refusals.forEach(refusal -> recorded.add(new LocatedBlock(objectStart, objectEnd, refusal)));
    });
    return read.isPresent();
  }

  private TextPiecePosition place(int level, int from) {
    return level == 0
        ? TextPiecePosition.startingAt(from, from > 0 || !continued)
        : TextPiecePosition.within(objectStart, objectEnd);
  }

  private static void addPlain(
      String text, TextPiecePosition source, String field, JsonNode beside, List<TextPiece> to) {
    // A string from JSON has no escapes any more, unless it is itself a part of escaped JSON.
    boolean escaped = field.isEmpty() || text.contains("\\\"");
    String undone = escaped ? JsonEscapes.undoAll(text, source.shifts()) : text;
    to.add(new TextPiece(undone, field, beside, source));
  }

  /** The position after blanks and line breaks, including those written as {@code \n}. */
  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("\\n", at)
          || text.startsWith("\\r", at)
          || text.startsWith("\\t", at)) {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isEscapedQuote(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '\\') {
      at++;
    }
    return at > from && text.startsWith("\"", at);
  }

  /** Escaped JSON ends before the quote that is not escaped, or with its line. */
  private static int endOfEscaped(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }
}
