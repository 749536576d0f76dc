package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.status.Packages;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks Curation whether it would allow packages, before somebody installs them. */
@Command(
    name = "check-package",
    header = "Tells whether Curation would allow packages now, and which policies block them.",
    description = {
      "Takes one package, or a list of packages from a file or standard input. Curation evaluates"
          + " its policies for each curated repository of the package type. The endpoint is known"
          + " from observation only, and not every server has it. Does not change the server.",
      "In a list, each line is TYPE NAME VERSION, as in \"npm @acme/web 1.2.3\", or a package URL,"
          + " as in \"pkg:maven/com.acme/core@1.2.3\". Empty lines and lines that begin with # are"
          + " skipped.",
      "With --format json, each line has the type, name and version, the verdict (ALLOWED, BLOCKED,"
          + " MIXED or UNKNOWN), hasDetails, and the server's answer as status. If the status could"
          + " not be read, the verdict is null and problem has the reason."
    },
    footer = {
      "xray-examples check-package --type npm --name lodash --version 4.17.21",
      "xray-examples check-package --from-file packages.txt --format json",
    },
    exitCodeList = {
      "0:No package is known to be blocked.",
      "10:At least one package is blocked, in all or in some of the curated repositories.",
      "3:The command failed, or the status of at least one package could not be read, and no other"
          + " package is known to be blocked.",
    })
public final class CheckPackage implements Callable<Integer> {
  /** Verdicts that are a finding only if the option asks for it. */
  enum FailOn {
    UNKNOWN
  }

  @ArgGroup(multiplicity = "1")
  PackageQuestion question;

  @Option(
      names = "--fail-on",
      paramLabel = "unknown",
      description = "Also returns 10 if Curation knows nothing about a package, or answers without"
          + " details. Default: such packages do not change the exit code.")
  FailOn failOn;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    server.refuseSecondUse(question.list);
    List<ListedPackage> asked = question.packages();
    PackageChecks checks = new PackageChecks(failOn == FailOn.UNKNOWN);
    try (Server connected = server.connect()) {
      Packages packages = Curation.of(connected.xray()).packages();
      for (ListedPackage each : asked) {
        checks.ask(packages, each);
      }
    }
    result.write(result.isJson() ? checks.json() : result.fitted(checks.table()));
    checks.problems().forEach(result::warn);
    return checks.exitCode();
  }
}
