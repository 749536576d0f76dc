package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.answer.Guess;
import io.github.xrayclient.diagnostics.internal.refusal.request.RefusedAddresses;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.error.XrayApiException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the refusals in a response of which the status and the address are known. */
public final class ResponseReader {
  /** The number of characters of a body that an {@link XrayApiException} keeps. */
  private static final int KEPT = 8_192;

  private ResponseReader() {}

  /** Reads words of a response that do not stand in its body, such as those in a header. */
  public static FoundRefusals read(String words) {
    return RefusalLogReader.read(words).map(ResponseReader::withoutLine);
  }

  public static FoundRefusals read(XrayApiException response) {
    boolean isCut = response.body().length() >= KEPT;
    String text = isCut && !response.messages().isEmpty()
        ? String.join("\n", response.messages())
        : response.body();
    FoundRefusals found = RefusalLogReader.read(text)
        .map(words -> withKind(words, response.statusCode(), text))
        .map(words -> withoutLine(words).toBuilder()
            .address(response.uri().toString())
            .status(response.statusCode())
            .build())
        .map(words -> isWithoutReason(words) ? withoutReason(words) : words);
    List<BlockedDownload> refusals = Stream.concat(
            found.refusals().stream(), found.guess().filter(ResponseReader::isRefused).stream())
        .filter(refusal -> refusal.kind() != Kind.UNKNOWN)
        .collect(Collectors.toList());
    return refusals.isEmpty() ? FoundRefusals.none(found.first()) : FoundRefusals.of(refusals);
  }

  /** Whether the status, or the kind that it makes clear, tells of a refusal. */
  private static boolean isRefused(BlockedDownload response) {
    return response.kind().isBlock()
        || response.status().filter(RequestEvent::isRefusal).isPresent();
  }

  private static BlockedDownload withoutLine(BlockedDownload found) {
    return found.toBuilder().count(Optional.empty()).line(Optional.empty()).build();
  }

  /** Lets the status decide together with the words, unless Xray or Curation says why it refuses. */
  private static BlockedDownload withKind(BlockedDownload found, int status, String text) {
    Kind kind = found.kind();
    if (kind.isBlock() || kind == Kind.SUSPENDED) {
      return found;
    }
    Kind byStatus = Guess.ofResponse(status, text);
    boolean isClearer = kind == Kind.UNKNOWN
        || kind == Kind.REFUSED_WITHOUT_REASON
        || byStatus == Kind.POSSIBLE_BLOCK_VIA_VIRTUAL;
    return isClearer ? found.toBuilder().kind(byStatus).build() : found;
  }

  private static boolean isWithoutReason(BlockedDownload found) {
    return found.kind() == Kind.UNKNOWN && found.status().equals(Optional.of(403));
  }

  /** The refusal by the status 403 alone, with the repository and the path if they are certain. */
  private static BlockedDownload withoutReason(BlockedDownload found) {
    return found
        .address()
        .flatMap(address -> RefusedAddresses.of(address, found.text()))
        .orElseGet(() -> found.toBuilder().kind(Kind.REFUSED_WITHOUT_REASON).build());
  }
}
