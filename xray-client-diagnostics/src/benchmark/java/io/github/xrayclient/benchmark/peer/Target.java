package io.github.xrayclient.benchmark.peer;

import io.github.xrayclient.benchmark.server.ServerKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** The server that contenders read from, and the page that all of them ask for. */
public final class Target {
  static final String PATH = "/xray/api/v1/curation/policies";
  static final String ORDER = "id";
  static final String DIRECTION = "asc";
  static final int ROWS = 100;
  static final String TOKEN = "Bearer a-token";

  private final String url;
  private final Optional<Trust> trust;

  private Target(String url, Optional<Trust> trust) {
    this.url = url;
    this.trust = trust;
  }

  /** Reads the arguments of a process: {@code URL [KEY]}, with a key if the URL is of HTTPS. */
  public static Target of(List<String> arguments) throws IOException, GeneralSecurityException {
    String url = arguments.get(0);
    return arguments.size() == 1
        ? new Target(url, Optional.empty())
        : new Target(url, Optional.of(new Trust(new ServerKey(Path.of(arguments.get(1))))));
  }

  String url() {
    return url;
  }

  Optional<Trust> trust() {
    return trust;
  }

  URI page() {
    return URI.create(url + PATH + "?order_by=" + ORDER + "&direction=" + DIRECTION
        + "&num_of_rows=" + ROWS + "&page_num=1");
  }
}
