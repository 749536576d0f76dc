package io.github.xrayclient.diagnostics.internal.evidence.read;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.internal.call.FailureReason;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryFilter;
import io.github.xrayclient.repository.ScanConfiguration;
import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.repository.XrayIntegration;
import io.github.xrayclient.system.SystemInfo;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.XrayVersion;
import io.github.xrayclient.violation.ViolationScope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The optional read requests of one call, none of which is sent twice. Not thread-safe. */
public final class OptionalReads {
  /** The largest number of ignore rules that are read. */
  public static final int ROWS = 200;

  /** How long to wait for an answer if Xray may be unavailable. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private static final int REPOSITORIES = 200;
  private static final int PROJECTS = 30;
  private static final int ARTIFACTS = 100;

  private final OptionalRead<String, Repository> repositories;
  private final OptionalRead<Boolean, Map<String, Repository>> repositoryList;
  private final OptionalRead<String, Set<String>> repositoriesOf;
  private final OptionalRead<String, IndexedRepositories> indexed;
  private final OptionalRead<ArtifactLocation, StoredFile> files;
  private final OptionalRead<ArtifactLocation, Map<String, List<String>>> properties;
  private final OptionalRead<ArtifactLocation, ArtifactStatus> statuses;
  private final OptionalRead<List<ArtifactLocation>, NewestViolations> violations;
  private final OptionalRead<Boolean, List<IgnoreRule>> ignoreRules;
  private final OptionalRead<Boolean, XrayIntegration> integration;
  private final OptionalRead<Boolean, XrayIntegration> integrationNow;
  private final OptionalRead<Boolean, String> ping;
  private final OptionalRead<Boolean, XrayVersion> version;
  private final OptionalRead<String, ScanConfiguration> scanConfigurations;

  public OptionalReads(XrayClient xray, Optional<String> project) {
    repositories = OptionalRead.ofEach(xray.repositories()::get, REPOSITORIES);
    repositoryList = OptionalRead.ofEndpoint(always -> byKey(xray.repositories().list()), 1);
    repositoriesOf = OptionalRead.ofEach(
        key -> byKey(xray.repositories().list(RepositoryFilter.all().inProject(key)))
            .keySet(),
        PROJECTS);
    indexed = OptionalRead.of(xray.repositories()::indexed, REPOSITORIES);
    files = OptionalRead.ofEach(
        location -> xray.repositories().file(location.repository(), location.path()), ARTIFACTS);
    properties = OptionalRead.ofEach(
        location -> xray.repositories().properties(location.repository(), location.path()),
        ARTIFACTS);
    statuses = OptionalRead.ofEach(
        location -> xray.artifacts().status(location.repository(), location.path()), ARTIFACTS);
    violations = OptionalRead.of(locations -> search(xray, project, locations), ARTIFACTS);
    ignoreRules = OptionalRead.of(always -> newest(xray, project), 1);
    integration = OptionalRead.of(always -> xray.repositories().integration(), 1);
    XrayClient once =
        xray.withOptions(CallOptions.none().retryPolicy(RetryPolicy.none()).totalTimeout(SHORT));
    ping = OptionalRead.of(always -> ping(once.system()), 1);
    integrationNow = OptionalRead.of(always -> once.repositories().integration(), 1);
    version = OptionalRead.of(always -> once.system().version().xray(), 1);
    scanConfigurations = OptionalRead.ofEach(xray.repositories()::scanConfiguration, REPOSITORIES);
  }

  /**
   * Why Xray does not answer a ping, as a clause; an empty text if it does. The ping is not
   * repeated, and ends after 10 seconds. If no connection to the platform can be made, nothing is
   * known about Xray.
   */
  public OptionalRead.Answer<String> ping() {
    return ping.ask(true);
  }

