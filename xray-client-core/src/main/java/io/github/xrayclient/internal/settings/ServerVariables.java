package io.github.xrayclient.internal.settings;

import io.github.xrayclient.internal.http.Origin;
import io.github.xrayclient.internal.remedy.RemediableStateException;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The servers in environment variables. Each has a URL and an access token with the same prefix. A
 * token is used only for the server of its own prefix, or, if no URL is set, for any server.
 */
public final class ServerVariables {
  private static final List<String> PREFIXES = List.of("JF", "JFROG", "XRAY");

  private static final String SERVER_ID = "JFROG_CLI_SERVER_ID";

  private final Map<String, String> variables;

  public ServerVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The id of the profile of JFrog CLI that is used if no server is asked for: the one that a
   * variable names, unless another variable is set for a URL.
   */
  public Optional<String> profile() {
    return PREFIXES.stream().anyMatch(prefix -> variables.containsKey(prefix + "_URL"))
        ? Optional.empty()
        : value(SERVER_ID);
  }

  /** The prefixes with a URL or a token, in the order in which they are considered. */
  public List<String> known() {
    return PREFIXES.stream()
        .filter(prefix -> url(prefix).isPresent() || token(prefix).isPresent())
        .collect(Collectors.toUnmodifiableList());
  }

  /** The prefix whose URL is used: the first with a token, or else the first. */
  public Optional<String> chosen() {
    return withUrl()
        .filter(prefix -> token(prefix).isPresent())
        .findFirst()
        .or(() -> withUrl().findFirst());
  }

  /**
   * The first URL for which a token is set, or, if there is none, the first URL.
   *
   * @throws IllegalStateException if no URL is set
   */
  String url() {
    return chosen()
        .flatMap(this::url)
        .orElseThrow(() -> new RemediableStateException(
            "no server URL is set",
            Remedy.of(
                Remedy.Kind.NAME_SERVER,
                "set JF_URL, JFROG_URL or XRAY_URL and the access token of the same prefix, for"
                    + " example JF_ACCESS_TOKEN")));
  }

  /**
   * The token for a server.
   *
   * @throws IllegalStateException if no token is set, or the URLs are those of other servers
   */
  String token(URI server) {
    boolean anyUrl = withUrl().findAny().isPresent();
    return (anyUrl ? namesOf(server) : PREFIXES.stream())
        .flatMap(prefix -> token(prefix).stream())
        .findFirst()
        .orElseThrow(() -> noToken(server, anyUrl));
  }

  private RuntimeException noToken(URI server, boolean anyUrl) {
    if (!anyUrl) {
      return noToken("no access token for " + server + " is set", "set JF_ACCESS_TOKEN");
    }
    return namesOf(server)
        .findFirst()
        .map(prefix ->
            noToken(prefix + "_URL is set, but " + prefix + "_ACCESS_TOKEN is not", "set both"))
        .orElseGet(() -> noToken(
            "the environment variables are for another server than " + server
                + ", so their access token is not sent to it",
            "set credentials for " + server));
  }

  private static RuntimeException noToken(String problem, String advice) {
    return new RemediableStateException(problem, Remedy.of(Remedy.Kind.NAME_CREDENTIALS, advice));
  }

  private Stream<String> withUrl() {
    return PREFIXES.stream().filter(prefix -> url(prefix).isPresent());
  }

  /** The prefixes whose URL has the origin of this server. */
  private Stream<String> namesOf(URI server) {
    return withUrl()
        .filter(prefix -> url(prefix)
            .map(url -> BaseUrl.service(prefix + "_URL", url))
            .filter(url -> Origin.same(url, server))
            .isPresent());
  }

  public Optional<String> url(String prefix) {
    return value(prefix + "_URL");
  }

  public Optional<String> token(String prefix) {
    return value(prefix + "_ACCESS_TOKEN");
  }

  private Optional<String> value(String variable) {
    return Optional.ofNullable(variables.get(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
