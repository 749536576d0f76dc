package io.github.xrayclient.diagnostics.internal.evidence.download;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.AskedAgain;
import io.github.xrayclient.diagnostics.explanation.AskedAgain.Outcome;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.internal.call.AddressCall;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Requests refused downloads once more, to learn the server's own words. Only addresses of the
 * client's own server that name a repository are requested, and each of them once. Not thread-safe.
 */
public final class RepeatedDownloads {
  private static final int MOST = 100;

  private final XrayClient xray;
  private final Instant now;
  private final OptionalRead<URI, ServerAnswer> answers;

  public RepeatedDownloads(XrayClient xray, Instant now) {
    this.xray = xray;
    this.now = now;
    DownloadCall call = new DownloadCall(xray);
    this.answers = OptionalRead.ofEach(call::send, MOST);
  }

  /** Requests a download whose refusal does not tell the reason. */
  public RepeatedDownload of(BlockedDownload refusal) {
    if (isTold(refusal)) {
      return RepeatedDownload.notNeeded(refusal);
    }
    if (refusal.repository().isEmpty()) {
      return RepeatedDownload.notPossible(
          refusal, "the refusal does not name an address with a repository");
    }
    URI address;
    try {
      Optional<URI> known = address(refusal);
      if (known.isEmpty()) {
        return RepeatedDownload.notPossible(
            refusal, "the refusal names neither an address nor a path");
      }
      address = known.get();
    } catch (IllegalArgumentException e) {
      return RepeatedDownload.notPossible(refusal, "its address is not a valid URL");
    }
    if (!AddressCall.isSameOrigin(xray.baseUrl(), address)) {
      return RepeatedDownload.notPossible(
          refusal,
          "its address does not belong to " + xray.baseUrl()
              + ", the only server to which the credentials are sent");
    }
    OptionalRead.Answer<ServerAnswer> answer = answers.ask(address);
    return answer
        .value()
        .map(answered -> answered(refusal, address, answered))
        .orElseGet(() -> RepeatedDownload.notPossible(refusal, answer.problem()));
  }

  /** Whether the reason is known, so that the server need not be asked again. */
  private static boolean isTold(BlockedDownload refusal) {
    boolean isOpenCuration = refusal.kind() == Kind.CURATION_BLOCK
        && refusal
            .curation()
            .filter(curation -> curation.policies().isEmpty()
                && curation.reason() == CurationRefusal.Reason.UNKNOWN)
            .isPresent();
    return refusal.kind() != Kind.REFUSED_WITHOUT_REASON && !isOpenCuration;
  }

  /**
   * The refused address. If only the repository and the path are known, it is the address under
   * which Artifactory has the file.
   */
  private Optional<URI> address(BlockedDownload refusal) {
    if (refusal.address().isPresent()) {
      return refusal.address().map(text -> URI.create(text.replaceFirst("#.*", "")));
    }
    return refusal
        .path()
        .map(path -> xray.call(
                "GET", "/artifactory/{repository}/{+path}", refusal.repository().get(), path)
            .request()
            .uri());
  }

  private RepeatedDownload answered(BlockedDownload refusal, URI address, ServerAnswer answer) {
    Optional<BlockedDownload> reason = answer.reason();
    Outcome outcome = answer.isAllowed()
        ? Outcome.ALLOWED
        : reason.isPresent() ? Outcome.REFUSED_WITH_REASON : Outcome.REFUSED_WITHOUT_REASON;
    AskedAgain asked = AskedAgain.builder()
        .address(xray.redact(address.toString()))
        .status(answer.status())
        .outcome(outcome)
        .at(now)
        .build();
    return RepeatedDownload.of(reason.map(words -> with(words, refusal)).orElse(refusal), asked);
  }

  /** The refusal as the log has it, with the reason that the server gave. */
  private static BlockedDownload with(BlockedDownload words, BlockedDownload refusal) {
    return refusal.toBuilder()
        .kind(words.kind())
        .repository(words.repository().or(refusal::repository))
        .path(words.path().or(refusal::path))
        .curation(words.curation())
        .text(words.text())
        .build();
  }
}
