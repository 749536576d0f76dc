package io.github.xrayclient.examples.ignore;

import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import io.github.xrayclient.value.NameOrId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options for what an ignore rule covers. */
final class IgnoreRuleScope {
  @Option(names = "--cve", paramLabel = "CVE", description = "A CVE to ignore. Can be repeated.")
  List<String> cves = List.of();

  @Option(
      names = "--vulnerability",
      paramLabel = "ID",
      description = "A vulnerability to ignore, such as XRAY-123456. Can be repeated.")
  List<String> vulnerabilities = List.of();

  @Option(
      names = "--license",
      paramLabel = "KEY",
      description = "A license to ignore, such as GPL-3.0. Can be repeated.")
  List<String> licenses = List.of();

  @Option(
      names = "--component",
      paramLabel = "NAME[@VERSION]",
      description = "Only in this component, such as npm://lodash@4.17.20. Can be repeated.")
  List<String> components = List.of();

  @Option(
      names = "--watch",
      paramLabel = "NAME|ID",
      description = "Only violations of this watch. Can be repeated.")
  List<NameOrId> watches = List.of();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Only violations of this policy. Can be repeated.")
  List<NameOrId> policies = List.of();

  @Option(
      names = "--build",
      paramLabel = "NAME[@NUMBER]",
      description = "Only in this build. Can be repeated.")
  List<String> builds = List.of();

  @Option(
      names = "--artifact",
      paramLabel = "NAME[@VERSION]",
      description = "Only in this artifact, such as app-1.0.jar. Can be repeated.")
  List<String> artifacts = List.of();

  /** Refuses a rule that names nothing to ignore. */
  void check() {
    if (cves.isEmpty() && vulnerabilities.isEmpty() && licenses.isEmpty()) {
      throw new IllegalArgumentException(
          "the rule says nothing to ignore; give --cve, --vulnerability or --license");
    }
  }

  /**
   * The filters of the options.
   *
   * @param watchName returns the name of the watch that is meant
   * @throws IllegalArgumentException if a policy is given by an id
   */
  IgnoreFilters filters(Function<NameOrId, String> watchName) {
    return IgnoreFilters.builder()
        .cves(cves)
        .vulnerabilities(vulnerabilities)
        .licenses(licenses)
        .components(targets(components))
        .watches(watches.stream().map(watchName).collect(Collectors.toList()))
        .policies(policies.stream().map(IgnoreRuleScope::policy).collect(Collectors.toList()))
        .builds(targets(builds))
        .artifacts(targets(artifacts))
        .build();
  }

  /** The name of a policy. Xray policies have no ids. */
  static String policy(NameOrId policy) {
    if (!policy.mayBeName()) {
      throw new IllegalArgumentException(
          "--policy must be a name, since Xray policies have no ids; leave id: out");
    }
    return policy.text();
  }

  private static List<IgnoreTarget> targets(List<String> texts) {
    return texts.stream().map(IgnoreRuleScope::target).collect(Collectors.toList());
  }

  /** The version follows the last @, but an @ at the beginning of a name is that of an npm scope. */
  private static IgnoreTarget target(String text) {
    int at = text.lastIndexOf('@');
    boolean hasVersion = at > 0 && text.charAt(at - 1) != '/';
    return hasVersion
        ? IgnoreTarget.of(text.substring(0, at), text.substring(at + 1))
        : IgnoreTarget.of(text);
  }
}
