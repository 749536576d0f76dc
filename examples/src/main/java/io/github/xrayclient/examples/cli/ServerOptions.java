package io.github.xrayclient.examples.cli;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which server a command talks to. */
public abstract class ServerOptions {
  private static final String WAYS =
      "; on the command line, name a server by --url and its token by"
          + " --token-file, or give --demo for an embedded server with demo data";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The platform, such as https://acme.example. Without it, JF_URL is used.")
  String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "An access token. Other users of this computer can see it in the list of processes, so"
              + " --token-file is better.")
  String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file that holds the access token; - is standard input. Without it,"
          + " JF_ACCESS_TOKEN is used if it belongs to that server.")
  String tokenFile;

  @Option(names = "--read-only", description = "Refuses every write before it is sent.")
  boolean readOnly;

  @Option(
      names = "--allow-plain-http",
      description = "Allows http://, which is not encrypted, to another host.")
  boolean allowPlainHttp;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "Certificates to trust in addition to those that the JDK trusts.")
  Path caFile;

  @Option(names = "--demo", description = "Runs on an embedded server with demo data.")
  boolean demo;

  @Spec(Target.MIXEE)
  CommandSpec command;

  /** A connection to the server that the options or the environment name, or to the demo. */
  public Server connect() throws IOException {
    return connect(System.getenv());
  }

  public Server connect(Map<String, String> environment) throws IOException {
    refuseContradictions();
    try {
      return connected(environment);
    } catch (IllegalArgumentException e) { // in the words of the library
      throw refused(e.getMessage() + "; the options for this are --url, --token-file, --ca-file and"
          + " --allow-plain-http");
    }
  }

  private Server connected(Map<String, String> environment) throws IOException {
    XrayClientBuilder builder =
        XrayClient.builder().addInterceptor(RootCommand.of(command).writes());
    if (readOnly) {
      builder.readOnly();
    }
    if (demo) {
      say("Running on the embedded server with demo data.");
      return Server.demo(builder);
    }
    if (allowPlainHttp) {
      builder.allowPlainHttp();
    }
    if (caFile != null) {
      builder.caFile(caFile);
    }
    nameServer(builder, environment);
    return Server.of(builder.build());
  }

  /** Refuses a command that does nothing but write. */
  public void refuseReadOnly() {
    if (readOnly) {
      throw refused(
          "--read-only refuses every write, and this command does nothing but write; leave"
              + " --read-only out to make the change");
    }
  }

  /** Refuses to read a file from standard input that gives the token already. */
  public void refuseSecondUse(String file) {
    if ("-".equals(file) && "-".equals(tokenFile)) {
      throw refused("standard input cannot give both the token and the message; name a file for one"
          + " of them");
    }
  }

  private void refuseContradictions() {
    if (token != null && tokenFile != null) {
      throw refused("--token and --token-file both give a token; leave one of them out");
    }
    boolean described =
        url != null || token != null || tokenFile != null || allowPlainHttp || caFile != null;
    if (demo && described) {
      throw refused(
          "the demo is on an embedded server; name your own by --url and leave --demo out, or leave"
              + " out --url, --token, --token-file, --ca-file and --allow-plain-http");
    }
    if (url != null && url.isBlank()) {
      throw refused("--url is empty; give the platform, such as https://acme.example");
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
    if (url == null || given == null) {
      refuseEmptyUrl(environment);
      try {
        builder.environment(environment);
      } catch (IllegalStateException e) {
        throw refused(e.getMessage() + WAYS);
      }
    }
  }

  /** An empty variable is a mistake of whoever set it, not a wish for another server. */
  private void refuseEmptyUrl(Map<String, String> environment) {
    for (String variable : List.of("JF_URL", "JFROG_URL", "XRAY_URL")) {
      if (environment.getOrDefault(variable, "-").isBlank()) {
        throw refused(variable + " is set but empty; set it to the platform, or unset it" + WAYS);
      }
    }
  }

  private String givenToken() {
    if (token != null) {
      say("Warning: other users of this computer can see --token in the list of processes; use"
          + " --token-file or JF_ACCESS_TOKEN instead.");
    }
    return tokenFile == null ? token : tokenFromFile();
  }

  /** The failure does not repeat the option's value, which may be a token by mistake. */
  private String tokenFromFile() {
    String words;
    try {
      String read = TextInput.read(tokenFile).strip();
      if (!read.isEmpty()) {
        return read;
      }
      words = "the file of --token-file is empty";
    } catch (IOException | InvalidPathException e) {
      words = "the file of --token-file cannot be read";
    }
    throw new UsageErrors.Refused(
        command.commandLine(),
        words + "; give the name of a file that holds the token, or - for standard input",
        ExitCode.FAILED);
  }

  private void say(String words) {
    command.commandLine().getErr().println(words);
  }

  final ParameterException refused(String words) {
    return new UsageErrors.Refused(command.commandLine(), words);
  }
}
