package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a snapshot contains and a plan or a comparison covers, by their kinds and names. In
 * a pattern of names, {@code *} stands for any characters, also for none; all other characters
 * stand for themselves, in the same case. A pattern matches the objects of all projects.
 *
 * <pre>{@code
 * Selection npm = Selection.all().only(ObjectKind.CURATION_POLICIES, "npm-*");
 * Selection rest = Selection.all().except("curation-policies:npm-*").except("watches");
 * }</pre>
 *
 * <p>Immutable: each setting returns a changed copy. Equal to another selection with the same
 * settings.
 */
public final class Selection {
  private static final Selection ALL = new Selection(new TreeSet<>(), new TreeSet<>(), null);

  private final SortedSet<SelectedNames> only;
  private final SortedSet<SelectedNames> except;
  private final @Nullable Selection wider;

  /**
   * @param only empty for all objects
   * @param wider a selection that must include an object, too
   */
  private Selection(
      SortedSet<SelectedNames> only, SortedSet<SelectedNames> except, @Nullable Selection wider) {
    this.only = only;
    this.except = except;
    this.wider = wider;
  }

  /** A selection of all objects. */
  public static Selection all() {
    return ALL;
  }

  /**
   * A copy that includes the objects of this kind whose names match one of the patterns, or all
   * objects of the kind if there is no pattern. If {@code only} is called several times, the copy
   * includes the objects of all these calls.
   *
   * @throws IllegalArgumentException if a pattern is blank
   */
  public Selection only(ObjectKind kind, String... patterns) {
    return withOnly(names(kind, patterns));
  }

  /**
   * A copy that includes the objects that a text describes, as in {@code watches} or {@code
   * curation-policies:npm-*}: the {@link ObjectKind#directory} of the kind and, after a colon, a
   * pattern of names.
   *
   * @throws IllegalArgumentException if the kind is unknown or the pattern is blank
   */
  public Selection only(String text) {
    return withOnly(List.of(SelectedNames.parse(text)));
  }

  /**
   * A copy without the objects of this kind whose names match one of the patterns, or without all
   * objects of the kind if there is no pattern. An object that is excluded is not included by
   * {@link #only(ObjectKind, String...)}.
   *
   * @throws IllegalArgumentException if a pattern is blank
   */
  public Selection except(ObjectKind kind, String... patterns) {
    return withExcept(names(kind, patterns));
  }

  /**
   * A copy without the objects that a text describes, as in {@code watches} or {@code
   * curation-policies:npm-*}.
   *
   * @throws IllegalArgumentException if the kind is unknown or the pattern is blank
   */
  public Selection except(String text) {
    return withExcept(List.of(SelectedNames.parse(text)));
  }

  /** A copy that includes only objects which the other selection includes, too. */
  public Selection within(Selection other) {
    Objects.requireNonNull(other, "other");
    if (equals(other) || other.equals(ALL)) {
      return this;
    }
    if (only.isEmpty() && wider == null) {
      return other.without(except);
    }
    if (other.only.isEmpty() && other.wider == null) {
      return without(other.except);
    }
    return new Selection(only, except, wider == null ? other : wider.within(other));
  }

  /** Leaves out what names objects of kinds that are not included anyway. */
  private Selection without(Collection<SelectedNames> names) {
    Set<ObjectKind> kinds = kinds();
    return withExcept(
        names.stream().filter(some -> kinds.contains(some.kind())).collect(Collectors.toList()));
  }

  private static List<SelectedNames> names(ObjectKind kind, String... patterns) {
    Objects.requireNonNull(kind, "kind");
    return SelectedNames.of(kind, Arguments.elements("patterns", patterns));
  }

  private Selection withOnly(Collection<SelectedNames> names) {
    return new Selection(union(only, names), except, wider);
  }

  private Selection withExcept(Collection<SelectedNames> names) {
    return new Selection(only, union(except, names), wider);
  }

  private static SortedSet<SelectedNames> union(
      Collection<SelectedNames> some, Collection<SelectedNames> others) {
    SortedSet<SelectedNames> union = new TreeSet<>(some);
    union.addAll(others);
    return union;
  }

  /** Whether all objects are included. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** Whether this object is included. */
  public boolean includes(ObjectKey object) {
    Objects.requireNonNull(object, "object");
    return (only.isEmpty() || isAmong(only, object))
        && !isAmong(except, object)
        && (wider == null || wider.includes(object));
  }

  private static boolean isAmong(Collection<SelectedNames> some, ObjectKey object) {
    for (SelectedNames names : some) {
      if (names.includes(object)) {
        return true;
      }
    }
    return false;
  }

  /** The kinds of which at least some names may be included. */
  public Set<ObjectKind> kinds() {
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    only.forEach(names -> kinds.add(names.kind()));
    if (only.isEmpty()) {
      kinds.addAll(EnumSet.allOf(ObjectKind.class));
    }
    except.stream().filter(SelectedNames::isWholeKind).forEach(names -> kinds.remove(names.kind()));
    if (wider != null) {
      kinds.retainAll(wider.kinds());
    }
    return Collections.unmodifiableSet(kinds);
  }

  /**
   * The selection as JSON, with the lists {@code only} and {@code except} of texts such as {@code
   * curation-policies:npm-*}, and {@code within}, the other selection that must include an object,
   * too. Fields without content are left out, so a selection of all objects is an empty object.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    only.forEach(names -> json.withArrayProperty("only").add(names.toString()));
    except.forEach(names -> json.withArrayProperty("except").add(names.toString()));
    if (wider != null) {
      json.set("within", wider.toJson());
    }
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Selection
        && only.equals(((Selection) other).only)
        && except.equals(((Selection) other).except)
        && Objects.equals(wider, ((Selection) other).wider);
  }

  @Override
  public int hashCode() {
    return Objects.hash(only, except, wider);
  }

  /** In words, as in {@code only curation-policies:npm-* and watches, except watches:old-*}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!only.isEmpty()) {
      parts.add("only " + list(only));
    }
    if (!except.isEmpty()) {
      parts.add((only.isEmpty() ? "everything except " : "except ") + list(except));
    }
    if (wider != null) {
      parts.add("of these: " + wider);
    }
    return parts.isEmpty() ? "everything" : String.join(", ", parts);
  }

  private static String list(Collection<SelectedNames> some) {
    return some.stream().map(SelectedNames::toString).collect(Collectors.joining(" and "));
  }
}
