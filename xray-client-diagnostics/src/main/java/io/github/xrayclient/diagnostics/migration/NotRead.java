package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The reason why a snapshot does not contain the objects of a kind. Immutable; equal to another
 * reason with the same content.
 */
public interface NotRead {
  /** The reasons for which objects cannot be read. More kinds may be added. */
  enum Kind {
    /** The server answered 404, for example because it has no Curation. */
    NOT_AVAILABLE,
    /** The server answered 403, because the token has no permission to read the objects. */
    FORBIDDEN
  }

  /** The kind of the reason. */
  Kind kind();

  /** The reason in words, for people. */
  String text();

  /** The reason as JSON, with the fields {@code kind} and {@code text}. */
  ObjectNode toJson();

  /** The text. */
  @Override
  String toString();
}
