package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The requests of a log that were refused at last, each address once. A status 401 that asked for
 * credentials is replaced by the status of the request with them.
 */
final class RefusedRequests {
  private static final Pattern DEFAULT_PORT =
      Pattern.compile("^(https://[^/:]+(?=:443/)|http://[^/:]+(?=:80/)):[0-9]+");
  private static final int MOST = 20_000; // lines that are kept

  /** The refusals of each address by status; the status that came last is the last. */
  private final Map<String, Map<Integer, Refused>> byAddress = new LinkedHashMap<>();

  private final TreeSet<Long> answeredLines = new TreeSet<>();

  void add(RequestEvent event, long line) {
    String key = key(event);
    if (RequestEvent.isRefusal(event.status())) {
      Map<Integer, Refused> byStatus =
          byAddress.computeIfAbsent(key, first -> new LinkedHashMap<>());
      Refused before = byStatus.remove(event.status());
      byStatus.put(event.status(), before == null ? new Refused(event, line) : before.again(line));
    } else if (event.status() < 400) {
      Map<Integer, Refused> answered = byAddress.remove(key);
      if (answered != null && answeredLines.size() < MOST) {
        answeredLines.add(last(answered).line());
      }
    }
  }

  /** What the requests for one address have in common. */
  static String key(RequestEvent event) {
    return event.address().map(RefusedRequests::withoutPort).orElse("status " + event.status());
  }

  /** The address without the port that its scheme has by default. */
  private static String withoutPort(String address) {
    return DEFAULT_PORT.matcher(address).replaceFirst("$1");
  }

  /** The refused requests. The address of a folder is left out if a file in it was refused, too. */
  List<Refused> refused() {
    NavigableSet<String> addresses = new TreeSet<>(byAddress.keySet());
    return byAddress.entrySet().stream()
        .filter(refused -> !last(refused.getValue()).event().isOfFolder()
            || !hasFile(refused.getKey().replaceFirst("/$", "") + "/", addresses))
        .map(refused -> last(refused.getValue()))
        .collect(Collectors.toUnmodifiableList());
  }

  private static Refused last(Map<Integer, Refused> byStatus) {
    return byStatus.values().stream().reduce((before, after) -> after).orElseThrow();
  }

  private static boolean hasFile(String folder, NavigableSet<String> addresses) {
    String next = addresses.higher(folder);
    return next != null && next.startsWith(folder);
  }

  /** Whether a request near this line was refused at first and had success later. */
  boolean isAnsweredNear(long line, long distance) {
    return !answeredLines.subSet(line - distance, true, line + distance, true).isEmpty();
  }

  /** A refused request: an event of an address and a status, and how often it occurs. */
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

    /** This request after a later answer with its status. */
    private Refused again(long later) {
      return new Refused(event, line, later, count + 1);
    }

    RequestEvent event() {
      return event;
    }

    long line() {
      return line;
    }

    /** How often the address was answered with this status. */
    long count() {
      return count;
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
