package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.watch.ProjectResources;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A question looks only at the resources that may contain its repository. */
class BlockIndexWorkTest {
  private static final int WATCHES = 200;
  private static final int RESOURCES = 40;

  private final Set<String> read = new TreeSet<>();

  @Test
  void readsTheResourcesOnTheRepositoryAndThoseOnAllRepositories() {
    List<Watch> watches = LargeSetUp.watches(WATCHES, RESOURCES).stream()
        .map(this::recording)
        .collect(Collectors.toList());
    BlockIndex index = BlockIndex.of(LargeSetUp.policies(WATCHES), watches);
    read.clear();

    int causes = index
        .explain(RequestedArtifact.builder()
            .repository("repository-4321")
            .path("org/acme/app.jar")
            .build())
        .causes()
        .size();

    assertThat(causes).isPositive();
    assertThat(read).containsExactly("All Repositories", "repository-4321");
  }

  private Watch recording(Watch watch) {
    List<WatchResource> resources =
        watch.resources().stream().map(this::recording).collect(Collectors.toList());
    return watch.toBuilder()
        .projectResources(ProjectResources.builder().resources(resources).build())
        .build();
  }

  /** A resource that notes each look at it. */
  private WatchResource recording(WatchResource resource) {
    return (WatchResource) Proxy.newProxyInstance(
        WatchResource.class.getClassLoader(),
        new Class<?>[] {WatchResource.class},
        (proxy, method, arguments) -> {
          read.add(resource.name().orElse(""));
          try {
            return method.invoke(resource, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
