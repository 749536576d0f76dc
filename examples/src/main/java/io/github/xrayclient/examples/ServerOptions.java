package io.github.xrayclient.examples;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which server a command talks to. */
abstract class ServerOptions {
  private static final List<String> PREFIXES = List.of("JF", "JFROG", "XRAY");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The platform, such as https://acme.example; else JF_URL.")
  String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "An access token; else --token-file, else JF_ACCESS_TOKEN.")
  String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file that holds the access token; - is standard input.")
  String tokenFile;

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

  /** A connection to the server that the options or the environment name, else to the demo. */
  Server connect() throws IOException {
    refuseContradictions();
    Map<String, String> variables = new HashMap<>(System.getenv());
    if (url != null) {
      variables.put("JF_URL", url);
      first(variables, "_ACCESS_TOKEN").ifPresent(value -> variables.put("JF_ACCESS_TOKEN", value));
    }
    if (demo || first(variables, "_URL").isEmpty()) {
      if (isServerDescribed()) {
        throw refused("the demo is on an embedded server; name your own by --url and leave --demo"
            + " out, or leave out all other options of a server");
      }
      PrintWriter err = command.commandLine().getErr();
      err.println("Running on the embedded server with demo data; name another one by --url.");
      return Server.demo();
    }
    String given = givenToken();
    if (given != null) {
      PREFIXES.forEach(prefix -> variables.put(prefix + "_ACCESS_TOKEN", given));
    }
    return Server.of(client(variables));
  }

  private void refuseContradictions() {
    if (url != null && url.isBlank()) {
      throw refused("--url is blank; give the platform");
    }
    if (token != null && tokenFile != null) {
      throw refused("--token and --token-file both give a token; leave one out");
    }
  }

  private boolean isServerDescribed() {
    return url != null || token != null || tokenFile != null || allowPlainHttp || caFile != null;
  }

  final ParameterException refused(String words) {
    return new ParameterException(command.commandLine(), words);
  }

  private XrayClient client(Map<String, String> variables) {
    XrayClientBuilder builder = XrayClient.builder();
    if (allowPlainHttp) {
      builder.allowPlainHttp();
    }
    if (caFile != null) {
      builder.caFile(caFile);
    }
    try {
      return builder.environment(variables).build();
    } catch (IllegalStateException e) {
      throw new ParameterException(
          command.commandLine(), "no token; give --token, --token-file or JF_ACCESS_TOKEN", e);
    }
  }

  private String givenToken() throws IOException {
    if (token != null || tokenFile == null) {
      return token;
    }
    return TextInput.read(tokenFile).strip();
  }

  private static Optional<String> first(Map<String, String> variables, String suffix) {
    return PREFIXES.stream()
        .map(prefix -> variables.getOrDefault(prefix + suffix, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
