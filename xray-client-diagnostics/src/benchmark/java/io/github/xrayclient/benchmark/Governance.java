package io.github.xrayclient.benchmark;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.BlockDownload;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.GeneralData;
import io.github.xrayclient.watch.ProjectResources;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Policies and watches for a benchmark. There are as many watches as policies, and four times as
 * many repositories. Each watch has 40 repositories and one policy, which blocks downloads.
 */
final class Governance {
  static final int RESOURCES = 40;
  static final int REPOSITORIES_A_WATCH = 4;

  private final SplittableRandom random = new SplittableRandom(1);
  private final int size;
  private final boolean nearby;

  /** Creates watches whose repositories are chosen from all. */
  Governance(int size) {
    this(size, false);
  }

  private Governance(int size, boolean nearby) {
    this.size = size;
    this.nearby = nearby;
  }

  /**
   * Creates watches that have the same repositories as the watches before and after them, and few
   * others.
   */
  static Governance nearby(int size) {
    return new Governance(size, true);
  }

  List<Policy> policies() {
    Rule rule = Rule.builder()
        .name("block")
        .priority(1)
        .actions(Actions.builder()
            .blockDownload(BlockDownload.builder().active(true).unscanned(false).build())
            .build())
        .build();
    return IntStream.range(0, size)
        .mapToObj(number -> Policy.builder()
            .name("policy-" + number)
            .type(PolicyType.SECURITY)
            .addRule(rule)
            .build())
        .collect(Collectors.toList());
  }

  List<Watch> watches() {
    return IntStream.range(0, size).mapToObj(this::watch).collect(Collectors.toList());
  }

  /** Artifacts in repositories of the watches. */
  List<RequestedArtifact> questions(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> RequestedArtifact.builder()
            .repository(repository())
            .path("org/acme/app/" + i + "/app.jar")
            .build())
        .collect(Collectors.toList());
  }

  private Watch watch(int number) {
    ProjectResources.Builder resources = ProjectResources.builder();
    for (int i = 0; i < RESOURCES; i++) {
      resources.addResource(WatchResource.builder()
          .type(WatchResourceType.REPOSITORY)
          .name(nearby ? nearbyRepository(number) : repository())
          .binaryManagerId("default")
          .repositoryClass(RepositoryClass.LOCAL)
          .build());
    }
    return Watch.builder()
        .generalData(GeneralData.builder().name("watch-" + number).active(true).build())
        .projectResources(resources.build())
        .addAssignedPolicy(AssignedPolicy.builder()
            .name("policy-" + random.nextInt(size))
            .type(PolicyType.SECURITY)
            .build())
        .build();
  }

  private String repository() {
    return repository(random.nextInt(size * REPOSITORIES_A_WATCH));
  }

  private String nearbyRepository(int watch) {
    int first = watch * REPOSITORIES_A_WATCH;
    return repository((first + random.nextInt(2 * RESOURCES)) % (size * REPOSITORIES_A_WATCH));
  }

  private static String repository(int number) {
    return "team-" + number + "-maven-local";
  }
}
