package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A server in JSON, what a token may not read there, and the artifact that is asked about. */
final class SetUp {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> OF_SERVER =
      List.of("/xray/api/v2/policies?", "/xray/api/v2/watches?");

  private final Map<Kind, List<ObjectNode>> objects = new EnumMap<>(Kind.class);

  /** The prefixes of the paths that the token may not read. */
  final Set<String> forbidden = new LinkedHashSet<>();

  /** Whether the token may list policies and watches of projects only. */
  boolean ofProjectsOnly;

  String repository = "";

  /** The path that is asked about; for the layer of an image, not that of its manifest. */
  String asked = "";

  /** The path of the file, which for an image is its manifest. */
  String path = "";

  /** Whether the path of the file follows from the one that is asked about. */
  boolean isPathKnown = true;

  /** The Artifactory instance that the caller names; empty if the caller does not know it. */
  String instance = "";

  /** Parses JSON in which single quotes stand for double ones. */
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  void add(Kind kind, ObjectNode object) {
    objects.computeIfAbsent(kind, absent -> new ArrayList<>()).add(object);
  }

  List<ObjectNode> all(Kind kind) {
    return objects.getOrDefault(kind, List.of());
  }

  /** The object with this value of a member. */
  Optional<ObjectNode> find(Kind kind, String member, String value) {
    return all(kind).stream()
        .filter(object -> object.path(member).asText().equals(value))
        .findFirst();
  }

  /** The object about this file, such as its scan status. */
  Optional<ObjectNode> find(Kind kind, String key) {
    return all(kind).stream()
        .filter(object -> object.path("repo").asText().equals(key))
        .filter(object -> object.path("path").asText().equals(path))
        .findFirst();
  }

  /** The policies in these projects and the global ones, or the watches in these projects, or all. */
  List<ObjectNode> listed(Kind kind, Set<String> projects) {
    return all(kind).stream()
        .filter(object -> !ofProjectsOnly || isListed(object, projects))
        .collect(Collectors.toList());
  }

  private static boolean isListed(ObjectNode object, Set<String> projects) {
    boolean isPolicy = object.path("general_data").isMissingNode();
    String project =
        (isPolicy ? object : object.path("general_data")).path("project_key").asText("");
    return (isPolicy && project.isEmpty()) || projects.contains(project);
  }

  boolean mayRead(String requested) {
    return forbidden.stream().noneMatch(requested::startsWith);
  }

  void seed(FakeXray server) {
    objects.forEach((kind, all) -> server.seed(kind, all.toString()));
    forbidden.forEach(server::forbid);
    if (ofProjectsOnly) {
      OF_SERVER.forEach(server::forbid);
    }
  }

  void remove(FakeXray server) {
    server.clear();
    forbidden.forEach(server::permit);
    OF_SERVER.forEach(server::permit);
  }

  /** The set-up in a form that can be read in the message of a failure. */
  @Override
  public String toString() {
    return objects.entrySet().stream()
            .map(entry -> entry.getKey() + "\n  "
                + entry.getValue().stream()
                    .map(JsonNode::toString)
                    .collect(Collectors.joining("\n  ")))
            .collect(Collectors.joining("\n"))
        + "\nforbidden " + forbidden + (ofProjectsOnly ? " and all outside projects" : "")
        + ", asked " + repository + ":" + asked + " in " + instance;
  }
}
