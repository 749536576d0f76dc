package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.value.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The editable fields of a custom condition, all of them, since an update replaces them all: the name
 * and the parameters. Made from the condition as it was read, it keeps every parameter, also those
 * that this version of the library does not know. The template cannot be changed. Immutable and
 * thread-safe.
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
   * Begins an update that changes nothing.
   *
   * @throws IllegalArgumentException for a built-in condition, which cannot be changed
   */
  public static Builder of(Condition condition) {
    if (!condition.custom().orElse(true) || condition.templateId().isEmpty()) {
      throw new IllegalArgumentException("condition " + condition.id()
          + " is built in and cannot be changed; create one like it, see ConditionDraft.like");
    }
    return new Builder(condition, condition.templateId().get());
  }

  /** The condition as it was read. */
  public Condition base() {
    return base;
  }

  /** The condition as it will be. */
  public Condition changed() {
    return changed;
  }

  /**
   * What will change, before anything is sent: from the condition as it was read to what this update
   * makes of it.
   */
  public List<FieldChange> changes() {
    return ConditionFields.changes(base, this);
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    changed.name().ifPresent(name -> body.put("name", name));
    changed.templateId().ifPresent(id -> body.put("condition_template_id", id));
    body.put("param_values", changed.paramValues());
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

  /** Collects changes. Not thread-safe. */
  public static final class Builder extends ConditionBuilder<Builder> {
    private final Condition base;

    private Builder(Condition condition, String templateId) {
      super(condition.name().orElse(""), templateId, condition.paramValues());
      this.base = condition;
    }

    @Override
    Builder self() {
      return this;
    }

    /** The condition as it was read, for changes that depend on it. */
    public Condition base() {
      return base;
    }

    /**
     * Finishes the update.
     *
     * @throws IllegalArgumentException if the condition has no name
     */
    public ConditionUpdate build() {
      Condition changed =
          base.toBuilder().name(checkedName()).paramValues(paramValues()).build();
      return new ConditionUpdate(base, changed);
    }
  }
}
