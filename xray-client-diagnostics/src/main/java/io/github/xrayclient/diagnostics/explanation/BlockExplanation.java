package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.XrayVersion;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Why a download is refused, what was ruled out, what could not be checked, and what to do. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockExplanation extends Serializable {
  /**
   * The refusal that is explained. For a refusal by Curation it also contains what the server knows
   * about the policies and waivers. Absent in the explanation of a {@link RequestedArtifact}.
   */
  Optional<BlockedDownload> refusal();

  /**
   * What the server answered when the download was requested again; absent unless this was asked
   * for and possible. {@link #refusal()} then has the reason that the server gave, if it gave one.
   */
  Optional<AskedAgain> askedAgain();

  /** The key of the repository; absent if it is not known. */
  Optional<String> repository();

  /** The path inside the repository; absent if it is not known. */
  Optional<String> path();

  /**
   * The key of the member of a virtual repository that stores the artifact, and from which the
   * virtual repository takes it. Absent if the repository is not virtual, if no member stores the
   * artifact yet, or if it is not known which one does.
   */
  Optional<String> member();

  /**
   * The image to which the path belongs, with the manifests that were examined; absent if it does
   * not belong to an image.
   */
  Optional<RequestedImage> image();

  /**
   * The repository that was asked about, if the server does not have it, or does not show it to
   * these credentials; otherwise absent.
   */
  Optional<MissingRepository> missingRepository();

  /** The rules that block the download or may block it, the most certain first. */
  List<BlockCause> causes();

  /**
   * What Curation does now with the package that the path of a {@link RequestedArtifact} names, if
   * its repository is curated; absent if it was not asked. Only the package, the policies that
   * block it now and the findings are set. If there is a {@link #refusal()}, this is a part of it
   * instead.
   */
  Optional<CurationRefusal> packageStatus();

  /**
   * What is known from Curation: what its message contains, and what it does with the package now.
   * Absent if Curation has nothing to do with the download, or was not asked.
   */
  default Optional<CurationRefusal> curation() {
    return refusal().flatMap(BlockedDownload::curation).or(this::packageStatus);
  }

  /**
   * The narrowest ignore rules for all violations that block the download, one for each violation
   * and watch. They make the download possible only if {@link #ignoreObstacles()} is empty.
   */
  default List<ProposedIgnoreRule> ignoreRules() {
    return causes().stream()
        .flatMap(cause -> cause.ignoreRules().stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  /** The ids of the ignore rules that cover violations of the artifact already. */
  List<IgnoreRuleId> ignoredBy();

  /**
   * Why ignore rules cannot make the download possible, or why {@link #ignoreRules()} alone cannot;
   * empty if nothing that is known speaks against it.
   */
  default List<IgnoreObstacle> ignoreObstacles() {
    return IgnoreObstacles.of(refusal(), causes(), notChecked(), ignoredBy());
  }

  /**
   * Whether Xray can be reached, and what Artifactory does if it cannot. Only in the explanation of
   * a refusal because Xray is unavailable ({@link BlockedDownload.Kind#XRAY_UNAVAILABLE}).
   */
  Optional<XrayAvailability> xrayAvailability();

  /** Watches and rules that could have been the cause, but are not, with the reason for each. */
  List<RuledOut> ruledOut();

  /**
   * Policies that apply to the artifact through a watch, but have no rule that blocks downloads.
   */
  List<NotBlocking> notBlocking();

  /** What could not be checked, and why. */
  List<NotChecked> notChecked();

  /** What to do about the refusal, in the order in which to try it. */
  List<NextStep> nextSteps();

  /**
   * The base URL of the platform that was asked, without credentials. Absent if no request was
   * sent, for example because the text of the refusal was enough.
   */
  Optional<String> server();

  /**
   * The user whose credentials were used to ask the platform, as {@link
   * io.github.xrayclient.XrayClient#user()} reads it from them. Absent if the credentials do not
   * contain it, or if {@link #server()} is absent.
   */
  Optional<String> user();

  /**
   * The version of Xray. Absent if it was not asked for with {@link
   * io.github.xrayclient.diagnostics.block.BlockedDownloads#withServerVersion()}, if it could not
   * be read, or if {@link #server()} is absent.
   */
  Optional<XrayVersion> xrayVersion();

  /** When the platform was asked; absent if {@link #server()} is absent. */
  Optional<Instant> askedAt();

  /**
   * Whether the repository exists and was looked up, whether all watches that may block the
   * download were read and, for a {@link RequestedArtifact} and a refusal without a reason ({@link
   * BlockedDownload.Kind#REFUSED_WITHOUT_REASON}), whether Curation's status of the package was
   * read where it matters. If not, an explanation without causes does not mean that nothing blocks
   * the download, and {@link #notChecked()} names what was not read.
   */
  default boolean isComplete() {
    boolean isOpen = refusal()
        .map(known -> known.kind() == BlockedDownload.Kind.REFUSED_WITHOUT_REASON)
        .orElse(true);
    return missingRepository().isEmpty()
        && notChecked().stream()
            .noneMatch(entry -> entry.mayHideCauses()
                || (isOpen && entry.what() == NotChecked.Subject.PACKAGE_STATUS));
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link BlockExplanation} values. Not thread-safe. */
  final class Builder extends ImmutableBlockExplanation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
