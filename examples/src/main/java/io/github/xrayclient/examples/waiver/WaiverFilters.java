package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.WaiverQuery;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.NamePattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Option;

/** The options that select waivers. */
final class WaiverFilters {
  private static final int MAX_DAYS = 36_525; // 100 years

  @Option(
      names = "--policy",
      paramLabel = "NAME|ID",
      description = "Lists only waivers of the policy with this name or ID.")
  NameOrId policy;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Lists only waivers for packages of this type, such as npm or PyPI.")
  PackageType type;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "Lists only waivers for packages with this name; * stands for any characters.")
  NamePattern name;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "Lists only waivers that exempt this version, also those of all versions.")
  String version;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "Lists only waivers for labels with this name; * stands for any characters.")
  NamePattern label;

  @Option(
      names = "--by",
      paramLabel = "USER",
      description = "Lists only waivers that this user added.")
  String user;

  @Option(
      names = "--since",
      paramLabel = "DATE|DAYS",
      description =
          "Lists only waivers that were added since this day (in UTC), such as 2026-01-31,"
              + " or in the last days, such as 30. A waiver without a time is listed.")
  String since;

  /** Refuses wrong values before anything is sent. */
  void check() {
    refuseBlank("--version", version);
    refuseBlank("--by", user);
    if (since != null) {
      start();
    }
  }

  private static void refuseBlank(String option, String value) {
    if (value != null && value.isBlank()) {
      throw new IllegalArgumentException(option + " must not be blank");
    }
  }

  private Instant start() {
    try {
      if (since.matches("\\d{1,5}") && Integer.parseInt(since) <= MAX_DAYS) {
        return Instant.now().minus(Duration.ofDays(Integer.parseInt(since)));
      }
      return LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--since must be a day such as 2026-01-31, or a number of days up to " + MAX_DAYS, e);
    }
  }

  /** The query with a filter for each option that is set. */
  WaiverQuery of(WaiverQuery all) {
    WaiverQuery query = policy == null ? all : all.policy(policy);
    query = type == null ? query : query.packageType(type);
    query = name == null ? query : query.packageName(name);
    query = version == null ? query : query.packageVersion(version);
    query = label == null ? query : query.label(label);
    query = user == null ? query : query.createdBy(user);
    return since == null ? query : query.createdFrom(start());
  }
}
