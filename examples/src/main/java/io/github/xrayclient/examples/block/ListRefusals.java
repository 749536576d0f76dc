package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.LogFile;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a log without a server. */
@Command(
    name = "refusals",
    header = "Lists the refused downloads that a log shows, without asking a server.",
    description =
        "Lists each refused download once, with the line on which it occurs first and how often it"
            + " occurs. If the reason is missing, also tells how the tool that wrote the log can show the"
            + " server's answer. Needs no server; explain asks the server what blocks the downloads.",
    footer = {
      "xray-examples refusals --message-file build.log",
      "kubectl logs job/build | xray-examples refusals --message-file - --format json",
    },
    exitCodeList = {
      "0:The log shows no refused download.",
      "10:The log shows at least one refused download.",
    })
public final class ListRefusals implements Callable<Integer> {
  @Option(
      names = "--message-file",
      required = true,
      paramLabel = "FILE",
      description = "A log of any size or another text, or - for standard input.")
  String file;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<BlockedDownload> refusals = LogFile.read(file).refusals();
    result.write(result.isJson() ? json(refusals) : text(refusals));
    return refusals.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private static String json(List<BlockedDownload> refusals) {
    return refusals.stream()
        .map(refusal -> JsonReport.tree(refusal) + "\n")
        .collect(Collectors.joining());
  }

  private String text(List<BlockedDownload> refusals) {
    if (refusals.isEmpty()) {
      return "The text shows no refused download that can be recognized.\n";
    }
    Table table = new Table("LINE", "COUNT", "KIND", "STATUS", "REPOSITORY", "DOWNLOAD");
    refusals.forEach(refusal -> table.row(
        refusal.line().map(String::valueOf).orElse(""),
        refusal.count().map(String::valueOf).orElse(""),
        refusal.kind().name(),
        refusal.status().map(String::valueOf).orElse(""),
        refusal.repository().orElse(""),
        download(refusal)));
    String hints = refusals.stream()
        .filter(refusal -> refusal.kind() == BlockedDownload.Kind.REFUSED_WITHOUT_REASON)
        .flatMap(refusal -> refusal.tool().stream())
        .map(DownloadTool::hint)
        .distinct()
        .map(hint -> hint + "\n")
        .collect(Collectors.joining());
    return result.fitted(table) + (hints.isEmpty() ? "" : "\n" + hints);
  }

  /** The package that Curation names, or the path, or the address. */
  private static String download(BlockedDownload refusal) {
    return refusal
        .curation()
        .flatMap(curation -> curation
            .packageName()
            .map(name -> name + curation.packageVersion().map(it -> ":" + it).orElse("")))
        .or(refusal::path)
        .or(refusal::address)
        .orElse("not known");
  }
}
