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

  Governance(int size) {
    this.size = size;
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
          .name(repository())
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
    return "team-" + random.nextInt(size * REPOSITORIES_A_WATCH) + "-maven-local";
  }
}
