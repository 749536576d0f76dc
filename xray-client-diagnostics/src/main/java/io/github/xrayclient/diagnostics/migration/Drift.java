package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.markdown.MarkdownText;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import io.github.xrayclient.diagnostics.internal.migration.plan.ChangedOnServer;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a server differs from the snapshot that it should match, told as what somebody changed on
 * the server, with who and when as far as the server tells. Objects that only the server has do not
 * count. Immutable; equal to another drift with the same content.
 */
public final class Drift {
  /** Notes about what a plan would do, which a drift does not do. */
  private static final Set<PlanNote.Kind> ABOUT_STEPS = Set.of(
      PlanNote.Kind.STILL_NEEDED,
      PlanNote.Kind.LOOKS_RENAMED,
      PlanNote.Kind.FIELD_NOT_READABLE,
      PlanNote.Kind.FIELD_MAY_BE_RESET,
      PlanNote.Kind.BLOCKING_CHANGES,
      PlanNote.Kind.PATH_RENAMED,
      PlanNote.Kind.PATTERN_NOT_RENAMED,
      PlanNote.Kind.WAIVER_NOT_RESTORABLE);

  private final String server;
  private final List<DriftedObject> changes;
  private final List<DriftedObject> onlyOnServer;
  private final List<PlanNote> notes;

  private Drift(
      String server,
      List<DriftedObject> changes,
      List<DriftedObject> onlyOnServer,
      List<PlanNote> notes) {
    this.server = server;
    this.changes = List.copyOf(changes);
    this.onlyOnServer = List.copyOf(onlyOnServer);
    this.notes = List.copyOf(notes);
  }

  /** The drift that a plan with deletions would undo. */
  static Drift of(PlanContent plan) {
    List<DriftedObject> objects = ChangedOnServer.of(plan.steps());
    return new Drift(
        plan.target(),
        only(objects, false),
        only(objects, true),
        plan.notes().stream()
            .filter(note -> !ABOUT_STEPS.contains(note.kind()))
            .collect(Collectors.toList()));
  }

  private static List<DriftedObject> only(List<DriftedObject> objects, boolean added) {
    return objects.stream()
        .filter(object -> (object.kind() == ObjectChange.Kind.ADDED) == added)
        .collect(Collectors.toList());
  }

  /** The base URL of the platform that was compared. */
  public String server() {
    return server;
  }

  /** The objects that are changed or missing on the server. */
  public List<DriftedObject> changes() {
    return changes;
  }

  /** The objects that only the server has and that nothing in the snapshot needs. */
  public List<DriftedObject> onlyOnServer() {
    return onlyOnServer;
  }

  /**
   * What else was found: differences that no request can remove ({@link
   * PlanNote.Category#SKIPPED}), waivers that only the server has, objects that only the server has
   * and others need, and what could not be compared.
   */
  public List<PlanNote> notes() {
    return notes;
  }

  /**
   * Whether the server matches the snapshot, apart from objects and waivers that only the server
   * has.
   */
  public boolean isEmpty() {
    return changes.isEmpty()
        && notes.stream().noneMatch(note -> note.category() == PlanNote.Category.SKIPPED);
  }

  /**
   * The drift as JSON, with the fields {@code schema} (1), {@code server}, {@code changes}, {@code
   * onlyOnServer} and {@code notes}.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", 1).put("server", server);
    ArrayNode changed = json.putArray("changes");
    changes.forEach(object -> changed.add(object.toJson()));
    ArrayNode added = json.putArray("onlyOnServer");
    onlyOnServer.forEach(object -> added.add(object.toJson()));
    ArrayNode list = json.putArray("notes");
    notes.forEach(note -> list.add(note.toJson()));
    return json;
  }

  /** The drift as Markdown, for a ticket or a chat. Text from servers is escaped. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("### " + MarkdownText.text(headline()) + "\n");
    for (DriftedObject object : changes) {
      text.append("\n").append(MarkdownText.text(object.toString())).append("\n");
      if (!object.fields().isEmpty()) {
        text.append("\n").append(MarkdownText.block(fields(object)));
      }
    }
    groups().forEach((heading, texts) -> list(heading, texts, text));
    return text.toString();
  }

  private static void list(String heading, List<String> entries, StringBuilder text) {
    if (!entries.isEmpty()) {
      text.append("\n**").append(heading).append("**\n\n");
      entries.forEach(
          entry -> text.append("- ").append(MarkdownText.text(entry)).append("\n"));
    }
  }

  /** What only the server has, and the other notes by their categories. */
  private Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    List<String> added = words(onlyOnServer);
    List<PlanNote> others = new ArrayList<>();
    for (PlanNote note : notes) {
      if (note.category() == PlanNote.Category.ONLY_ON_TARGET) {
        added.add(note.text());
      } else {
        others.add(note);
      }
    }
    groups.put("Only on the server, not counted", added);
    groups.putAll(PlanText.groups(others));
    return groups;
  }

  private static String fields(DriftedObject object) {
    return object.fields().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static List<String> words(List<?> objects) {
    return objects.stream().map(Object::toString).collect(Collectors.toList());
  }

  private String headline() {
    return isEmpty()
        ? server + " matches the snapshot"
        : server + " differs from the snapshot; changed or missing objects: " + changes.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Drift && toJson().equals(((Drift) other).toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  /** The drift for people: each object with its changed fields, and the notes. */
  @Override
  public String toString() {
    TextLines text = new TextLines().line(headline());
    for (DriftedObject object : changes) {
      text.line("  " + object);
      object.fields().forEach(field -> text.line("      " + field));
    }
    groups().forEach((heading, texts) -> text.list(heading + ":", texts));
    return text.toString();
  }
}
