package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.answer.Answers;
import io.github.xrayclient.diagnostics.internal.refusal.audit.AuditTables;
import io.github.xrayclient.diagnostics.internal.refusal.audit.TableColumns;
import io.github.xrayclient.diagnostics.internal.refusal.request.EarlierRefusals;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.internal.refusal.request.Requests;
import io.github.xrayclient.diagnostics.internal.refusal.serverlog.DeniedDownloads;
import io.github.xrayclient.diagnostics.internal.refusal.serverlog.RequestLogs;
import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextSplitter;
import io.github.xrayclient.diagnostics.internal.refusal.tool.ToolSightings;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A part of a log, and everything that the readers find in it, in the order of the log. Immutable. */
final class LogWindow {
  private final String log;
  private final AuditTables tables;
  private final List<Place<BlockedDownload>> messages = new ArrayList<>();
  private final List<Place<BlockedDownload>> answers = new ArrayList<>();
  private final List<Place<RequestEvent>> requests = new ArrayList<>();

  /**
   * Reads a part of a log.
   *
   * @param continued whether there is more text before it
   * @param table the columns of a table of {@code jf curation-audit} that begins before it
   * @param refused the addresses that were refused before; those that this part refuses are added
   */
  LogWindow(String log, boolean continued, Optional<TableColumns> table, EarlierRefusals refused) {
    this.log = log;
    this.tables = AuditTables.in(log, table);
    LogText text = LogText.of(tables.rest());
    TextSplitter pieces = BlockReader.split(text.text(), continued);
    tables
        .refusals()
        .forEach(row -> messages.add(new Place<>(row.start(), row.end(), row.block())));
    BlockReader.find(pieces).forEach(found -> messages.add(place(found, text)));
    Answers.in(text, pieces).forEach(found -> answers.add(place(found, text)));
    DeniedDownloads.in(text.text()).forEach(found -> answers.add(place(found, text)));
    Requests.in(text, refused).forEach(found -> requests.add(place(found, text)));
    RequestLogs.in(text.text(), refused).forEach(found -> requests.add(place(found, text)));
    messages.sort(Comparator.comparingInt(Place::start));
    answers.sort(Comparator.comparingInt(Place::start));
    requests.sort(Comparator.comparingInt(Place::start));
  }

  private static Place<BlockedDownload> place(LocatedBlock found, LogText text) {
    return new Place<>(text.origin(found.start()), text.origin(found.end()), found.block());
  }

  private static Place<RequestEvent> place(RequestEvent found, LogText text) {
    return new Place<>(text.origin(found.start()), text.origin(found.end()), found);
  }

  /** The messages of Xray and Curation. */
  List<Place<BlockedDownload>> messages() {
    return messages;
  }

  /** Other answers of servers and proxies. */
  List<Place<BlockedDownload>> answers() {
    return answers;
  }

  /** The requests that were answered. */
  List<Place<RequestEvent>> requests() {
    return requests;
  }

  /** The lines of which the program that wrote them is known. */
  List<Place<DownloadTool>> tools() {
    List<Place<DownloadTool>> tools = new ArrayList<>();
    ToolSightings.in(log, (tool, end) -> tools.add(new Place<>(end, end, tool)));
    return tools;
  }

  /** The columns of the table at a position; empty if there is none. */
  Optional<TableColumns> tableAt(int position) {
    return tables.around(position);
  }

  /** Something that was found between two positions of the log. */
  static final class Place<T> {
    private final int start;
    private final int end;
    private final T found;

    Place(int start, int end, T found) {
      this.start = start;
      this.end = end;
      this.found = found;
    }

    int start() {
      return start;
    }

    int end() {
      return end;
    }

    T found() {
      return found;
    }
  }
}
