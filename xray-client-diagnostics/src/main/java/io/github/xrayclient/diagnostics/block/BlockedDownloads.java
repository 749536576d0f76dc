package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.evidence.read.SetupReader;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.internal.call.Arguments;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains why downloads are refused: which watch, policy and rule block them, what else may block
 * them, and what to do. Changes nothing on the server. Thread-safe.
 *
 * <p>Each call reads the policies and watches at most once. All other requests are optional. If one
 * of them fails, for example because the token lacks a permission, the explanation is made without
 * it, and {@link BlockExplanation#notChecked()} names what is missing. The optional requests are:
 *
 * <ul>
 *   <li>the policies and watches of the projects to which the repositories belong, and the policies
 *       of other projects that a watch for the artifact applies; each once per call, for up to 10
 *       projects
 *   <li>for each repository its configuration, and for a virtual one that of up to 100 members,
 *       virtual members first; up to 200 repositories in one call
 *   <li>once per call the list of all repositories, if a virtual repository has more than five
 *       members, if a repository or a member is not found, or if a refused address does not name
 *       the repository for certain
 *   <li>for each artifact one search for its violations, in all members of a virtual repository at
 *       once, of up to five pages of 200 until one blocks; a second one in the project that was
 *       named by {@link #inProject}, if the first finds nothing; up to 100 artifacts in one call
 *   <li>for each artifact its scan status, for up to 10 members of a virtual repository and one to
 *       six keys and paths of each; its MIME type and properties, if a filter of a watch tests
 *       them; and up to 11 requests to find the member of a virtual repository that stores it; of
 *       each kind up to 100 in one call
 *   <li>once per call the ignore rules, Artifactory's settings for Xray, and the lists of indexed
 *       repositories
 *   <li>for refusals by Curation the curation policies and the newest audit events, each once per
 *       call, and the waiver requests for up to 20 packages
 *   <li>for up to 20 packages whether Curation blocks them now: for refusals by Curation, and for
 *       artifacts and refusals without a reason in curated repositories, if the type, name and
 *       version are known
 *   <li>for refusals because Xray is unavailable once per call a ping of Xray and Artifactory's
 *       settings for Xray; neither is repeated, and each ends after 10 seconds
 *   <li>with {@link #withServerVersion()}, once per call the version of Xray
 *   <li>with {@link #askAgain()}, the refused downloads themselves
 * </ul>
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
public final class BlockedDownloads {
  private final XrayClient xray;
  private final @Nullable String projectKey;
  private final Clock clock;
  private final boolean askAgain;
  private final boolean withVersion;

  private BlockedDownloads(
      XrayClient xray,
      @Nullable String projectKey,
      Clock clock,
      boolean askAgain,
      boolean withVersion) {
    this.xray = xray;
    this.projectKey = projectKey;
    this.clock = clock;
    this.askAgain = askAgain;
    this.withVersion = withVersion;
  }

  /** Explains downloads from the platform that this client connects to. */
  public static BlockedDownloads of(XrayClient xray) {
    return new BlockedDownloads(
        // An incomplete list would hide causes.
        Objects.requireNonNull(xray, "xray").withOptions(CallOptions.none().strict()),
        null,
        Clock.systemUTC(),
        false,
        false);
  }

  /**
   * Returns a copy that reads the policies and watches of one project in addition to the global
   * ones.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public BlockedDownloads inProject(String key) {
    return new BlockedDownloads(xray, Arguments.checked("key", key), clock, askAgain, withVersion);
  }

  /**
   * Returns a copy that requests refused downloads again, if the text of the refusal does not tell
   * the reason. The server's answer then replaces what could only be guessed, and {@link
   * BlockExplanation#askedAgain()} tells what was answered.
   *
   * <ul>
   *   <li>Each address is requested once in a call, with the credentials of the client, and without
   *       retries; up to 100 addresses.
   *   <li>Only addresses with the scheme, host and port of the client's base URL are requested, and
   *       only if they name a repository. If a refusal has no address, but a repository and a path,
   *       the file is requested below {@code /artifactory/}. For all others, {@link
   *       BlockExplanation#notChecked()} has the reason.
   *   <li>Only the body of an error is read. A download that is allowed by now is started and
   *       cancelled: a server may count it, and may store the file in its cache. A {@link
   *       io.github.xrayclient.http.Transport} of your own may read the whole file.
   *   <li>The requests have the header {@code X-Artifactory-Curation-Request-Waiver: syn}, with
   *       which Curation names the policies. It requests no waiver. It is not documented, but
   *       JFrog's own client uses it.
   * </ul>
   */
  public BlockedDownloads askAgain() {
    return new BlockedDownloads(xray, projectKey, clock, true, withVersion);
  }

  /**
   * Returns a copy that reads the version of Xray once per call, for {@link
   * BlockExplanation#xrayVersion()} and the reports. If it cannot be read, it stays absent.
   */
  public BlockedDownloads withServerVersion() {
    return new BlockedDownloads(xray, projectKey, clock, askAgain, true);
  }

  /** A copy with another clock, for tests. */
  BlockedDownloads clock(Clock other) {
    return new BlockedDownloads(
        xray, projectKey, Objects.requireNonNull(other, "other"), askAgain, withVersion);
  }

  /**
   * Explains every distinct refusal in a text, such as a server's response, a log line or a whole
   * log, as {@link #explain(RefusalLog)} does.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public List<BlockExplanation> explain(String text) {
    return explain(RefusalLog.parse(text));
  }

  /**
   * Explains the refusals of a log, or what it may be about if it has none. Requests are sent only
   * if it has a refusal by a policy, or one whose reason the server can be asked for.
   *
   * @return one explanation for each refusal, in the order of the refusals; if there is none, one
   *     for the {@link RefusalLog#guess()}
   * @throws XrayException if policies or watches cannot be read
   */
  public List<BlockExplanation> explain(RefusalLog log) {
    Objects.requireNonNull(log, "log");
    return explain(log.guess().map(List::of).orElseGet(log::refusals));
  }

  /**
   * Explains several refusals, such as some of those in a {@link RefusalLog}. Policies and
   * watches are read only once for all of them.
   *
   * @return one explanation for each refusal, in the order of the refusals
   * @throws XrayException if policies or watches cannot be read; for credentials that may read only
   *     those of projects, if those of no repository's project can be read
   */
  public List<BlockExplanation> explain(Collection<BlockedDownload> refusals) {
    return diagnosis().of(Arguments.elements("refusals", refusals));
  }

  /**
   * Explains one refusal. To explain several refusals with fewer requests, use {@link
   * #explain(Collection)}.
   *
   * @throws XrayException if neither the policies and watches of the server nor those of the
   *     repository's project can be read
   */
  public BlockExplanation explain(BlockedDownload refusal) {
    return diagnosis().of(Objects.requireNonNull(refusal, "refusal"));
  }

  /**
   * Explains what would block the download of an artifact now. Facts that {@code artifact}
   * contains, such as the class of the repository, are used instead of those on the server.
   *
   * @throws XrayException if neither the policies and watches of the server nor those of the
   *     repository's project can be read
   */
  public BlockExplanation explain(RequestedArtifact artifact) {
    return diagnosis().of(Objects.requireNonNull(artifact, "artifact"));
  }

  /**
   * Reads the policies and watches into an index, which then answers many questions without further
   * requests.
   *
   * @throws XrayException if they cannot be read
   */
  public BlockIndex index() {
    return new BlockIndex(setup().index());
  }

  private SetupReader setup() {
    return new SetupReader(xray, Optional.ofNullable(projectKey));
  }

  private Diagnosis diagnosis() {
    return new Diagnosis(
        xray, Optional.ofNullable(projectKey), setup(), clock, askAgain, withVersion);
  }
}
