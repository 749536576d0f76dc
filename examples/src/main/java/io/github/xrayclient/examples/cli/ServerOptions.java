package io.github.xrayclient.examples.cli;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.server.KnownServer;
import io.github.xrayclient.server.KnownServers;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options for the server that a command uses. */
public abstract class ServerOptions {
  private static final List<String> URL_VARIABLES = List.of("JF_URL", "JFROG_URL", "XRAY_URL");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The platform's URL, such as https://acme.example. Default: the environment variable"
              + " JF_URL, JFROG_URL or XRAY_URL: the first with an access token, such as"
              + " JF_ACCESS_TOKEN.")
  String url;

  @Option(
      names = "--server-id",
      paramLabel = "ID",
      description =
          "The id of a server in the configuration of JFrog CLI, whose URL and credentials"
              + " are used. Default: the environment variable JFROG_CLI_SERVER_ID, unless a URL is"
              + " given. The default server of JFrog CLI is not used.")
  String serverId;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "The access token. Other users of this computer can see it in the list of processes, so"
              + " prefer --token-file.")
  String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The file that contains the access token, or - for standard input. Default: the"
          + " environment variable JF_ACCESS_TOKEN, JFROG_ACCESS_TOKEN or XRAY_ACCESS_TOKEN, unless"
          + " the variable of its URL names another server.")
  String tokenFile;

  @Option(
      names = "--read-only",
      description = "Refuses every request that would change the server.")
  boolean readOnly;

  @Option(
      names = "--allow-plain-http",
      description =
          "Allows an http:// URL of another computer, to which the token is sent unencrypted."
              + " Default: such a URL is refused.")
  boolean allowPlainHttp;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description =
          "A file with certificates (PEM or DER) to trust in addition to those that Java trusts.")
  Path caFile;

  @Mixin
  RequestOptions requests;

  @Option(
      names = "--demo",
      description = "Uses an embedded server with demo data, which stops when the command ends.")
  boolean demo;

  @Spec(Target.MIXEE)
  CommandSpec command;

  /** Connects to the server that the options or the environment name, or to the embedded one. */
  public Server connect() throws IOException {
    return connect(System.getenv());
  }

  public Server connect(Map<String, String> environment) throws IOException {
    refuseContradictions();
    try {
      return connected(environment);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw refused(
          e instanceof Remediable ? Failures.message(e, command.commandLine()) : e.getMessage());
    }
  }

  private Server connected(Map<String, String> environment) throws IOException {
    RootCommand root = RootCommand.of(command);
    XrayClientBuilder builder = XrayClient.builder()
        .addInterceptor(root.writes())
        .addListener(root.waits())
        .addListener(root.requests());
    requests.addTo(builder, messages());
    if (readOnly) {
      builder.readOnly();
    }
    if (demo) {
      messages().note("This command uses an embedded server with demo data.");
      return Server.demo(builder);
    }
    if (allowPlainHttp) {
      builder.allowPlainHttp();
    }
    if (caFile != null) {
      builder.caFile(caFile);
    }
    Proxies.use(builder, environment);
    nameServer(builder, environment);
    return Server.of(builder.build());
  }

  /** Whether the server is the embedded one, which stops when the command ends. */
  public boolean isDemo() {
    return demo;
  }

  /**
   * The options that name the server in a command to paste: those that the user gave, without the
   * token.
   *
   * @param url the platform's URL, which stands for a server that the environment names
   */
  public String inCommands(String url) {
    if (demo) {
      return "--demo";
    }
    return (serverId == null ? option("--url", url) : option("--server-id", serverId))
        + (allowPlainHttp ? " --allow-plain-http" : "")
        + (caFile == null ? "" : " " + option("--ca-file", caFile.toString()));
  }

  /** An option for a POSIX shell. */
  private static String option(String name, String value) {
    return name + "='" + value.replace("'", "'\\''") + "'";
  }

  /** Refuses --read-only for a command that only writes. */
  public void refuseReadOnly() {
    if (readOnly) {
      throw refused(
          "--read-only refuses every write, and this command only writes; leave --read-only out to"
              + " make the change");
    }
  }

  /** Refuses to read both the token and this file from standard input. */
  public void refuseSecondUse(String file) {
    if ("-".equals(file) && "-".equals(tokenFile)) {
      throw refused(
          "standard input cannot be both the token and the input of the command; use a file for one"
              + " of them");
    }
  }

  private void refuseContradictions() {
    if (token != null && tokenFile != null) {
      throw refused("--token and --token-file cannot be used together; leave one of them out");
    }
    if (url != null && serverId != null) {
      throw refused("--url and --server-id cannot be used together; leave one of them out");
    }
    if (demo && isServerGiven()) {
      throw refused("--demo uses an embedded server, so it cannot be used with --url, --server-id,"
          + " --token, --token-file, --ca-file or --allow-plain-http; leave --demo or these options"
          + " out");
    }
    if (serverId != null && serverId.isBlank()) {
      throw refused("--server-id is empty; give the id of a server in JFrog CLI");
    }
    if (url != null && url.isBlank()) {
      throw refused("--url is empty; give the URL of the platform, such as https://acme.example");
    }
  }

  private boolean isServerGiven() {
    return url != null
        || serverId != null
        || token != null
        || tokenFile != null
        || allowPlainHttp
        || caFile != null;
  }

  /** Refuses the options for a server together with an option that replaces the server. */
  public void refuseBeside(String option) {
    if (demo || isServerGiven()) {
      throw refused(
          option + " needs no server, so it cannot be used with --url, --server-id,"
              + " --token, --token-file, --ca-file, --allow-plain-http or --demo; leave these options out");
    }
  }

  private void nameServer(XrayClientBuilder builder, Map<String, String> environment) {
    if (url != null) {
      builder.baseUrl(url);
    }
    String given = givenToken();
    if (given != null) {
      builder.credentials(Credentials.bearer(given));
    }
    if (serverId != null) {
      builder.cliProfile(serverId, environment);
    } else if (url == null || given == null) {
      refuseEmptyUrl(environment);
      nameByEnvironment(builder, environment);
    }
  }

  private void nameByEnvironment(XrayClientBuilder builder, Map<String, String> environment) {
    if (url == null) {
      builder.environmentOrCliProfile(environment);
    } else {
      builder.environment(environment);
    }
  }

  /** The known server that a command with these options uses; empty if it uses another one or none. */
  public Optional<KnownServer> usedOf(KnownServers known) {
    refuseContradictions();
    if (demo || url != null) {
      return Optional.empty();
    }
    return serverId == null ? known.used() : known.profile(serverId);
  }

  /** The option that names the server, if one was given. */
  public Optional<String> namedBy() {
    return demo
        ? Optional.of("--demo")
        : url != null
            ? Optional.of("--url")
            : Optional.ofNullable(serverId).map(id -> "--server-id");
  }

  /** Refuses an empty variable, since it is more likely a mistake than meant to be ignored. */
  private void refuseEmptyUrl(Map<String, String> environment) {
    for (String variable : URL_VARIABLES) {
      if (environment.getOrDefault(variable, "-").isBlank()) {
        throw refused(
            variable + " is set but empty; set it to the URL of the platform, or unset it and name"
                + " the server in another way: " + Remedies.NAME_SERVER);
      }
    }
  }

  private String givenToken() {
    if (token != null) {
      messages()
          .warning("Other users of this computer can see the token in the list of processes; use"
              + " --token-file or JF_ACCESS_TOKEN instead of --token.");
    }
    return tokenFile == null ? token : tokenFromFile();
  }

  /** Does not repeat the value of the option in a message, since it may be a token by mistake. */
  private String tokenFromFile() {
    String problem;
    try {
      String read = TextInput.read(tokenFile).strip();
      if (!read.isEmpty()) {
        return read;
      }
      problem = "the file of --token-file is empty";
    } catch (IOException | InvalidPathException e) {
      problem = "the file of --token-file cannot be read";
    }
    throw new UsageErrors.Refused(
        command.commandLine(),
        problem + "; give the name of a file that contains the token, or - for standard input",
        ExitCode.FAILED);
  }

  private Messages messages() {
    return RootCommand.of(command).messages();
  }

  final ParameterException refused(String message) {
    return new UsageErrors.Refused(command.commandLine(), message);
  }
}
