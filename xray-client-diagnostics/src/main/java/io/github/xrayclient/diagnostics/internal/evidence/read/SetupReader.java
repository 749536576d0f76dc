package io.github.xrayclient.diagnostics.internal.evidence.read;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.Watches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the policies and watches: first the lists that every answer needs, and later those of
 * projects to which repositories belong. No list is read twice. Not thread-safe.
 */
public final class SetupReader {
  /** The largest number of projects whose policies and watches are read in addition. */
  private static final int PROJECTS = 10;

  private final XrayClient xray;
  private final Optional<String> project;
  private final OptionalRead<String, List<Policy>> policiesOfProjects;
  private final OptionalRead<String, List<Watch>> watchesOfProjects;
  private final OptionalRead<Boolean, List<Policy>> allPolicies;
  private final ReadSetup setup = new ReadSetup();
  private final Set<String> withWatches = new HashSet<>();
  private final Set<String> withPolicies = new HashSet<>();
  private boolean started;
  private boolean watchesOfProjectRead;
  private @Nullable XrayForbiddenException forbidden; // only the lists of projects may be read
  private @Nullable WatchIndex index; // null if something was read since it was made

  /**
   * @param project the key of the project whose policies and watches are read from the beginning;
   *     empty if none was named
   */
  public SetupReader(XrayClient xray, Optional<String> project) {
    this.xray = xray;
    this.project = project;
    this.policiesOfProjects =
        OptionalRead.ofEach(key -> xray.policies().inProject(key).list(), PROJECTS);
    this.watchesOfProjects =
        OptionalRead.ofEach(key -> xray.watches().inProject(key).list(), PROJECTS);
    this.allPolicies = OptionalRead.of(always -> xray.policies().list(), 1);
  }

  /**
   * Reads the lists that every answer needs, unless the credentials may read only those of
   * projects, which is found out later.
   *
   * @throws io.github.xrayclient.error.XrayException if they cannot be read for another reason
   */
  public void start() {
    if (!started) {
      readFirst();
      started = true;
    }
  }

  /**
   * The policies and watches that were read so far.
   *
   * @throws io.github.xrayclient.error.XrayException if neither those of the server nor those of a
   *     project can be read
   */
  public WatchIndex index() {
    start();
    if (forbidden != null && !watchesOfProjectRead) {
      throw forbidden;
    }
    WatchIndex known = index;
    if (known == null) {
      known = setup.index();
      index = known;
    }
    return known;
  }

  private void readFirst() {
    if (project.isEmpty()) {
      readOfServer();
      return;
    }
    String key = project.get();
    List<Policy> policies = xray.policies().inProject(key).list();
    List<Watch> ofProject = watches(xray.watches().inProject(key), policies);
    try {
      setup.addWatches(xray.watches().list());
    } catch (XrayForbiddenException e) {
      setup.addNotRead(NotChecked.of(Subject.WATCHES, e.problem()));
    }
    setup.addPolicies(policies, key);
    setup.addWatches(ofProject, key);
    if (setup.index().watches().stream().anyMatch(watch -> isUnreadOutside(key, watch))) {
      allPolicies.ask(true).value().ifPresent(setup::addPolicies);
    }
  }

  private void readOfServer() {
    try {
      List<Policy> policies = xray.policies().list();
      setup.addPolicies(policies);
      setup.addWatches(watches(xray.watches(), policies));
    } catch (XrayForbiddenException e) {
      forbidden = e;
      setup.addNotRead(NotChecked.of(Subject.WATCHES, e.problem()));
    }
  }

  /** Whether a watch that does not belong to the project applies a policy that was not read. */
  private static boolean isUnreadOutside(String key, IndexedWatch watch) {
    return !watch.unread().isEmpty() && !watch.project().equals(Optional.of(key));
  }

  /** Lists the watches. If that is forbidden, the exception names the policies that block downloads. */
  private List<Watch> watches(Watches service, List<Policy> policies) {
    try {
      return service.list();
    } catch (XrayForbiddenException e) {
      String blocking = policies.stream()
          .filter(policy -> !BlockingRule.of(policy).isEmpty())
          .map(Policy::name)
          .map(QuotedNames::of)
          .collect(Collectors.joining(", "));
      throw ErrorAccess.get()
          .explained(
              e,
              (blocking.isEmpty()
                      ? "no policy that could be read blocks downloads"
                      : "policies that block downloads: " + xray.redact(blocking))
                  + "; to read the watches, use a token with the role Manage"
                  + " Watches");
    }
  }

  /**
   * The policies and watches, including those of these projects as far as they can be read.
   *
   * @throws io.github.xrayclient.error.XrayException if neither those of the server nor those of a
   *     project can be read
   */
  public WatchIndex withProjects(Collection<String> keys) {
    readPoliciesOf(keys);
    for (String key : keys) {
      if (isToBeRead(key) && withWatches.add(key)) {
        watchesOfProjects.ask(key).value().ifPresent(all -> {
          watchesOfProjectRead = true;
          add(setup.addWatches(all, key));
        });
      }
    }
    return index();
  }

  /** The policies and watches, including the policies of these projects as far as they can be read. */
  public WatchIndex withPoliciesOf(Collection<String> keys) {
    readPoliciesOf(keys);
    return index();
  }

  private void readPoliciesOf(Collection<String> keys) {
    start();
    for (String key : keys) {
      if (isToBeRead(key) && withPolicies.add(key)) {
        policiesOfProjects.ask(key).value().ifPresent(all -> add(setup.addPolicies(all, key)));
      }
    }
  }

  private boolean isToBeRead(String key) {
    return !project.equals(Optional.of(key));
  }

  private void add(boolean isNew) {
    if (isNew) {
      index = null;
    }
  }

  /** What could not be read about these projects, and why. */
  public List<NotChecked> notRead(Collection<String> keys) {
    List<NotChecked> notRead = new ArrayList<>();
    for (String key : keys) {
      if (isToBeRead(key)) {
        note(Subject.PROJECT_POLICIES, key, policiesOfProjects.ask(key), notRead);
        note(Subject.PROJECT_WATCHES, key, watchesOfProjects.ask(key), notRead);
      }
    }
    return notRead;
  }

  private static void note(
      Subject subject, String key, OptionalRead.Answer<?> answer, List<NotChecked> notRead) {
    if (answer.value().isEmpty()) {
      notRead.add(
          NotChecked.of(subject, answer.problem() + " (project " + QuotedNames.of(key) + ")"));
    }
  }
}
