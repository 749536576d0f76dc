package io.github.xrayclient.server;

import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.auth.SecretText;
import io.github.xrayclient.internal.settings.BaseUrl;
import io.github.xrayclient.internal.settings.CliServer;
import io.github.xrayclient.internal.settings.ServerVariables;
import io.github.xrayclient.remedy.Remediable;
import java.time.Instant;
import java.util.Optional;

/** Finds out what is known about a server, with the code that a client uses. */
final class ServerFacts {
  private ServerFacts() {}

  /** The server of the environment variables with this prefix. */
  static KnownServer of(String prefix, ServerVariables variables) {
    Optional<String> token = variables.token(prefix);
    KnownServer.Builder server = KnownServer.builder()
        .source(KnownServer.Source.ENVIRONMENT)
        .name(prefix)
        .isDefault(false)
        .login(token.isPresent() ? KnownServer.Login.TOKEN : KnownServer.Login.NONE);
    if (token.isEmpty()) {
      problem(server, KnownServer.Problem.CREDENTIALS, "set " + prefix + "_ACCESS_TOKEN");
    }
    token.ifPresent(text -> {
      try {
        server.user(Login.fixed("", SecretText.tokenHeader(text)).user());
      } catch (IllegalArgumentException e) {
        problem(server, KnownServer.Problem.CREDENTIALS, message(e));
      }
    });
    Optional<String> url = variables.url(prefix);
    if (url.isEmpty()) {
      problem(server, KnownServer.Problem.URL, "set " + prefix + "_URL");
    }
    url.ifPresent(text -> {
      try {
        server.url(BaseUrl.platform(prefix + "_URL", text));
      } catch (IllegalArgumentException e) {
        problem(server, KnownServer.Problem.URL, message(e));
      }
    });
    return server.build();
  }

  /** A server of JFrog CLI. */
  static KnownServer of(CliServer cli) {
    KnownServer.Builder server = KnownServer.builder()
        .source(KnownServer.Source.JFROG_CLI)
        .name(cli.id())
        .isDefault(cli.isDefault())
        .login(login(cli))
        .user(cli.user());
    try {
      Optional<String> user = cli.login(Instant.now()).user();
      server.user(cli.user().or(() -> user));
    } catch (IllegalStateException e) {
      problem(
          server,
          cli.isEncrypted() ? KnownServer.Problem.ENCRYPTED : KnownServer.Problem.CREDENTIALS,
          message(e));
    }
    try {
      server.url(cli.platform());
    } catch (IllegalStateException e) {
      problem(server, KnownServer.Problem.URL, message(e));
    }
    return server.build();
  }

  private static KnownServer.Login login(CliServer cli) {
    if (cli.has("accessToken")) {
      return KnownServer.Login.TOKEN;
    }
    if (cli.has("password")) {
      return KnownServer.Login.PASSWORD;
    }
    if (cli.has("refreshToken") || cli.has("artifactoryRefreshToken")) {
      return KnownServer.Login.REFRESH_TOKEN;
    }
    return cli.has("sshKeyPath") ? KnownServer.Login.SSH_KEY : KnownServer.Login.NONE;
  }

  private static void problem(
      KnownServer.Builder server, KnownServer.Problem problem, String text) {
    server.problem(problem).problemText(text);
  }

  private static String message(RuntimeException e) {
    return e instanceof Remediable ? ((Remediable) e).problem() : String.valueOf(e.getMessage());
  }
}
