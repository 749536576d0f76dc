package io.github.xrayclient.internal.settings;

import io.github.xrayclient.internal.auth.Grant;
import io.github.xrayclient.internal.auth.JwtExpiry;
import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.auth.SecretText;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.remedy.Remedy;
import java.time.Instant;

/** Finds out how to log in to a server of JFrog CLI. */
final class CliLogin {
  private static final String KIND = "profile of JFrog CLI";

  private CliLogin() {}

  /**
   * Returns a login with the access token, unless the token has expired, and with the password
   * otherwise. JFrog CLI makes a token for each hour from a password, so the password is also used
   * after the token has expired or was refused.
   *
   * @throws IllegalArgumentException if the server has no credentials that can be used; the message
   *     tells what to do
   */
  static Login of(CliObject server, Instant now) {
    String token = server.text("accessToken");
    String user = server.text("user");
    String password = server.member("password").asText(""); // white space may belong to it
    boolean hasPassword = !user.isEmpty() && !password.isBlank();
    Instant expiry = JwtExpiry.of(token);
    boolean expired = expiry != null && !now.isBefore(expiry);
    if (!token.isEmpty() && !expired) {
      return hasPassword
          ? Login.firstThen(
              KIND,
              Grant.of(SecretText.tokenHeader(token), expiry),
              SecretText.basicHeader(user, password))
          : Login.fixed(KIND, SecretText.tokenHeader(token));
    }
    if (hasPassword) {
      return Login.fixed(KIND, SecretText.basicHeader(user, password));
    }
    if (expired) {
      throw new IllegalArgumentException("its access token expired at " + expiry
          + "; run the command jf login, or any other jf command if it renews the token");
    }
    throw new RemediableArgumentException(
        why(server),
        Remedy.of(
            Remedy.Kind.NAME_CREDENTIALS,
            "run the command jf login, or call credentials(..) before cliProfile(..)"));
  }

  /** Tells why there are no credentials. */
  private static String why(CliObject server) {
    if (!server.text("refreshToken").isEmpty()
        || !server.text("artifactoryRefreshToken").isEmpty()) {
      return "it has only a refresh token, which only JFrog CLI itself may use";
    }
    if (!server.text("sshKeyPath").isEmpty()) {
      return "it has only an SSH key, with which the REST API cannot be used";
    }
    return "it has neither an access token nor a user name with a password";
  }
}
