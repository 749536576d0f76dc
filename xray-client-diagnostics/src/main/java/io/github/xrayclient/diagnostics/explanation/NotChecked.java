package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** Something that could not be looked at. What depends on it stays open. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface NotChecked extends Serializable {
  /** What was not looked at, or only in part. */
  Subject what();

  /** Why, as the end of a sentence without a full stop; often the message of an exception. */
  String because();

  /** What was not looked at and why, as a sentence for people. */
  default String sentence() {
    return what().clause() + ", because " + because() + ".";
  }

  /**
   * Whether watches were not read that may block, so that the absence of causes does not mean that
   * nothing blocks.
   */
  default boolean mayHideCauses() {
    return what() == Subject.WATCHES;
  }

  /** An entry with these values. */
  static NotChecked of(Subject what, String because) {
    return builder().what(what).because(because).build();
  }

  /** What may be left out. Later versions may add constants. */
  enum Subject {
    /** Watches outside the project. */
    WATCHES("Watches outside the project were not read"),
    /** Class, package type and project of the repository. */
    REPOSITORY("The repository was not looked up in Artifactory, so its class, package type or"
        + " project may not be known"),
    /** The project of a repository of which Xray knows the rest. */
    REPOSITORY_PROJECT(
        "The repository was not looked up in Artifactory, so its project may not be known"),
    /** Some members of a virtual repository. */
    MEMBERS("Members of the virtual repository were not looked up, so their class and project are"
        + " not known"),
    /** Which of several Artifactory instances holds the repository. */
    ARTIFACTORY_INSTANCE("Which Artifactory holds the repository was not found out"),
    /** The file's MIME type, which a filter asks for. */
    MIME_TYPE("The file's MIME type was not looked up"),
    /** The file's properties, which a filter asks for. */
    PROPERTIES("The file's properties were not looked up"),
    /** Filters on the path. */
    PATH_FILTERS("Filters on the path were left open"),
    /** The violations of the artifact. */
    VIOLATIONS("Violations were not searched, so no cause is confirmed"),
    /** The newer ones of many violations. */
    NEWER_VIOLATIONS("Not all violations of the artifact were looked at"),
    /** How far the scan of the artifact is. */
    SCAN_STATUS("The artifact's scan status is not known, so a rule on unscanned artifacts may not"
        + " be at work"),
    /** Ignore rules. */
    IGNORE_RULES("Ignore rules were not checked"),
    /** The older ones of many ignore rules. */
    OLDER_IGNORE_RULES("Not all ignore rules were looked at"),
    /** Artifactory's settings for what Xray decides. */
    ARTIFACTORY_SETTINGS("Whether an administrator allows blocked downloads was not checked"),
    /** The policies of Curation. */
    CURATION_POLICIES("Curation's policies were not looked at"),
    /** The audit of Curation. */
    CURATION_AUDIT("Curation's audit was not looked at"),
    /** The waiver requests for the package. */
    WAIVER_REQUESTS("Waiver requests were not looked at");

    private final String clause;

    Subject(String clause) {
      this.clause = clause;
    }

    String clause() {
      return clause;
    }
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableNotChecked.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
