package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An action that may make a refused download possible, or help to find the cause of the refusal.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface NextStep extends Serializable {
  /** The kind of the step. */
  Kind kind();

  /** What to do and why, in one or more sentences for people. */
  String text();

  /**
   * A command for a POSIX shell that does the step or a part of it; absent for most steps. It takes
   * an access token from the environment variable {@code JF_ACCESS_TOKEN}, if it needs one.
   */
  Optional<String> command();

  /** Returns a step without a command. */
  static NextStep of(Kind kind, String text) {
    return builder().kind(kind).text(text).build();
  }

  /** Kinds of steps. Later versions may add constants. */
  enum Kind {
    /** Apply a watch to content that was scanned before the watch or its policy was changed. */
    APPLY_WATCH,
    /** Ask the server for the refused download again, to learn its own words. */
    ASK_AGAIN,
    /** Ask about the manifest of an image, because its layers are not blocked by themselves. */
    ASK_ABOUT_MANIFEST,
    /** Ask about each member of a virtual repository. */
    ASK_ABOUT_MEMBERS,
    /** Ask about the manifest list of an image, not only about the manifest of one platform. */
    ASK_ABOUT_IMAGE_LIST,
    /** Ask the Artifactory instance behind a smart remote or federated repository. */
    ASK_OTHER_ARTIFACTORY,
    /** Ask the owners of a policy that does not accept waiver requests for a waiver. */
    ASK_POLICY_OWNERS,
    /** Ask again with credentials or a project with which more policies and watches can be read. */
    ASK_WITH_MORE_RIGHTS,
    /** Use another version of the package, or another package. */
    CHANGE_VERSION,
    /** Check Artifactory's settings for Xray, such as whether blocked downloads are allowed. */
    CHECK_ARTIFACTORY_SETTINGS,
    /** Check every cause, because each of them can block the download alone. */
    CHECK_EVERY_CAUSE,
    /** Check why an ignore rule does not make the download possible. */
    CHECK_IGNORE_RULE,
    /** Check the user's permissions on the repository. */
    CHECK_PERMISSIONS,
    /** Check violations of a license or operational risk policy, which are easily overlooked. */
    CHECK_POLICY_TYPE,
    /** Check the proxy or gateway that answered instead of the server. */
    CHECK_PROXY,
    /** Check machines that pulled an image before it was blocked, and can still run it. */
    CHECK_PULLED_IMAGES,
    /** Check the key of a repository that the server does not have, or does not show. */
    CHECK_REPOSITORY_KEY,
    /** Check whether one of the watches that were ruled out was changed a moment ago. */
    CHECK_RULED_OUT_WATCHES,
    /** Check a waiver request that failed or was rejected. */
    CHECK_WAIVER_REQUEST,
    /** Check watches that may be the cause, or that may be meant for the repository. */
    CHECK_WATCHES,
    /** Check that Xray is running. */
    CHECK_XRAY,
    /** Find out which of several Artifactory instances refused the download. */
    COMPARE_ARTIFACTORY_INSTANCES,
    /** Correct the credentials. */
    CORRECT_CREDENTIALS,
    /** Create an ignore rule. */
    CREATE_IGNORE_RULE,
    /** Have a pending waiver request decided. */
    DECIDE_WAIVER_REQUEST,
    /** Add a filter to the watch that excludes files that Xray cannot scan. */
    EXCLUDE_FROM_WATCH,
    /** Have Xray keep the results of scans for longer. */
    EXTEND_RETENTION,
    /** Find the complete response of the server, which build tools often hide. */
    FIND_SERVER_ANSWER,
    /** Find out which repository refused the download, because the refusal does not name it. */
    FIND_REPOSITORY,
    /** Do what the server recommends; the text of the step is the server's. */
    FOLLOW_RECOMMENDATION,
    /** Forward a request to somebody who has the rights to make the download possible. */
    FORWARD_REQUEST,
    /** Have new artifacts of a path indexed by Xray, which the settings of the repository exclude. */
    INDEX_NEW_ARTIFACTS,
    /** Have the repository indexed by Xray. */
    INDEX_REPOSITORY,
    /** Create a watch again in the project of the repository, or as a global watch. */
    MOVE_WATCH,
    /** Add filters to a watch on all repositories. */
    NARROW_WATCH,
    /** Raise the timeout of the build tool above the time that Artifactory waits for a scan. */
    RAISE_TIMEOUT,
    /** Request a waiver from a curation policy. */
    REQUEST_WAIVER,
    /** Try the download again, now or after the number of minutes that the text names. */
    RETRY,
    /** Have the artifact scanned again. */
    SCAN_AGAIN,
    /** Make the program that printed the refusal print more of the server's answer. */
    SHOW_MORE_OUTPUT,
    /** Wait until the catalog of Curation contains the package. */
    WAIT_FOR_CATALOG,
    /** Wait until a scan is done. */
    WAIT_FOR_SCAN,
    /** Get a waiver from each of several curation policies. */
    WAIVE_EVERY_POLICY
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link NextStep} values. Not thread-safe. */
  final class Builder extends ImmutableNextStep.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
