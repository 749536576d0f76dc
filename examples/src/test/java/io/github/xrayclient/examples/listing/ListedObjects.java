package io.github.xrayclient.examples.listing;

import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** A server with several objects of each kind, and what commands print about them. */
abstract class ListedObjects extends CommandLineFixture {
  static final String CRITERIA =
      "\"rules\":[{\"name\":\"r\",\"priority\":1,\"criteria\":{\"min_severity\":\"High\"}}]";

  @BeforeEach
  final void seed() {
    fake.seed(Kind.POLICIES, "{\"name\":\"prod-licenses\",\"type\":\"license\"," + CRITERIA + "}")
        .seed(Kind.POLICIES, "{\"name\":\"prod-security\",\"type\":\"Security\"," + CRITERIA + "}")
        .seed(
            Kind.WATCHES,
            "{\"general_data\":{\"id\":\"w7\",\"name\":\"prod-all\",\"active\":false},"
                + "\"project_resources\":{\"resources\":[{\"type\":\"all-repos\"}]},"
                + "\"assigned_policies\":[{\"name\":\"prod-licenses\",\"type\":\"license\"}]}")
        .seed(
            Kind.CONDITIONS,
            "{\"id\":\"44\",\"name\":\"my own\",\"is_custom\":true,\"risk_type\":\"legal\","
                + "\"supported_pkg_types\":[\"PyPI\"]}")
        .seed(
            Kind.REPOSITORIES,
            "{\"key\":\"pypi-remote\",\"rclass\":\"remote\",\"packageType\":\"pypi\"}")
        .seed(
            Kind.CATALOG_LABELS,
            "[{\"name\":\"approved-npm\",\"description\":\"seen\"},{\"name\":\"banned\"}]");
    fake.clearRequests();
  }

  /** The requests of a command, each with its method and path. */
  final List<String> requests() {
    return fake.requests().stream()
        .filter(request -> !request.path().contains("/system/")) // asked for after a 404
        .map(request -> request.method() + " " + request.path())
        .collect(Collectors.toList());
  }

  /** The first column of a table, without its heading. */
  final List<String> column() {
    return out.toString()
        .lines()
        .skip(1)
        .map(line -> line.split("  +", 2)[0])
        .collect(Collectors.toList());
  }

  final void clear() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    fake.clearRequests();
  }
}
