package io.github.xrayclient.diagnostics.block;

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
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** As many policies and watches as a large organization has; every watch blocks by one policy. */
final class LargeSetUp {
  private LargeSetUp() {}

  static List<Policy> policies(int count) {
    return IntStream.range(0, count).mapToObj(LargeSetUp::policy).collect(Collectors.toList());
  }

  /** Watches on repositories of their own, every third resource with a filter; one is on all. */
  static List<Watch> watches(int count, int resources) {
    List<Watch> watches = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      ProjectResources.Builder holds = ProjectResources.builder();
      for (int r = 0; r < resources; r++) {
        holds.addResource(resource(w * resources + r));
      }
      if (w == 0) {
        holds.addResource(WatchResource.allRepositories());
      }
      watches.add(Watch.builder()
          .generalData(GeneralData.builder().name("watch-" + w).active(true).build())
          .projectResources(holds.build())
          .addAssignedPolicy(AssignedPolicy.builder()
              .name("policy-" + w)
              .type(PolicyType.SECURITY)
              .build())
          .build());
    }
    return watches;
  }

  /** Every second one is about the cache of a remote repository. */
  static List<RequestedArtifact> questions(int count, int repositories) {
    return IntStream.range(0, count)
        .mapToObj(i -> RequestedArtifact.builder()
            .repository("repository-" + (i * 7919L) % repositories + (i % 2 == 0 ? "" : "-cache"))
            .path("org/acme/app/" + i + "/app-" + i + ".jar")
            .build())
        .collect(Collectors.toList());
  }

  private static Policy policy(int number) {
    BlockDownload block =
        BlockDownload.builder().active(true).unscanned(number % 2 == 0).build();
    return Policy.builder()
        .name("policy-" + number)
        .type(PolicyType.SECURITY)
        .addRule(Rule.builder()
            .name("rule")
            .priority(1)
            .actions(Actions.builder().blockDownload(block).build())
            .build())
        .build();
  }

  private static WatchResource resource(int number) {
    WatchResource resource =
        WatchResource.repository("repository-" + number, RepositoryClass.REMOTE);
    return number % 3 == 0 ? resource.filter(WatchFilter.path("acme|example")) : resource;
  }
}
