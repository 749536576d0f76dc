package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The id of a component, such as {@code npm://lodash:4.17.19} or {@code
 * alpine://3.9:libssl1.1:1.1.1g-r0}: a type, a name, which may contain colons, and a version. Any
 * text is accepted, since servers also send empty ones. Ids are compared without case if their type
 * is NuGet, PyPI or Composer, because Xray changes the case of such ids.
 */
public final class ComponentId extends WireValue {
  private static final long serialVersionUID = 1L;

  private static final String AFTER_TYPE = "://";
  private static final List<String> WITHOUT_CASE =
      List.of("nuget" + AFTER_TYPE, "pypi" + AFTER_TYPE, "composer" + AFTER_TYPE);

  private ComponentId(String wire) {
    super(wire, key(wire));
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static ComponentId of(String wire) {
    return new ComponentId(wire);
  }

  private static String key(String wire) {
    Objects.requireNonNull(wire, "wire");
    boolean anyCase =
        WITHOUT_CASE.stream().anyMatch(type -> wire.regionMatches(true, 0, type, 0, type.length()));
    return anyCase ? withoutCase(wire) : wire;
  }

  /**
   * The type, which is the text before {@code ://}, such as {@code npm} or {@code gav} for Maven;
   * absent if the text has no type.
   */
  public Optional<String> type() {
    int end = wire().indexOf(AFTER_TYPE);
    return end > 0 ? Optional.of(wire().substring(0, end)) : Optional.empty();
  }

  /** The name without type and version, such as {@code lodash} or {@code 3.9:libssl1.1}. */
  public String name() {
    return wire().substring(nameStart(), nameEnd());
  }

  /**
   * The name with the type, such as {@code npm://lodash} or {@code gav://com.acme:lib}. Ignore
   * rules name components in this form.
   */
  public String nameWithType() {
    return wire().substring(0, nameEnd());
  }

  /** The version, which is the text after the last colon; absent if the text has no version. */
  public Optional<String> version() {
    return Optional.of(wire().substring(Math.min(nameEnd() + 1, wire().length())))
        .filter(version -> !version.isEmpty());
  }

  /** The position after the type; 0 if there is none. */
  private int nameStart() {
    int type = wire().indexOf(AFTER_TYPE);
    return type < 0 ? 0 : type + AFTER_TYPE.length();
  }

  /** The position of the last colon after the type; the end of the text if there is none. */
  private int nameEnd() {
    int colon = wire().lastIndexOf(':');
    return colon >= nameStart() ? colon : wire().length();
  }
}
