package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a custom condition that was read. An update replaces the name and all parameters of
 * the condition, so it starts with those that were read, and each call of the builder changes one
 * thing. It keeps parameters that this version of the library does not know. The template cannot be
 * changed. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Update Condition"
 */
public final class ConditionUpdate {
  private final Condition base;
  private final Condition changed;

  private ConditionUpdate(Condition base, Condition changed) {
    this.base = base;
    this.changed = changed;
  }

  /**
   * Returns a builder of an update that changes nothing yet.
   *
   * @throws IllegalArgumentException if the condition is built in, so that it cannot be changed
   */
  public static Builder of(Condition condition) {
    Optional<String> template =
        NonBlank.text(Objects.requireNonNull(condition, "condition").templateId());
    if (!condition.custom().orElse(true) || template.isEmpty()) {
      throw new IllegalArgumentException("condition " + condition.id()
          + " is built in and cannot be changed; create a copy with ConditionDraft.like");
    }
    return new Builder(condition, template.get());
  }

  /** The condition that the update was made from, as it was read. */
  public Condition base() {
    return base;
  }

  /** The condition as it will be after the update. */
  public Condition changed() {
    return changed;
  }

  /**
   * The differences between the condition that was read and {@link #changed()}. Nothing is sent.
   */
  public List<FieldChange> changes() {
    return ConditionFields.changes(base, this);
  }

  /** The body of the request, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    changed.name().ifPresent(name -> body.put("name", name));
    changed.templateId().ifPresent(id -> body.put("condition_template_id", id));
    body.put("param_values", changed.paramValues());
    ConditionFields.addUnread(body, changed.extras());
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConditionUpdate
        && base.equals(((ConditionUpdate) other).base)
        && changed.equals(((ConditionUpdate) other).changed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, changed);
  }

  @Override
  public String toString() {
    return "ConditionUpdate of condition " + base.id() + " " + body();
  }

  /** A builder of {@link ConditionUpdate} values. Not thread-safe. */
  public static final class Builder extends ConditionBuilder<Builder> {
    private final Condition base;

    private Builder(Condition condition, String templateId) {
      super(condition.name().orElse(""), templateId, condition.paramValues(), condition.extras());
      this.base = condition;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The condition that the update is made from, as it was read, for changes that depend on its
     * values.
     */
    public Condition base() {
      return base;
    }

    /**
     * Builds the update.
     *
     * @throws IllegalArgumentException if the condition has no name
     */
    public ConditionUpdate build() {
      Condition changed = base.toBuilder()
          .name(checkedName())
          .paramValues(paramValues())
          .extras(extras())
          .build();
      return new ConditionUpdate(base, changed);
    }
  }
}
