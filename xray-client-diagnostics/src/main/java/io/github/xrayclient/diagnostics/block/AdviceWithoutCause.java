package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.watch.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What to do where no cause was found. */
final class AdviceWithoutCause {
  private static final int MOST = 5;

  private AdviceWithoutCause() {}

  static void add(Inquiry inquiry) {
    inquiry.step(
        "Try the download again in five minutes: Artifactory remembers verdicts for a while"
            + " (about 300 seconds for violations, 120 for unscanned artifacts) after a policy or watch was"
            + " changed or removed.");
    inquiry.step(
        "Ask with credentials that see all watches and policies, and with the project's key"
            + project(inquiry) + " if the repository is in a project.");
    if (inquiry.indexed().filter(indexed -> !indexed).isPresent()) {
      inquiry.step(
          "Have the repository indexed by Xray: it is not, so the block is left from before or"
              + " comes from a rule on unscanned artifacts.");
    }
    ruledOut(inquiry);
    watches(
            inquiry,
            watch -> !watch.watch().resources().isEmpty()
                && WatchedResource.of(watch.watch()).stream()
                    .noneMatch(WatchedResource::isOnRepositories))
        .ifPresent(
            names -> inquiry.step("Watches on builds, release bundles or Git repositories only ("
                + names + ") do not block downloads from repositories."));
    watches(inquiry, watch -> isEmpty(watch.watch()))
        .ifPresent(names -> inquiry.step("Watches without resources or without policies (" + names
            + ") do nothing, and the server"
            + " switches them off: was one of them meant for the repository?"));
    inquiry.step(
        "If the repository is a smart remote or federated, the refusal may come from the other"
            + " Artifactory, to which the repository's key belongs: ask there.");
  }

  private static String project(Inquiry inquiry) {
    return inquiry.targets().stream()
        .flatMap(target -> target.projectKey().stream())
        .filter(key -> !key.isEmpty())
        .findFirst()
        .map(key -> " (" + key + ")")
        .orElse("");
  }

  private static void ruledOut(Inquiry inquiry) {
    List<RuledOut> ruledOut = inquiry.suspects().ruledOut();
    if (!ruledOut.isEmpty()) {
      inquiry.step(
          "Look at the watches that were ruled out: was one of them changed a moment ago?");
    }
    if (ruledOut.stream().anyMatch(fact -> fact.reason().contains(" project "))) {
      inquiry.step(
          "A watch of another project never acts on the repository: if one was meant for it,"
              + " make it again in the right project, or as a global one.");
    }
  }

  private static Optional<String> watches(Inquiry inquiry, Predicate<IndexedWatch> like) {
    String names = inquiry.index().watches().stream()
        .filter(like)
        .map(watch -> watch.watch().name())
        .limit(MOST)
        .collect(Collectors.joining(", "));
    return Optional.of(names).filter(text -> !text.isEmpty());
  }

  private static boolean isEmpty(Watch watch) {
    return watch.resources().isEmpty() || watch.assignedPolicies().isEmpty();
  }
}
