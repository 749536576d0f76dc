package io.github.xrayclient.diagnostics.ignore;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationId;
import io.github.xrayclient.violation.ViolationQuery;
import java.util.Locale;
import java.util.Optional;

/** The violations that one watch found. */
final class WatchViolations {
  /** How the ids of issues begin, of which the server can list the violations. */
  private static final String ISSUE = "XRAY-";

  private final XrayClient xray;
  private final String watch;
  private final Optional<String> project;

  WatchViolations(XrayClient xray, String watch, Optional<String> project) {
    this.xray = xray;
    this.watch = watch;
    this.project = project;
  }

  /**
   * Finds the violation with this id, or the only one of the issue with this id.
   *
   * @throws XrayNotFoundException if there is none
   * @throws IllegalArgumentException if there are several violations of the issue
   */
  Violation one(String id) {
    Violation ofIssue = null;
    for (Violation violation : query(id)) {
      if (violationId(violation).equals(Optional.of(id))) {
        return named(violation);
      }
      if (violation.issueId().equals(Optional.of(id))) {
        if (ofIssue != null) {
          throw several(id, ofIssue, violation);
        }
        ofIssue = violation;
      }
    }
    if (ofIssue == null) {
      throw missing(id);
    }
    return named(ofIssue);
  }

  private ViolationQuery query(String id) {
    ViolationQuery all = project
        .map(key -> xray.violations().inProject(key))
        .orElseGet(xray::violations)
        .list()
        .watch(watch)
        .includeDetails();
    return id.toUpperCase(Locale.ROOT).startsWith(ISSUE) ? all.issue(id) : all;
  }

  /** A violation with the name of the watch, which the server may leave out. */
  private Violation named(Violation violation) {
    return violation.toBuilder().watchName(watch).build();
  }

  private static Optional<String> violationId(Violation violation) {
    return violation.violationId().map(ViolationId::wire);
  }

  private static IllegalArgumentException several(String id, Violation one, Violation other) {
    return new IllegalArgumentException("id is " + id + ", of which the watch found several"
        + " violations, such as " + violationId(one).orElse("one without an id") + " and "
        + violationId(other).orElse("one without an id")
        + "; give the id of one violation, or the repository and path of an artifact");
  }

  private RuntimeException missing(String id) {
    return NotFound.by(
        xray.call("POST", "/xray/api/v1/violations"),
        "watch " + watch + " found no such violation as " + id
            + "; give the id of a violation or of its issue, and the watch that found it");
  }
}
