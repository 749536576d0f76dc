package io.github.xrayclient.internal.settings;

import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.http.Origin;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.internal.remedy.RemediableStateException;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server in the configuration file of JFrog CLI. Immutable. If it cannot be used, each method
 * throws an {@link IllegalStateException} that names the server and tells what to do.
 */
public final class CliServer {
  private static final List<String> SECRETS =
      List.of("accessToken", "password", "refreshToken", "artifactoryRefreshToken");

  private final Path file;
  private final boolean encrypted;
  private final CliObject members;
  private final String id;
  private final boolean isDefault;
  private final String platformUrl;
  private final String artifactoryUrl;

  private CliServer(
      Path file,
      boolean encrypted,
      CliObject members,
      String id,
      boolean isDefault,
      String url,
      String artifactory) {
    this.file = file;
    this.encrypted = encrypted;
    this.members = members;
    this.id = id;
    this.isDefault = isDefault;
    this.platformUrl = url;
    this.artifactoryUrl = artifactory;
  }

  /**
   * Reads a server of version 5 or later.
   *
   * @param encrypted whether the secrets of the file are encrypted
   */
  static CliServer ofPlatform(Path file, boolean encrypted, CliObject members) {
    return new CliServer(
        file,
        encrypted,
        members,
        members.text("serverId"),
        members.flag("isDefault"),
        members.text("url"),
        members.text("artifactoryUrl"));
  }

  /** Reads a server of version 1 to 4. Its URL is that of Artifactory. */
  static CliServer ofArtifactory(Path file, boolean encrypted, CliObject members) {
    return new CliServer(
        file,
        encrypted,
        members,
        members.text("serverId"),
        members.flag("isDefault"),
        "",
        members.text("url"));
  }

  /** Reads the only server of version 0, which has no id. */
  static CliServer ofOnlyArtifactory(Path file, boolean encrypted, CliObject members) {
    return new CliServer(file, encrypted, members, "Default-Server", true, "", members.text("url"));
  }

  public String id() {
    return id;
  }

  public boolean isDefault() {
    return isDefault;
  }

  /** Whether there are credentials that are encrypted. */
  public boolean isEncrypted() {
    return encrypted && SECRETS.stream().anyMatch(this::has);
  }

  /** Whether a member has a value, which is not looked at. */
  public boolean has(String member) {
    return !members.text(member).isEmpty();
  }

  /** The name of the user, if the file has it. */
  public Optional<String> user() {
    return Optional.of(members.text("user")).filter(user -> !user.isEmpty());
  }

  /** The base URL of the platform. */
  public URI platform() {
    return usable(() -> {
      if (!platformUrl.isEmpty()) {
        return BaseUrl.platform("url", platformUrl);
      }
      URI artifactory = service("artifactoryUrl", artifactoryUrl);
      if (artifactory != null) {
        return withoutEnd("/artifactory", artifactory);
      }
      URI xray = service("xrayUrl", members.text("xrayUrl"));
      if (xray != null) {
        return withoutEnd("/xray", xray);
      }
      throw new IllegalArgumentException(
          "it has no URL of the platform; add one with the command jf config edit");
    });
  }

  /** The URL of Xray if it is not below the base URL; null otherwise. */
  public @Nullable URI xray() {
    URI platform = platform();
    URI xray = usable(() -> Optional.ofNullable(service("xrayUrl", members.text("xrayUrl"))))
        .orElse(null);
    return xray == null || isBelow(platform, xray) ? null : xray;
  }

  /** How the client logs in at this time. Only this method reads secrets, which may be encrypted. */
  public Login login(Instant now) {
    if (isEncrypted()) {
      throw new RemediableStateException(
          "the credentials in " + file + " are encrypted, and this library does not decrypt them",
          Remedy.of(
              Remedy.Kind.NAME_CREDENTIALS,
              "call environment(..) with JF_URL and JF_ACCESS_TOKEN instead of cliProfile(..), or"
                  + " call credentials(..) before it"));
    }
    return usable(() -> CliLogin.of(members, now));
  }

  /** Sends the client certificate of this server, if it has one. */
  public void addCertificate(TlsSettings tls) {
    String certificate = members.text("clientCertPath");
    String key = members.text("clientCertKeyPath");
    if (certificate.isEmpty() && key.isEmpty()) {
      return;
    }
    usable(() -> {
      if (certificate.isEmpty() || key.isEmpty()) {
        throw new IllegalArgumentException("it has only one of clientCertPath and"
            + " clientCertKeyPath; set both with the command jf config edit");
      }
      tls.showPem(Path.of(certificate), Path.of(key));
      return tls;
    });
  }

  private static @Nullable URI service(String name, String url) {
    return url.isEmpty() ? null : BaseUrl.service(name, url);
  }

  /** Returns the URL without the name of a service, if it ends with it. */
  private static URI withoutEnd(String end, URI url) {
    String text = url.toString();
    return url.getRawPath().endsWith(end)
        ? URI.create(text.substring(0, text.length() - end.length()))
        : url;
  }

  /** Whether this is the usual address of Xray for the platform. */
  private static boolean isBelow(URI platform, URI xray) {
    return Origin.same(platform, xray) && xray.getRawPath().equals(platform.getRawPath() + "/xray");
  }

  private <T> T usable(Supplier<T> part) {
    try {
      return part.get();
    } catch (RemediableArgumentException e) {
      throw new RemediableStateException(unusable(e.problem()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(unusable(e.getMessage()), e);
    }
  }

  private String unusable(@Nullable String why) {
    return "the server \"" + VisibleText.oneLine(id) + "\" in " + file + " cannot be used: " + why;
  }
}
