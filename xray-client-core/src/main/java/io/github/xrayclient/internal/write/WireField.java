package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.value.Timestamp;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row in a table of {@link WireFields}: the facts about one field of a JSON object. Immutable:
 * each method returns a copy with one more fact.
 */
public final class WireField {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private enum Fact {
    EDITABLE,
    SET_BY_SERVER,
    NEVER_GIVEN_BACK,
    UNORDERED,
    ORDERED,
    SET,
    WORD,
    NUMBER,
    TIME,
    KEY,
    WITHOUT_DEFAULT
  }

  private final String name;
  private final Set<Fact> facts;
  private final String absent;
  private final String subject;
  private final String displayType;
  private final @Nullable WireFields inside;

  private WireField(
      String name,
      Set<Fact> facts,
      String absent,
      String subject,
      String displayType,
      @Nullable WireFields inside) {
    this.name = name;
    this.facts = facts;
    this.absent = absent;
    this.subject = subject;
    this.displayType = displayType;
    this.inside = inside;
  }

  /** Creates a field without facts: its texts and numbers are compared exactly. */
  public static WireField field(String name) {
    return new WireField(name, Set.of(), "", "", "", null);
  }

  /** The field is part of the body of a write. */
  public WireField editable() {
    return with(Fact.EDITABLE);
  }

  /** Servers set the field themselves, and refuse or ignore it in a body. */
  public WireField setByServer() {
    return with(Fact.SET_BY_SERVER);
  }

  /** Servers accept the field, but no answer contains it, so it cannot be compared. */
  public WireField neverGivenBack() {
    return with(Fact.NEVER_GIVEN_BACK);
  }

  /** The field is a list whose order has no meaning, so that files may have it sorted. */
  public WireField unordered() {
    return with(Fact.UNORDERED);
  }

  /** The field is a list whose order has a meaning, such as the two ends of a range. */
  public WireField ordered() {
    return with(Fact.ORDERED);
  }

  /**
   * The field is a list in which neither the order nor the number of equal elements has a meaning.
   */
  public WireField set() {
    return unordered().with(Fact.SET);
  }

  /** The field is a text, or a list of texts, that servers may return in another case. */
  public WireField word() {
    return with(Fact.WORD);
  }

  /** The field is a number, which some servers write as a text. */
  public WireField number() {
    return with(Fact.NUMBER);
  }

  /** The field is a point in time, which servers may return with another offset. */
  public WireField time() {
    return with(Fact.TIME);
  }

  /** The field identifies an entry of a list; an entry that has only this field counts as empty. */
  public WireField key() {
    return with(Fact.KEY);
  }

  /** Servers fill in this value if the field is absent, so that both mean the same. */
  public WireField filledInAs(String value) {
    return new WireField(name, facts, value, subject, displayType, inside);
  }

  /**
   * It is unknown which value servers fill in if the field is absent, so no value is equal to an
   * absent field.
   */
  public WireField withoutDefault() {
    return with(Fact.WITHOUT_DEFAULT);
  }

  /**
   * The value depends on the text in another field. It is compared like the field with that name,
   * if the table has it.
   */
  public WireField about(String other) {
    return new WireField(name, facts, absent, other, displayType, inside);
  }

  /**
   * The field is a text for people that servers fill in if the type of the object begins with this
   * prefix.
   */
  public WireField displayTextOf(String typePrefix) {
    return new WireField(name, facts, absent, subject, typePrefix, inside);
  }

  /** The field is an object, or a list of objects, with a table for its fields. */
  public WireField of(WireFields table) {
    return new WireField(name, facts, absent, subject, displayType, table);
  }

  private WireField with(Fact fact) {
    Set<Fact> more = EnumSet.of(fact);
    more.addAll(facts);
    return new WireField(name, more, absent, subject, displayType, inside);
  }

  public String name() {
    return name;
  }

  public boolean isEditable() {
    return facts.contains(Fact.EDITABLE);
  }

  public boolean isSetByServer() {
    return facts.contains(Fact.SET_BY_SERVER);
  }

  public boolean isUnordered() {
    return facts.contains(Fact.UNORDERED);
  }

  boolean isOrdered() {
    return facts.contains(Fact.ORDERED);
  }

  boolean isSet() {
    return facts.contains(Fact.SET);
  }

  boolean isKey() {
    return facts.contains(Fact.KEY);
  }

  /** Returns the name of the field on which the value depends; empty for most fields. */
  String subject() {
    return subject;
  }

  /**
   * Returns the table of the fields inside this one: its own table, or the table that contains this
   * field.
   */
  public WireFields inside(WireFields table) {
    return inside == null ? table : inside;
  }

  @Nullable
  WireFields inside() {
    return inside;
  }

  /** Whether the value in this object is ignored in a comparison. */
  boolean isIgnoredIn(JsonNode object) {
    return facts.contains(Fact.NEVER_GIVEN_BACK)
        || (!displayType.isEmpty() && object.path("type").asText().startsWith(displayType));
  }

  /**
   * Returns the form in which a value is compared that is neither an object nor a list; missing if
   * it means the same as an absent field.
   */
  JsonNode normal(JsonNode value) {
    JsonNode present = presentForm(value);
    return isDefault(present) ? MissingNode.getInstance() : present;
  }

  /**
   * Returns the form in which such a value is compared if a value that is present never means the
   * same as an absent field.
   */
  JsonNode presentForm(JsonNode value) {
    if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
      return MissingNode.getInstance();
    }
    if (!absent.isEmpty()) {
      return facts.contains(Fact.WORD) ? normalText(value) : value;
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? TextNode.valueOf("true") : BooleanNode.FALSE;
    }
    return value.isNumber() ? normal(value.decimalValue()) : normalText(value);
  }

  private boolean isDefault(JsonNode value) {
    if (!absent.isEmpty()) {
      return value.asText().equals(absent);
    }
    boolean isNothing =
        value.isBoolean() || (value.isNumber() && value.decimalValue().signum() == 0);
    return isNothing && !facts.contains(Fact.WITHOUT_DEFAULT);
  }

  private JsonNode normalText(JsonNode value) {
    String text = value.asText();
    if (DECIMAL.matcher(text).matches()) {
      BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
      if (facts.contains(Fact.NUMBER) || decimal.toPlainString().equals(text)) {
        return normal(decimal);
      }
    }
    if (facts.contains(Fact.TIME)) {
      return TextNode.valueOf(
          Timestamp.of(text).toInstant().map(Object::toString).orElse(text));
    }
    return facts.contains(Fact.WORD) ? TextNode.valueOf(text.toLowerCase(Locale.ROOT)) : value;
  }

  private static JsonNode normal(BigDecimal number) {
    return DecimalNode.valueOf(number.stripTrailingZeros());
  }

  @Override
  public String toString() {
    return name + facts;
  }
}
