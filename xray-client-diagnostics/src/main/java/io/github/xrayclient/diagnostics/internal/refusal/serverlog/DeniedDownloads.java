package io.github.xrayclient.diagnostics.internal.refusal.serverlog;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the downloads that Artifactory's access log says were denied to a user: {@code [DENIED
 * DOWNLOAD] REPOSITORY:PATH for USER/ADDRESS}.
 */
public final class DeniedDownloads {
  private static final String MARK = "[DENIED DOWNLOAD]";
  private static final int LONGEST = 4_096;
  private static final Pattern ARTIFACT =
      Pattern.compile(" *([A-Za-z0-9][\\w.-]{0,63}):(\\S(?:.*?\\S)?) for (?:client ?:|[^ /]*/).*");

  private DeniedDownloads() {}

  /** The refusals in the order of the text. */
  public static List<LocatedBlock> in(String text) {
    List<LocatedBlock> found = new ArrayList<>();
    int next = text.indexOf(MARK);
    while (next >= 0) {
      int at = next;
      next = text.indexOf(MARK, at + 1);
      int limit = Math.min(next < 0 ? text.length() : next, at + LONGEST);
      int lineFeed = text.substring(at, limit).indexOf('\n');
      int end = lineFeed < 0 ? limit : at + lineFeed;
      Matcher artifact =
          ARTIFACT.matcher(text.substring(at + MARK.length(), end).stripTrailing());
      if (artifact.matches()) {
        BlockedDownload denied = BlockedDownload.builder()
            .kind(BlockedDownload.Kind.PERMISSION)
            .repository(artifact.group(1))
            .path(artifact.group(2))
            .text(SearchableText.cut(text.substring(at, end)))
            .build();
        found.add(new LocatedBlock(at, end, denied));
      }
    }
    return found;
  }
}