  private static String ping(SystemInfo system) {
    try {
      system.ping();
      return "";
    } catch (XrayTransportException e) {
      if (!e.isRequestSent()) {
        throw e; // not even the platform can be reached from here
      }
      return FailureReason.of(e);
    } catch (XrayApiException e) {
      if (e.statusCode() < 500) {
        throw e; // the answer of something in between, or of a server without this endpoint
      }
      return e.problem();
    }
  }

  /** The version of Xray. The request is not repeated. */
  public OptionalRead.Answer<XrayVersion> version() {
    return version.ask(true);
  }

  public OptionalRead.Answer<Repository> repository(String key) {
    return repositories.ask(key);
  }

  /**
   * All repositories that the credentials may see, by their keys, with their class and package
   * type. They are read with one request.
   */
  public OptionalRead.Answer<Map<String, Repository>> repositoryList() {
    return repositoryList.ask(true);
  }

  /** The keys of the repositories that belong to a project. */
  public OptionalRead.Answer<Set<String>> repositoriesOf(String project) {
    return repositoriesOf.ask(project);
  }

  /** The repositories of an Artifactory instance that Xray indexes, and those that it does not. */
  public OptionalRead.Answer<IndexedRepositories> indexed(String binaryManagerId) {
    return indexed.ask(binaryManagerId);
  }

  public OptionalRead.Answer<StoredFile> file(ArtifactLocation location) {
    return files.ask(location);
  }

  public OptionalRead.Answer<Map<String, List<String>>> properties(ArtifactLocation location) {
    return properties.ask(location);
  }

  public OptionalRead.Answer<ArtifactStatus> status(ArtifactLocation location) {
    return statuses.ask(location);
  }

  /**
   * The newest violations of these locations, with their policies.
   */
  public OptionalRead.Answer<NewestViolations> violations(List<ArtifactLocation> locations) {
    return violations.ask(locations);
  }

  /** The newest ignore rules, including deleted ones. */
  public OptionalRead.Answer<List<IgnoreRule>> ignoreRules() {
    return ignoreRules.ask(true);
  }

  public OptionalRead.Answer<XrayIntegration> integration() {
    return integration.ask(true);
  }

  /** Like {@link #integration}, but not repeated, and limited to 10 seconds. */
  public OptionalRead.Answer<XrayIntegration> integrationNow() {
    return integrationNow.ask(true);
  }

  /** What Xray scans in a repository, by its key, which for a remote repository is not the cache's. */
  public OptionalRead.Answer<ScanConfiguration> scanConfiguration(String key) {
    return scanConfigurations.ask(key);
  }

  private static Map<String, Repository> byKey(List<Repository> repositories) {
    return repositories.stream()
        .collect(Collectors.toMap(
            Repository::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  /**
   * Searches on the whole server, and in the named project only if that is forbidden or finds
   * nothing, so that the name of a project hides no violation from an administrator.
   */
  private static NewestViolations search(
      XrayClient xray, Optional<String> project, List<ArtifactLocation> locations) {
    if (project.isEmpty()) {
      return NewestViolations.of(xray.violations().list(), locations);
    }
    ViolationScope ofProject = xray.violations().inProject(project.get()).list();
    try {
      NewestViolations found = NewestViolations.of(xray.violations().list(), locations);
      return found.violations().isEmpty() ? NewestViolations.of(ofProject, locations) : found;
    } catch (XrayForbiddenException e) {
      return NewestViolations.of(ofProject, locations);
    }
  }

  private static List<IgnoreRule> newest(XrayClient xray, Optional<String> project) {
    try {
      return newest(xray.ignoreRules());
    } catch (XrayForbiddenException e) {
      return newest(xray.ignoreRules().inProject(project.orElseThrow(() -> e)));
    }
  }

  private static List<IgnoreRule> newest(IgnoreRules rules) {
    return rules.list().includeDeleted().direction(Direction.DESCENDING).pageSize(ROWS).stream()
        .limit(ROWS)
        .collect(Collectors.toUnmodifiableList());
  }
}
