package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.RepositoryClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The members of a virtual repository, including those of virtual members. If there are more than a
 * few, or if one cannot be looked up, the list of all repositories is read, so that the virtual
 * ones among them are looked up first. Not thread-safe.
 */
public final class VirtualMembers {
  /** The largest number of members that are looked up without the list of all repositories. */
  private static final int FEW = 5;

  /** The largest number of members that are looked up for one virtual repository. */
  private static final int LOOK_UPS = 100;

  private static final int NAMED = 10;

  private final OptionalReads reads;
  private final ListedRepositories lists;
  private final Repository virtual;
  private final boolean remotesOnly;
  private final Map<String, Repository> lookedUp = new LinkedHashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Deque<String> virtualKeys = new ArrayDeque<>();
  private final Deque<String> otherKeys = new ArrayDeque<>();
  private int left = LOOK_UPS;

  private VirtualMembers(
      OptionalReads reads, ListedRepositories lists, Repository virtual, boolean remotesOnly) {
    this.reads = reads;
    this.lists = lists;
    this.virtual = virtual;
    this.remotesOnly = remotesOnly;
    seen.add(virtual.key());
    meet(virtual.repositories());
    lookUpAll();
  }

  static VirtualMembers of(OptionalReads reads, ListedRepositories lists, Repository virtual) {
    return new VirtualMembers(reads, lists, virtual, false);
  }

  /** Does not look up members that are local according to the list of all repositories. */
  public static VirtualMembers remotesOf(OptionalReads reads, Repository virtual) {
    return new VirtualMembers(reads, new ListedRepositories(reads), virtual, true);
  }

  private void lookUpAll() {
    while (!virtualKeys.isEmpty() || !otherKeys.isEmpty()) {
      String key = virtualKeys.isEmpty() ? otherKeys.poll() : virtualKeys.poll();
      if (left-- > 0) {
        OptionalRead.Answer<Repository> answer = reads.repository(key);
        answer.value().ifPresent(member -> {
          lookedUp.put(key, member);
          meet(isVirtual(member) ? member.repositories() : List.of());
        });
      }
    }
  }

  private void meet(List<String> keys) {
    List<String> fresh = keys.stream().filter(seen::add).collect(Collectors.toList());
    boolean useList = seen.size() - 1 > FEW && lists.areKnown();
    for (String key : fresh) {
      Optional<Repository> listed = useList ? lists.find(key) : Optional.empty();
      if (listed.filter(VirtualMembers::isVirtual).isPresent()) {
        virtualKeys.add(key);
      } else if (!useList || listed.filter(this::isToBeLookedUp).isPresent()) {
        otherKeys.add(key); // what the list does not contain, these credentials cannot look up
      }
    }
  }

  private boolean isToBeLookedUp(Repository listed) {
    return !remotesOnly || !isLocal(listed);
  }

  /** The members that are remote, or of which this is not known, in the order of {@link #inOrder()}. */
  public List<Repository> remotes() {
    return inOrder().stream()
        .filter(member -> !isLocal(member) && !isVirtual(member))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Names remote members that were not looked up, and says why; empty if there are none. */
  public Optional<String> remotesNotLookedUp() {
    List<String> keys = remotes().stream()
        .map(Repository::key)
        .filter(key -> !lookedUp.containsKey(key))
        .collect(Collectors.toList());
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of((keys.size() == 1 ? "member " : "members ") + names(keys)
            + " of the virtual repository could not be looked up"
            + (left < 0 ? ", because at most " + LOOK_UPS + " members are" : ""));
  }

  /**
   * The members that are not virtual, or of which it is not known, in the order in which
   * Artifactory asks them: those with priority resolution before all others, among these local ones
   * before remote ones, and otherwise as configured. A member that could not be looked up has only
   * what the lists tell, and counts as one without priority.
   */
  List<Repository> inOrder() {
    List<Repository> members = new ArrayList<>();
    flatten(virtual, new HashSet<>(Set.of(virtual.key())), members);
    members.sort(Comparator.<Repository, Boolean>comparing(
            member -> !member.priorityResolution().orElse(false))
        .thenComparing(member -> is(RepositoryClass.REMOTE, member)));
    return members;
  }

  private void flatten(Repository parent, Set<String> done, List<Repository> members) {
    for (String key : parent.repositories()) {
      if (done.add(key)) {
        Repository member = member(key);
        if (isVirtual(member) && !member.repositories().isEmpty()) {
          flatten(member, done, members);
        } else {
          members.add(member);
        }
      }
    }
  }

  private Repository member(String key) {
    Repository known = lookedUp.get(key);
    return known != null
        ? known
        : lists
            .find(key)
            .map(listed -> listed.toBuilder().key(key).build())
            .orElseGet(() -> Repository.builder().key(key).build());
  }

  /** What is not known about the members, and why. */
  List<NotChecked> notChecked() {
    List<NotChecked> notChecked = new ArrayList<>();
    List<Repository> members = inOrder();
    List<String> hidden = members.stream()
        .filter(member -> isVirtual(member) || member.repositoryClass().isEmpty())
        .map(Repository::key)
        .collect(Collectors.toList());
    List<String> listedOnly = members.stream()
        .map(Repository::key)
        .filter(key -> !hidden.contains(key) && !lookedUp.containsKey(key))
        .collect(Collectors.toList());
    if (members.isEmpty()) {
      notChecked.add(
          NotChecked.of(Subject.MEMBERS, "the response of Artifactory does not name any member"));
    }
    add(Subject.MEMBERS, hidden, notChecked);
    add(Subject.MEMBER_PROJECTS, listedOnly, notChecked);
    return notChecked;
  }

  private void add(Subject subject, List<String> keys, List<NotChecked> notChecked) {
    if (!keys.isEmpty()) {
      notChecked.add(NotChecked.of(subject, because(keys)));
    }
  }

  private String because(List<String> keys) {
    return (left < 0
            ? "at most " + LOOK_UPS + " members of a virtual repository are looked up: "
            : "Artifactory returned no data about them: ")
        + names(keys);
  }

  private static String names(List<String> keys) {
    int more = keys.size() - NAMED;
    return QuotedNames.of(keys.subList(0, Math.min(NAMED, keys.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static boolean isLocal(Repository repository) {
    return is(RepositoryClass.LOCAL, repository);
  }

  private static boolean isVirtual(Repository repository) {
    return is(RepositoryClass.VIRTUAL, repository);
  }

  private static boolean is(RepositoryClass type, Repository repository) {
    return repository.repositoryClass().filter(type::equals).isPresent();
  }
}
