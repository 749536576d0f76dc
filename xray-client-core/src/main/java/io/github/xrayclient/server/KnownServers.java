package io.github.xrayclient.server;

import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.settings.CliConfig;
import io.github.xrayclient.internal.settings.CliServer;
import io.github.xrayclient.internal.settings.ServerVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The servers that environment variables and the configuration of JFrog CLI know, and which of them
 * {@code XrayClient.builder().environmentOrCliProfile(..)} uses. Immutable and thread-safe.
 */
public final class KnownServers {
  private final List<KnownServer> all;
  private final ServerVariables rules;
  private final Optional<String> unread;

  private KnownServers(List<KnownServer> all, ServerVariables rules, Optional<String> unread) {
    this.all = List.copyOf(all);
    this.rules = rules;
    this.unread = unread;
  }

  /**
   * Finds the servers. Reads the configuration file of JFrog CLI if there is one, and sends
   * nothing.
   *
   * @param variables the environment variables, such as {@link System#getenv()}
   */
  public static KnownServers of(Map<String, String> variables) {
    Arguments.elements(
        "variables", Objects.requireNonNull(variables, "variables").values());
    ServerVariables rules = new ServerVariables(variables);
    List<KnownServer> all = new ArrayList<>();
    rules.known().forEach(prefix -> all.add(ServerFacts.of(prefix, rules)));
    try {
      for (CliServer server : CliConfig.servers(variables)) {
        all.add(ServerFacts.of(server));
      }
      return new KnownServers(all, rules, Optional.empty());
    } catch (IllegalStateException e) {
      return new KnownServers(all, rules, Optional.ofNullable(e.getMessage()));
    }
  }

  /** All servers: those of the environment variables, and then those of JFrog CLI. */
  public List<KnownServer> all() {
    return all;
  }

  /**
   * The server that is used if none is asked for: the one of the environment variables, or if they
   * have no URL, the one of JFrog CLI that {@code JFROG_CLI_SERVER_ID} names. The default server of
   * JFrog CLI is not used. Empty if neither is known.
   */
  public Optional<KnownServer> used() {
    Optional<String> profile = rules.profile();
    return profile.isPresent()
        ? profile(profile.get())
        : rules.chosen().flatMap(prefix -> find(KnownServer.Source.ENVIRONMENT, prefix));
  }

  /** The server of JFrog CLI with this id. */
  public Optional<KnownServer> profile(String id) {
    return find(KnownServer.Source.JFROG_CLI, Arguments.checked("id", id));
  }

  /** Why the configuration of JFrog CLI could not be read; absent if it was read or is missing. */
  public Optional<String> unreadConfiguration() {
    return unread;
  }

  private Optional<KnownServer> find(KnownServer.Source source, String name) {
    return all.stream()
        .filter(server -> server.source() == source && server.name().equals(name))
        .findFirst();
  }

  /** Shows the servers. It contains no secret. */
  @Override
  public String toString() {
    return "KnownServers" + all;
  }
}
