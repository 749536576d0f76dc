package io.github.xrayclient.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Which members tell an object from the others of its kind. */
final class Identity {
  private final JsonPointer member;
  private final JsonPointer project;

  private Identity(String member, String project) {
    this.member = JsonPointer.compile(member);
    this.project = JsonPointer.compile(project);
  }

  /** A name or an id, at this JSON pointer. */
  static Identity at(String member) {
    return new Identity(member, "");
  }

  /** A name or path, and the project or repository, in which alone it is the only one. */
  static Identity at(String member, String project) {
    return new Identity(member, project);
  }

  /** Name or id; empty if the object has none. */
  String of(JsonNode object) {
    return Trees.text(object.at(member));
  }

  /** The project, or repository, that the object belongs to; empty for a global one. */
  String projectOf(JsonNode object) {
    return Trees.text(object.at(project));
  }

  /** The member as named in messages. */
  @Override
  public String toString() {
    return member.toString().substring(1).replace('/', '.');
  }
}
