package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.PathScanRule;
import io.github.xrayclient.repository.PathScanSettings;
import io.github.xrayclient.repository.ScanConfiguration;
import java.util.Optional;

/** Finds the settings in Xray's configuration of a repository that apply to one path. */
public final class ScanRules {
  private ScanRules() {}

  /**
   * Returns the settings for a path. If the configuration has settings by path, they are those of
   * the first pattern that matches the path, or else those for all other artifacts; otherwise,
   * those for the whole repository. Empty if there are none, or if the patterns cannot be
   * evaluated.
   */
  public static Optional<PathScanRule> forPath(ScanConfiguration configuration, String path) {
    return configuration.byPath().isPresent()
        ? forPath(configuration.byPath().get(), path)
        : configuration
            .general()
            .map(general ->
                PathScanRule.builder().retentionDays(general.retentionDays()).build());
  }

  private static Optional<PathScanRule> forPath(PathScanSettings settings, String path) {
    for (PathScanRule rule : settings.patterns()) {
      AntPattern include = AntPattern.of(rule.include().orElse(""));
      Optional<AntPattern> exclude = NonBlank.text(rule.exclude()).map(AntPattern::of);
      if (isUnclear(include) || exclude.filter(ScanRules::isUnclear).isPresent()) {
        return Optional.empty();
      }
      if (include.matches(path)
          && exclude.filter(pattern -> pattern.matches(path)).isEmpty()) {
        return Optional.of(rule);
      }
    }
    return settings.allOtherArtifacts();
  }

  private static boolean isUnclear(AntPattern pattern) {
    return pattern.isUndocumented() || pattern.isTooLong();
  }
}
