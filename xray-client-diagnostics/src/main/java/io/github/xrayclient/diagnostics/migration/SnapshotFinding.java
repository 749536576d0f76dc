package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something in a snapshot that servers are known to refuse, or that somebody probably did not mean
 * to write. Immutable; equal to another finding with the same content.
 */
public interface SnapshotFinding {
  /** The kinds of findings. More kinds may be added. */
  enum Kind {
    /** A word, such as an action or a severity, is none of the {@link #allowed} ones. */
    UNKNOWN_VALUE,
    /** The value of a known field has another type than documented. */
    WRONG_TYPE,
    /** A required field is missing, blank or an empty list. */
    MISSING,
    /** The value of a field is not valid, or it contradicts another field. */
    REFUSED,
    /**
     * The name of an unknown field is so similar to that of a known one, which the object does not
     * have, that it is probably misspelled. {@link #suggestion} is the known name.
     */
    MISSPELLED_FIELD
  }

  /** The kind of the finding. */
  Kind kind();

  /** The object that has the field. */
  ObjectKey object();

  /**
   * The file that contains the field, which may be that of a waiver; empty if the snapshot was read
   * from a server.
   */
  Optional<Path> file();

  /**
   * The path of the field with the names of the server's JSON. An element of a list is named in
   * brackets if it has a name: {@code rules[block].criteria.min_severity}.
   */
  String field();

  /** The values that servers accept, for a word that is none of them; otherwise empty. */
  List<String> allowed();

  /** The known word or name of a field that was probably meant; empty if none is similar. */
  Optional<String> suggestion();

  /** The finding in words, for people: a sentence with the object, the field and the remedy. */
  String text();

  /**
   * The finding as JSON, with the fields {@code kind}, {@code file}, {@code object}, {@code field},
   * {@code allowed}, {@code suggestion} and {@code text}. A field that is empty is absent.
   */
  ObjectNode toJson();

  /** The text, after the file if there is one. */
  @Override
  String toString();
}
