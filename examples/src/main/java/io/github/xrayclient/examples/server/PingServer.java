package io.github.xrayclient.examples.server;

import io.github.xrayclient.diagnostics.access.AccessCheck;
import io.github.xrayclient.diagnostics.access.AccessReport;
import io.github.xrayclient.diagnostics.access.AreaAccess;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.examples.terminal.Visible;
import io.github.xrayclient.value.XrayVersion;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks that a server can be used, and shows what the token may do. */
@Command(
    name = "ping",
    header = "Checks the URL, the token and the version, and shows what the token may do.",
    description =
        "Reads the version of Xray, and sends one request for each area, such as policies, violations"
            + " or waiver requests. Does not change the server.",
    exitCodeList =
        "3:The server cannot be reached, is not an Xray server, or does not accept the token, or"
            + " the token may read nothing.",
    footer = {"xray-examples ping", "xray-examples ping --server-id acme --format json"})
public final class PingServer implements Callable<Integer> {
  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    AccessReport report;
    try (Server connected = server.connect()) {
      report = AccessCheck.of(connected.xray()).run();
    }
    result.write(result.isJson() ? ResultOptions.json(report) + "\n" : text(report));
    if (report.areas().stream().noneMatch(area -> area.access() == AreaAccess.Access.READABLE)) {
      result.fail("the server answers, but the token may read nothing there");
      return ExitCode.FAILED;
    }
    return ExitCode.DONE;
  }

  private String text(AccessReport report) {
    Table areas = new Table("AREA", "ACCESS", "WHY").withSentences();
    for (AreaAccess area : report.areas()) {
      areas.row(word(area.area()), word(area.access()), area.reason().orElse(""));
    }
    return "URL      " + report.url() + "\n"
        + "User     " + report.user().map(Visible::oneLine).orElse("not known") + "\n"
        + "Scope    " + report.tokenScope().map(Visible::oneLine).orElse("not known") + "\n"
        + "Version  " + report.version().map(XrayVersion::wire).orElse("not known") + "\n"
        + "Writes   " + writes(report) + "\n\n"
        + result.fitted(areas);
  }

  private static String writes(AccessReport report) {
    return report
        .administrator()
        .map(yes -> yes
            ? "everything, as an administrator"
            : "not known: this user is not an administrator, and servers do not tell in"
                + " advance what such a user may change")
        .orElse("not known, because servers do not tell it");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
