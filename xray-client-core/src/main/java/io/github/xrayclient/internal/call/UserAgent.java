package io.github.xrayclient.internal.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The {@code User-Agent} header of the library. */
public final class UserAgent {
  /** The name and the version of the library. */
  public static final String TEXT = "xray-client-java/" + version();

  private UserAgent() {}

  private static String version() {
    try (InputStream in = UserAgent.class.getResourceAsStream("library.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in, "library.properties"));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
