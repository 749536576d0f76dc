package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The requests of a log that were refused at last, each address once. A status 401 that asked for
 * credentials is replaced by the status of the request with them.
 */
final class RefusedRequests {
  private static final int MOST = 20_000; // lines that are kept

  private final Map<String, Refused> byAddress = new LinkedHashMap<>();
  private final TreeSet<Long> answeredLines = new TreeSet<>();

  void add(RequestEvent event, long line) {
    String key = event.address().orElse("status " + event.status());
    if (isRefused(event.status())) {
      byAddress.merge(key, new Refused(event, line), Refused::then);
    } else if (event.status() < 400) {
      Refused answered = byAddress.remove(key);
      if (answered != null && answeredLines.size() < MOST) {
        answeredLines.add(answered.line());
      }
    }
  }

  /** The refused requests. The address of a folder is left out if a file in it was refused, too. */
  List<Refused> refused() {
    NavigableSet<String> addresses = new TreeSet<>(byAddress.keySet());
    return byAddress.entrySet().stream()
        .filter(refused -> !refused.getValue().event().isOfFolder()
            || !hasFile(refused.getKey().replaceFirst("/$", "") + "/", addresses))
        .map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableList());
  }

  private static boolean hasFile(String folder, NavigableSet<String> addresses) {
    String next = addresses.higher(folder);
    return next != null && next.startsWith(folder);
  }

  /** Whether a request near this line was refused at first and had success later. */
  boolean isAnsweredNear(long line, long distance) {
    return !answeredLines.subSet(line - distance, true, line + distance, true).isEmpty();
  }

  private static boolean isRefused(int status) {
    return status == 401 || status == 403 || status == 407;
  }

  /** A refused request: the last event of its address, with the first line. */
  static final class Refused {
    private final RequestEvent event;
    private final long line;
    private final long lastLine;
    private final long count;

    Refused(RequestEvent event, long line) {
      this(event, line, line, 1);
    }

    private Refused(RequestEvent event, long line, long lastLine, long count) {
      this.event = event;
      this.line = line;
      this.lastLine = lastLine;
      this.count = count;
    }

    /** This request after a later event of its address. */
    private Refused then(Refused later) {
      return event.status() == later.event.status()
          ? new Refused(event, line, later.line, count + 1)
          : new Refused(later.event, later.line);
    }

    RequestEvent event() {
      return event;
    }

    long line() {
      return line;
    }

    /** The line of the last event. */
    long lastLine() {
      return lastLine;
    }

    /** Whether a line belongs to the answer of the server. */
    boolean isAnsweredAt(long other) {
      return other >= line && other <= line + event.lines();
    }

    BlockedDownload refusal() {
      return BlockedDownload.builder()
          .kind(kind())
          .address(event.url())
          .status(event.status())
          .repository(event.repository())
          .path(event.path())
          .text(event.text())
          .count(count)
          .line(line)
          .build();
    }

    private Kind kind() {
      switch (event.status()) {
        case 401:
          return Kind.AUTH;
        case 407:
          return Kind.PROXY;
        default:
          return Kind.REFUSED_WITHOUT_REASON;
      }
    }
  }
}
