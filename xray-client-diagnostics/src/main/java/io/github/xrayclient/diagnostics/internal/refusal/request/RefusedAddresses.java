package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the addresses that stand on one line with the status 403, as most build tools print them
 * instead of the server's words. Only addresses that name a repository count.
 */
public final class RefusedAddresses {
  private static final int LONGEST_LINE = 4_096;
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s\"'`<>\\\\]+", Pattern.CASE_INSENSITIVE);

  private RefusedAddresses() {}

  /** The refused downloads, with the positions of their lines, in the order of the text. */
  public static List<LocatedBlock> in(String text) {
    List<LocatedBlock> found = new ArrayList<>();
    int at = text.indexOf(RefusedStatus.STATUS);
    while (at >= 0) {
      int start = text.lastIndexOf('\n', at) + 1;
      int lineFeed = text.indexOf('\n', at);
      int end = lineFeed < 0 ? text.length() : lineFeed;
      if (end - start <= LONGEST_LINE) {
        ofLine(text.substring(start, end))
            .map(block -> new LocatedBlock(start, end, block))
            .ifPresent(found::add);
      }
      at = text.indexOf(RefusedStatus.STATUS, end);
    }
    return found;
  }

  private static Optional<BlockedDownload> ofLine(String shown) {
    SearchableText searched = SearchableText.of(shown); // without colours
    String line = searched.between(0, searched.length());
    Matcher address = ADDRESS.matcher(line);
    while (address.find()) {
      String url = address.group().replaceFirst("[.,;:)\\]}]+$", "");
      String before = line.substring(0, address.start());
      if (!RefusedStatus.isIn(before, line.substring(address.start() + url.length()))) {
        continue;
      }
      Optional<BlockedDownload> block = of(url, line);
      if (block.isPresent()) {
        return block;
      }
    }
    return Optional.empty();
  }

  /** The refusal of an address by the status 403; empty if the address does not name a repository. */
  public static Optional<BlockedDownload> of(String url, String text) {
    return DownloadAddress.parse(url)
        .filter(address -> address.repository().isPresent())
        .map(address -> BlockedDownload.builder()
            .kind(BlockedDownload.Kind.REFUSED_WITHOUT_REASON)
            .address(address.address())
            .status(403)
            .repository(address.repository())
            .path(address.storedPath())
            .text(SearchableText.cut(text.replace(url, DownloadAddress.withoutCredentials(url))))
            .build());
  }
}
