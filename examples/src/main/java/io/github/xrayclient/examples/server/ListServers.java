package io.github.xrayclient.examples.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Columns;
import io.github.xrayclient.server.KnownServer;
import io.github.xrayclient.server.KnownServers;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the servers that are known, and tells which one a command uses. */
@Command(
    name = "servers",
    header = "Lists the known servers, and tells which one a command uses.",
    description =
        "Shows the servers of the environment variables and of JFrog CLI, without any secret."
            + " A * marks the server that a command with the same options uses. Sends no request.",
    footer = {"xray-examples servers", "xray-examples servers --server-id acme --format json"})
public final class ListServers implements Callable<Integer> {
  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    KnownServers known = KnownServers.of(System.getenv());
    Optional<KnownServer> used = server.usedOf(known);
    Columns<KnownServer> columns = Columns.<KnownServer>of(
            "", each -> isUsed(each, used) ? "*" : "")
        .and("NAME", KnownServer::name)
        .and("FROM", ListServers::from)
        .and("URL", KnownServer::url)
        .and("USER", KnownServer::user)
        .and("LOGIN", each -> word(each.login()))
        .and("PROBLEM", each -> each.problem().map(ListServers::word));
    result.write(known.all(), columns, each -> {
      ObjectNode json = XrayClient.jsonMapper().valueToTree(each);
      return json.put("used", isUsed(each, used));
    });
    known.unreadConfiguration().ifPresent(result::warn);
    result.say(why(used));
    used.flatMap(KnownServer::problemText).ifPresent(result::warn);
    return ExitCode.DONE;
  }

  private static boolean isUsed(KnownServer each, Optional<KnownServer> used) {
    return used.filter(each::equals).isPresent();
  }

  private static String from(KnownServer each) {
    return each.source() == KnownServer.Source.ENVIRONMENT
        ? "environment"
        : each.isDefault() ? "JFrog CLI, default" : "JFrog CLI";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String why(Optional<KnownServer> used) {
    Optional<String> option = server.namedBy();
    if (used.isEmpty()) {
      return option
          .map(name -> name.equals("--server-id")
              ? "A command is refused, because JFrog CLI has no server with the id of --server-id."
              : "A command uses the server of " + name + ".")
          .orElse("A command is refused, because neither an option nor JF_URL nor"
              + " JFROG_CLI_SERVER_ID names a known server; the default server of JFrog CLI is not"
              + " used unless --server-id names it.");
    }
    String name = used.get().name();
    return "A command uses " + name + ", because "
        + option.orElseGet(() -> used.get().source() == KnownServer.Source.ENVIRONMENT
            ? name + "_URL"
            : "JFROG_CLI_SERVER_ID")
        + " names it.";
  }
}
