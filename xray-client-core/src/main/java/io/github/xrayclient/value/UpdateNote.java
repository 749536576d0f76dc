package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;

/** A remark about an update that is neither an error nor an unexpected change. Immutable. */
@JsonPropertyOrder({"kind", "objects", "text"})
@JsonSerialize(as = UpdateNote.class)
public interface UpdateNote {
  /** The kind of the note, for programs that react to it. */
  @JsonProperty("kind")
  Kind kind();

  /**
   * The names of the rules, the ids of the waivers, the packages or labels, or the JSON paths of
   * the fields that the note is about; empty if it is about the whole object.
   */
  @JsonProperty("objects")
  List<String> objects();

  /** The note as a sentence for people. */
  @JsonProperty("text")
  String text();

  /** The kinds of notes. Later versions of the library may add kinds. */
  enum Kind {
    /**
     * A field was sent that servers never return, so the library cannot check whether it was
     * stored.
     */
    NOT_VERIFIABLE,

    /**
     * A field that servers never return was not part of the update. If it was set before, the
     * update has cleared it.
     */
    MAY_BE_CLEARED,

    /** The update is probably stored, but the server reported that it may not be enforced yet. */
    MAY_NOT_BE_ENFORCED,

    /**
     * The policy already exempted what a package waiver that was to be added exempts, so no waiver
     * was added. The objects are the waivers that exempt it.
     */
    PACKAGE_WAIVER_EXISTS,

    /**
     * The policy already exempted some versions of a package waiver that was to be added, so the
     * new waiver has only the others. The objects are the waivers that exempt them.
     */
    PACKAGE_WAIVER_REDUCED,

    /**
     * The policy already had a package waiver that may exempt what a new waiver exempts, but has
     * fields that this library does not know, such as an expiry. The new waiver is added beside it,
     * unless it was to be ensured and has the same versions and justification.
     */
    PACKAGE_WAIVER_MAY_EXIST,

    /** The policy already had a label waiver that was to be added, and it stays as it was. */
    LABEL_WAIVER_EXISTS,

    /**
     * The policy already had a waiver for the label of a new label waiver, but it has fields that
     * this library does not know, such as an expiry. The new waiver is added beside it, unless it
     * was to be ensured and has the same justification.
     */
    LABEL_WAIVER_MAY_EXIST,

    /**
     * The policy had no such package waiver that could be deleted. The object is the id of the
     * waiver, or the name of the package.
     */
    NO_PACKAGE_WAIVER,

    /**
     * The policy had no such label waiver that could be deleted. The object is the id of the
     * waiver, or the label.
     */
    NO_LABEL_WAIVER,

    /**
     * The object has known fields whose values could not be read, since they have another type than
     * documented. Updates send them as received, except those that the update sets and those that
     * only the server sets.
     */
    UNREAD_FIELDS
  }
}
