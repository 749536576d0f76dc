package io.github.xrayclient.internal.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.remedy.RemediableStateException;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.remedy.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file of JFrog CLI, of any version. The file is only read. No message contains a
 * value of the file other than the ids of its servers.
 */
public final class CliConfig {
  private static final String HOME = "JFROG_CLI_HOME_DIR";
  private static final String SERVER_ID = "JFROG_CLI_SERVER_ID";
  private static final String NAME = "jfrog-cli.conf";
  private static final Pattern VERSIONED = Pattern.compile("jfrog-cli\\.conf\\.v(\\d{1,9})");

  private final Path file;
  private final List<CliServer> servers;

  private CliConfig(Path file, List<CliServer> servers) {
    this.file = file;
    this.servers = servers;
  }

  /**
   * Reads the newest configuration file of the user to whom these environment variables belong.
   *
   * @throws IllegalStateException if there is no file, or it cannot be read
   */
  public static CliConfig of(Map<String, String> variables) {
    Path file = file(home(variables));
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) { // not kept, since it may quote a secret of the file
      throw new IllegalStateException(
          file + " is not valid JSON; repair it with the command jf config");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    CliObject members = new CliObject(root);
    return new CliConfig(file, servers(file, members));
  }

  private static List<CliServer> servers(Path file, CliObject root) {
    boolean encrypted = root.flag("enc");
    List<CliServer> servers = new ArrayList<>();
    root.member("servers")
        .forEach(
            server -> servers.add(CliServer.ofPlatform(file, encrypted, new CliObject(server))));
    JsonNode old = root.member("artifactory"); // until version 4
    if (old.isObject()) { // version 0
      servers.add(CliServer.ofOnlyArtifactory(file, encrypted, new CliObject(old)));
    } else {
      old.forEach(
          server -> servers.add(CliServer.ofArtifactory(file, encrypted, new CliObject(server))));
    }
    return servers;
  }

  /**
   * Returns the server with this id; if it is null, the server that {@code JFROG_CLI_SERVER_ID}
   * names, or else the default server of the file.
   *
   * @throws IllegalStateException if there is no such server
   */
  public CliServer server(@Nullable String serverId, Map<String, String> variables) {
    String id = serverId == null ? variables.getOrDefault(SERVER_ID, "").strip() : serverId;
    return id.isEmpty()
        ? first(CliServer::isDefault)
            .orElseThrow(() -> new IllegalStateException(file + " has no default server" + ids()
                + "; choose one with the command jf config use, or set " + SERVER_ID))
        : first(server -> server.id().equals(id))
            .orElseThrow(() -> new RemediableStateException(
                file + " has no server with the id \"" + VisibleText.oneLine(id) + "\"" + ids(),
                Remedy.of(Remedy.Kind.NAME_SERVER, "")));
  }

  /**
   * Reads the servers of the newest configuration file; none if there is no file.
   *
   * @throws IllegalStateException if the file cannot be read
   */
  public static List<CliServer> servers(Map<String, String> variables) {
    return Files.exists(newest(home(variables))) ? of(variables).servers : List.of();
  }

  private Optional<CliServer> first(Predicate<CliServer> wanted) {
    return servers.stream().filter(wanted).findFirst();
  }

  private String ids() {
    return servers.isEmpty()
        ? "; it has no servers, so add one with the command jf config add"
        : servers.stream()
            .map(server -> VisibleText.oneLine(server.id()))
            .collect(Collectors.joining(", ", "; its servers are ", ""));
  }

  private static Path home(Map<String, String> variables) {
    String chosen = variables.getOrDefault(HOME, "").strip();
    try {
      if (!chosen.isEmpty()) {
        return Path.of(chosen);
      }
      String user = Stream.of("HOME", "USERPROFILE")
          .map(name -> variables.getOrDefault(name, ""))
          .filter(value -> !value.isBlank())
          .findFirst()
          .orElseGet(() -> System.getProperty("user.home"));
      return Path.of(user, ".jfrog");
    } catch (InvalidPathException e) {
      throw new IllegalStateException(
          "the home directory of JFrog CLI is not a valid path; correct " + HOME, e);
    }
  }

  private static Path file(Path home) {
    Path newest = newest(home);
    if (!Files.exists(newest)) {
      throw new RemediableStateException(
          "there is no configuration of JFrog CLI in " + home,
          Remedy.of(
              Remedy.Kind.NAME_SERVER,
              "run the command jf config add, or set " + HOME + " to the directory that has one"));
    }
    return newest;
  }

  /** Returns the file with the highest version, which may be missing. */
  private static Path newest(Path home) {
    Path newest = home.resolve(NAME);
    int newestVersion = -1;
    if (Files.isDirectory(home)) {
      try (Stream<Path> files = Files.list(home)) {
        for (Path file : files.collect(Collectors.toList())) {
          Matcher name = VERSIONED.matcher(file.getFileName().toString());
          if (name.matches() && Integer.parseInt(name.group(1)) > newestVersion) {
            newestVersion = Integer.parseInt(name.group(1));
            newest = file;
          }
        }
      } catch (IOException e) {
        throw unreadable(home, e);
      }
    }
    return newest;
  }

  private static IllegalStateException unreadable(Path path, IOException e) {
    return new IllegalStateException(path + " cannot be read; check its permissions: " + e, e);
  }
}
