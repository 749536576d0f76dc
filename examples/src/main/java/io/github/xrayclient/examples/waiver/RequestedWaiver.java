package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the waiver to request. */
final class RequestedWaiver {
  @Mixin
  PackageOptions packageOptions;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      required = true,
      description = "The exact version of the package.")
  String version;

  @Option(
      names = "--repo",
      paramLabel = "KEY",
      description =
          "The key of the curated remote repository, without -cache. Newer servers need it.")
  String repository;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why the package is needed, for those who decide; 5 to 300 characters.")
  String reason;

  WaiverRequestDraft draft() {
    int length = reason.strip().length();
    if (length < 5 || length > 300) {
      throw new IllegalArgumentException(
          "--reason must have 5 to 300 characters, but had " + length);
    }
    WaiverRequestDraft.Builder draft = WaiverRequestDraft.of(
            packageOptions.type(), packageOptions.name, version)
        .reason(reason);
    return repository == null ? draft.build() : draft.repositoryKey(repository).build();
  }
}
