package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Something that was not checked, or was checked only in part, with the reason. Facts that were not
 * checked never confirm a cause and never rule one out.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface NotChecked extends Serializable {
  /** What was not checked, or was checked only in part. */
  Subject what();

  /**
   * Why it was not checked: a clause that begins in lower case and has no full stop, often the
   * message of an exception.
   */
  String because();

  /** One or two sentences for people: what was not checked, why, and what follows from that. */
  default String sentence() {
    return what().sentence(because());
  }

  /**
   * Whether some watches that may block the download were not read, or not completely, or whether
   * the repository may belong to a project or have members that were not examined. If so, an
   * explanation without causes does not mean that nothing blocks the download.
   */
  default boolean mayHideCauses() {
    return Subject.HIDING.contains(what());
  }

  /** An entry with these values. */
  static NotChecked of(Subject what, String because) {
    return builder().what(what).because(because).build();
  }

  /** The things that can remain unchecked. Later versions may add constants. */
  enum Subject {
    /** The server's own answer, for which the download would have to be requested again. */
    SERVER_ANSWER(
        "The server was not asked for this download again",
        "Its own words are therefore not known."),
    /** The repository of a refused address, which names it only if the server has such a repository. */
    REPOSITORY_OF_ADDRESS(
        "Whether the refused address names a repository of the server was not checked",
        "The repository is therefore not known."),
    /** The watches outside the project; only those of the project were read. */
    WATCHES(
        "Watches outside the project were not read",
        "They may block the download, whether or not causes were found."),
    /** Policies and watches that an exported snapshot does not contain. */
    NOT_EXPORTED(
        "Not all policies and watches are in the export",
        "Those that are not may block the download, whether or not causes were found."),
    /** The policies of the project to which the repository belongs. */
    PROJECT_POLICIES(
        "The policies of the repository's project were not read",
        "Which of them block downloads is therefore not known."),
    /** The watches of the project to which the repository belongs. */
    PROJECT_WATCHES(
        "The watches of the repository's project were not read",
        "They may block the download, whether or not causes were found."),
    /**
     * Settings of policies or watches that the server sent in another form than documented, so that
     * they could not be read.
     */
    UNREAD_SETTINGS(
        "Some settings of policies or watches were not evaluated",
        "These policies and watches may block the download."),
    /** The class, package type and project of the repository. */
    REPOSITORY(
        "The repository was not looked up in Artifactory",
        "Its class, package type or project may therefore not be known. It may be virtual, and"
            + " watches of its project may block the download."),
    /** The list of all repositories, which tells what a watch covers. */
    REPOSITORIES(
        "The repositories of the server were not listed",
        "Only repositories that the watch names are therefore known."),
    /** Which repositories belong to a project that a watch covers. */
    REPOSITORIES_OF_PROJECT(
        "The repositories of a project were not listed",
        "Whether the watch covers a repository may therefore depend on its project."),
    /** The project of the repository. Its class and package type were read from Xray. */
    REPOSITORY_PROJECT(
        "The repository was not looked up in Artifactory",
        "Its project may therefore not be known. Watches of its project may block the"
            + " download."),
    /**
     * Some members of a virtual repository of which not even the class is known. They may be
     * virtual, too, and have members that were not tested.
     */
    MEMBERS(
        "Some members of the virtual repository were not looked up",
        "Their class and project are therefore not known, and they may have members of their own."),
    /** The projects of some members of a virtual repository. Their class and package type were read. */
    MEMBER_PROJECTS(
        "Some members of the virtual repository were not looked up",
        "Their projects are therefore not known, and watches of these projects may block the"
            + " download."),
    /** Which member of a virtual repository stores the artifact. */
    MEMBER_OF_FILE("It was not checked which member of the virtual repository stores the artifact"),
    /** Which of several Artifactory instances holds the repository. */
    ARTIFACTORY_INSTANCE("It is not known which Artifactory instance holds the repository"),
    /** The MIME type of the file, which a filter of a watch tests. */
    MIME_TYPE("The MIME type of the file was not looked up"),
    /** The properties of the file, which a filter of a watch tests. */
    PROPERTIES("The properties of the file were not looked up"),
    /** Whether the watches' filters on the path match. */
    PATH_FILTERS("Filters on the path were not evaluated"),
    /** The violations of the artifact. */
    VIOLATIONS("Violations were not searched", "Therefore no cause is confirmed."),
    /** The older violations of an artifact that has many. */
    OLDER_VIOLATIONS("Not all violations of the artifact were checked"),
    /** Whether the scan of the artifact is finished. */
    SCAN_STATUS(
        "The scan status of the artifact is not known",
        "Rules on unscanned artifacts may therefore have no effect on it."),
    /** Whether Xray scans new artifacts of this path, and for how long it keeps the results. */
    SCAN_CONFIGURATION("Xray's settings for scans of the repository were not checked"),
    /** When the file was stored, which decides whether its retention period has passed. */
    FILE_AGE("Whether the retention period of the artifact has passed was not checked"),
    /** Ignore rules. */
    IGNORE_RULES("Ignore rules were not checked"),
    /** The older ignore rules, if there are many. */
    OLDER_IGNORE_RULES("Not all ignore rules were checked"),
    /** Artifactory's settings for Xray, such as whether blocked downloads are allowed. */
    ARTIFACTORY_SETTINGS("Whether an administrator allows blocked downloads was not checked"),
    /** Whether Xray answers. */
    XRAY_REACHABLE("Whether Xray can be reached was not checked"),
    /** What Artifactory does while Xray is unavailable, and how long it waits for scans. */
    SETTINGS_FOR_UNAVAILABLE_XRAY(
        "Whether Artifactory allows downloads while Xray is unavailable, and how long it waits for"
            + " scans, was not checked"),
    /** The curation policies. */
    CURATION_POLICIES("Curation policies were not checked"),
    /** Curation's audit events. */
    CURATION_AUDIT("The audit events of Curation were not checked"),
    /** The waiver requests for the package. */
    WAIVER_REQUESTS("Waiver requests for the package were not checked"),
    /** Whether Curation blocks the package now. */
    PACKAGE_STATUS("Whether Curation blocks the package now was not checked");

    private static final Set<Subject> HIDING = Collections.unmodifiableSet(EnumSet.of(
        WATCHES,
        NOT_EXPORTED,
        PROJECT_WATCHES,
        UNREAD_SETTINGS,
        REPOSITORY,
        REPOSITORY_PROJECT,
        MEMBERS,
        MEMBER_PROJECTS));

    private final String clause;
    private final String consequence;

    Subject(String clause) {
      this(clause, "");
    }

    Subject(String clause, String consequence) {
      this.clause = clause;
      this.consequence = consequence;
    }

    String sentence(String because) {
      boolean ends = because.endsWith(".") || because.endsWith("?");
      String reason = clause + ", because " + because + (ends ? "" : ".");
      return consequence.isEmpty() ? reason : reason + " " + consequence;
    }
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link NotChecked} values. Not thread-safe. */
  final class Builder extends ImmutableNotChecked.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
