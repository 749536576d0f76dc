package io.github.xrayclient.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.net.URI;
import java.util.Optional;
import org.immutables.value.Value;

/** A server that environment variables or JFrog CLI know. It contains no secret. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableKnownServer.class)
@JsonDeserialize(builder = KnownServer.Builder.class)
public interface KnownServer {
  /** Where a server is known from. */
  enum Source {
    /** Environment variables with the same prefix, such as {@code JF_URL}. */
    ENVIRONMENT,
    /** The configuration file of JFrog CLI. */
    JFROG_CLI
  }

  /** What a server is logged in to with. */
  enum Login {
    /** An access, identity or reference token. */
    TOKEN,
    /** A user name and a password. */
    PASSWORD,
    /** A refresh token only, which only JFrog CLI itself may use. */
    REFRESH_TOKEN,
    /** An SSH key only, with which the REST API cannot be used. */
    SSH_KEY,
    /** Nothing. */
    NONE
  }

  /** Why a server cannot be used. */
  enum Problem {
    /** Its URL is missing or not valid. */
    URL,
    /** Its credentials are missing, have expired, or are not for the REST API. */
    CREDENTIALS,
    /** Its credentials are encrypted, and this library does not decrypt them. */
    ENCRYPTED
  }

  /** Where the server is known from. */
  @JsonProperty("source")
  Source source();

  /** The prefix of the environment variables, such as {@code JF}, or the id in JFrog CLI. */
  @JsonProperty("name")
  String name();

  /** The base URL of the platform; absent if it is missing or not valid. */
  @JsonProperty("url")
  Optional<URI> url();

  /** Whether this is the default server of JFrog CLI. */
  @JsonProperty("isDefault")
  boolean isDefault();

  /** What the server is logged in to with. */
  @JsonProperty("login")
  Login login();

  /** The name of the user, if the credentials contain it. Not checked by the server. */
  @JsonProperty("user")
  Optional<String> user();

  /** Why the server cannot be used; absent if nothing speaks against it. */
  @JsonProperty("problem")
  Optional<Problem> problem();

  /** The problem in words. */
  @JsonProperty("problemText")
  Optional<String> problemText();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link KnownServer} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableKnownServer.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
