package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why objects of a kind are not in a snapshot. Immutable; equal to another with the same content. */
public interface NotRead {
  /** Why objects could not be read. More kinds may be added. */
  enum Kind {
    /** The server does not have the endpoint (404), as one without Curation. */
    NOT_AVAILABLE,
    /** The token may not read them (403). */
    FORBIDDEN
  }

  /** Why they could not be read. */
  Kind kind();

  /** The reason for people. */
  String text();

  /** As JSON: {@code kind} and {@code text}. */
  ObjectNode toJson();

  /** The text. */
  @Override
  String toString();
}
