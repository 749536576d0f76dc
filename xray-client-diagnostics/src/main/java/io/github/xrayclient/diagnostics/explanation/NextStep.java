package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** Something to do about a refused download. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface NextStep extends Serializable {
  /** What kind of step it is. */
  Kind kind();

  /** What to do, in a sentence or two. */
  String text();

  /** A command for a shell that does it or helps with it, ready to be run. */
  Optional<String> command();

  /** A step without a command. */
  static NextStep of(Kind kind, String text) {
    return builder().kind(kind).text(text).build();
  }

  /** Kinds of steps. Later versions may add some. */
  enum Kind {
    /** Apply a watch to content that was scanned before the watch or its policy was changed. */
    APPLY_WATCH,
    /** Ask about each member of a virtual repository. */
    ASK_ABOUT_MEMBERS,
    /** Ask about the list of an image, too, and not only about the manifest of one platform. */
    ASK_ABOUT_IMAGE_LIST,
    /** Ask the Artifactory behind a smart remote or federated repository. */
    ASK_OTHER_ARTIFACTORY,
    /** Ask the owners of a policy, which takes no waiver requests, for a waiver. */
    ASK_POLICY_OWNERS,
    /** Ask again with credentials or a project that show more policies and watches. */
    ASK_WITH_MORE_RIGHTS,
    /** Take another version, or another package. */
    CHANGE_VERSION,
    /** Check settings of Artifactory that decide what it does with the answers of Xray. */
    CHECK_ARTIFACTORY_SETTINGS,
    /** Look at every cause, since each of them can block by itself. */
    CHECK_EVERY_CAUSE,
    /** Check why an ignore rule does not lift the block. */
    CHECK_IGNORE_RULE,
    /** Check the user's permissions on the repository. */
    CHECK_PERMISSIONS,
    /** Look at a policy of a type that is easily overlooked. */
    CHECK_POLICY_TYPE,
    /** Look at the proxy or gateway that answered in place of the server. */
    CHECK_PROXY,
    /** Deal with machines that have already pulled an image, which still runs there. */
    CHECK_PULLED_IMAGES,
    /** Look at the watches that were ruled out. */
    CHECK_RULED_OUT_WATCHES,
    /** Look at a waiver request. */
    CHECK_WAIVER_REQUEST,
    /** Look at watches that may be meant for the repository. */
    CHECK_WATCHES,
    /** Check that Xray and its indexer work. */
    CHECK_XRAY,
    /** Find out which of several Artifactory instances refused the download. */
    COMPARE_ARTIFACTORY_INSTANCES,
    /** Correct the credentials. */
    CORRECT_CREDENTIALS,
    /** Create an ignore rule, or have one created. */
    CREATE_IGNORE_RULE,
    /** Have a pending waiver request decided. */
    DECIDE_WAIVER_REQUEST,
    /** Exclude files that Xray cannot scan by a filter of the watch. */
    EXCLUDE_FROM_WATCH,
    /** Find the whole answer of the server, which build tools often hide. */
    FIND_SERVER_ANSWER,
    /** Find out the repository, which the refusal does not name. */
    FIND_REPOSITORY,
    /** Do what the server recommends. */
    FOLLOW_RECOMMENDATION,
    /** Have the repository indexed by Xray. */
    INDEX_REPOSITORY,
    /** Create a watch again in the project of the repository, or as a global one. */
    MOVE_WATCH,
    /** Narrow a watch on all repositories by filters. */
    NARROW_WATCH,
    /** Let the build tool wait longer for an answer. */
    RAISE_TIMEOUT,
    /** Request a waiver of Curation's policy. */
    REQUEST_WAIVER,
    /** Try the download again now, or in the few minutes that the step names. */
    RETRY,
    /** Have the artifact scanned again. */
    SCAN_AGAIN,
    /** Wait until the catalog of Curation knows the package. */
    WAIT_FOR_CATALOG,
    /** Wait until a scan is done. */
    WAIT_FOR_SCAN,
    /** Have each of several policies waived. */
    WAIVE_EVERY_POLICY
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableNextStep.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
