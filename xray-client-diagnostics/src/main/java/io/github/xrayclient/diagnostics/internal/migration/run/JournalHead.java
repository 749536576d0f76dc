package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanFile;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.call.UserAgent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The first line of a journal, which says to which plan and server it belongs. Immutable. */
final class JournalHead {
  static final int SCHEMA = 1;

  /** The head of a journal to which nothing was written yet. */
  static final JournalHead NONE = new JournalHead(JsonNodeFactory.instance.missingNode());

  private final JsonNode line;

  JournalHead(JsonNode line) {
    this.line = line;
  }

  /**
   * The line for a plan.
   *
   * @param user the user who applies the plan, if it is known
   * @param xrayVersion the version of Xray, if it is known
   */
  static ObjectNode line(PlanContent plan, Optional<String> user, Optional<String> xrayVersion) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    line.put("plan", PlanFile.hash(plan)).put("target", plan.target());
    if (!plan.project().isEmpty()) {
      line.put("project", plan.project());
    }
    ArrayNode kinds = line.putArray("kinds");
    plan.kinds().forEach(kind -> kinds.add(kind.directory()));
    line.put("steps", plan.steps().size());
    user.ifPresent(name -> line.put("user", name));
    xrayVersion.ifPresent(version -> line.put("xrayVersion", version));
    return line.put("library", UserAgent.TEXT);
  }

  boolean isMissing() {
    return line.isMissingNode();
  }

  /** The hash of the plan. */
  String plan() {
    return line.path("plan").asText();
  }

  String target() {
    return line.path("target").asText();
  }

  String project() {
    return line.path("project").asText();
  }

  /** The number of steps of the plan. */
  int steps() {
    return line.path("steps").asInt(-1);
  }

  /**
   * The kinds of objects that the plan is about. Older journals only tell whether Curation is among
   * them.
   */
  Set<ObjectKind> kinds() {
    Set<ObjectKind> kinds = EnumSet.allOf(ObjectKind.class);
    if (line.has("kinds")) {
      kinds.clear();
      line.get("kinds")
          .forEach(name -> ObjectKinds.ofDirectory(name.asText()).ifPresent(kinds::add));
    } else if (!line.path("curation").asBoolean()) {
      kinds.removeIf(ObjectKinds::isOfCuration);
    }
    return kinds;
  }
}
