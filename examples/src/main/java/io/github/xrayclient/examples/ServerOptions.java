package io.github.xrayclient.examples;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which server a command talks to. */
abstract class ServerOptions {
  private static final String WAYS =
      "; on the command line, name a server by --url and its token by"
          + " --token-file, or give --demo for an embedded server with demo data";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The platform, such as https://acme.example; else JF_URL.")
  String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "An access token, which others can see in the list of processes; better --token-file.")
  String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file that holds the access token, - for standard input; else"
          + " JF_ACCESS_TOKEN, if it belongs to that server.")
  String tokenFile;

  @Option(names = "--read-only", description = "Refuses every write before it is sent.")
  boolean readOnly;

  @Option(names = "--allow-plain-http", description = "Allows http:// to another host.")
  boolean allowPlainHttp;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "Certificates to trust beside those of the JDK.")
  Path caFile;

  @Option(names = "--demo", description = "Runs on an embedded server with demo data.")
  boolean demo;

  @Spec(Target.MIXEE)
  CommandSpec command;

  /** A connection to the server that the options or the environment name, or to the demo. */
  Server connect() throws IOException {
    return connect(System.getenv());
  }

  Server connect(Map<String, String> environment) throws IOException {
    refuseContradictions();
    XrayClientBuilder builder =
        XrayClient.builder().addInterceptor(XrayExamples.of(command).writes());
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
  void refuseReadOnly() {
    if (readOnly) {
      throw refused("--read-only refuses every write, and this command only writes; leave out one");
    }
  }

  /** Refuses to read a file from standard input that gives the token already. */
  void refuseSecondUse(String file) {
    if ("-".equals(file) && "-".equals(tokenFile)) {
      throw refused("standard input cannot give the token and this file too; name a file for one");
    }
  }

  private void refuseContradictions() {
    if (token != null && tokenFile != null) {
      throw refused("--token and --token-file both give a token; leave one out");
    }
    boolean described =
        url != null || token != null || tokenFile != null || allowPlainHttp || caFile != null;
    if (demo && described) {
      throw refused("the demo is on an embedded server; name your own by --url and leave --demo"
          + " out, or leave out all other options of a server");
    }
    if (url != null && url.isBlank()) {
      throw refused("--url is empty; give the platform, such as https://acme.example");
    }
  }

  private void nameServer(XrayClientBuilder builder, Map<String, String> environment)
      throws IOException {
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

  private String givenToken() throws IOException {
    if (token != null) {
      say("Warning: others can see --token in the list of processes; use --token-file, or"
          + " JF_ACCESS_TOKEN.");
    }
    return tokenFile == null ? token : TextInput.read(tokenFile).strip();
  }

  private void say(String words) {
    command.commandLine().getErr().println(words);
  }

  final ParameterException refused(String words) {
    return new UsageErrors.Refused(command.commandLine(), words);
  }
}
