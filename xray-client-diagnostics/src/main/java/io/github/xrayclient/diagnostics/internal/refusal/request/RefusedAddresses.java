package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.Optional;

/** Describes refusals of which only the address and the status 403 are known. */
public final class RefusedAddresses {
  private RefusedAddresses() {}

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
            .text(SearchableText.cut(text.replace(url, address.address())))
            .build());
  }
}
