package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The right answer about a file: that of its repository, or that of all members of a virtual one. */
final class DocumentedAnswer {
  /** The number of members that are asked for the file and for its scan, as stated. */
  static final int ASKED = 10;

  /** What may be said of a cause that a violation may mean, or another one in its place. */
  private static final Set<String> OPEN = Set.of(
      "CONFIRMED", "LIKELY", "POSSIBLE", Outcomes.NOT_NAMED, Outcomes.RULED_OUT + "WATCH_INACTIVE");

  private DocumentedAnswer() {}

  static Expectation of(SetUp setUp) {
    boolean isVirtual = isVirtual(setUp.find(Kind.REPOSITORIES, "key", setUp.repository));
    if (isVirtual && !setUp.mayRead("/artifactory/api/repositories/")) {
      return setUp.ofProjectsOnly ? Expectation.ofNoAnswer() : Expectation.ofUnknownMembers();
    }
    List<KnownFacts> places = new ArrayList<>();
    for (String key : members(setUp)) {
      places.add(new KnownFacts(setUp, key));
    }
    Set<String> projects = places.stream()
        .flatMap(place -> place.project.stream())
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
    if (setUp.ofProjectsOnly && projects.isEmpty()) {
      return Expectation.ofNoAnswer();
    }
    BlockingViolations all = new BlockingViolations(setUp, places);
    List<Expectation> each = new ArrayList<>();
    Optional<Expectation> serving = Optional.empty();
    for (KnownFacts place : places) {
      Expectation expectation = new DocumentedRules(setUp, place, projects, all).expectation();
      if (place.stores()) {
        serving = Optional.of(expectation);
      }
      each.add(expectation);
    }
    Expectation answer = answer(each, serving);
    all.forEachWithoutRule((watch, policy, none) -> allowEachRule(watch, policy, answer));
    all.forEach((watch, policy, rule) -> {
      if (watches(setUp, watch) > 1) {
        allowEachWatch(watch, policy, rule, answer);
      }
    });
    return answer;
  }

  private static Expectation answer(List<Expectation> each, Optional<Expectation> serving) {
    if (each.size() == 1) {
      return each.get(0);
    }
    Expectation ofMembers = Expectation.ofMembers(each, serving);
    // Which of many members stores the file may remain unknown.
    return each.size() > ASKED
        ? ofMembers.or(Expectation.ofMembers(each, Optional.empty()))
        : ofMembers;
  }

  /** A violation that names no rule proves that one of the rules of the policy blocks, known or not. */
  private static void allowEachRule(String watch, String policy, Expectation answer) {
    answer.allowOfPolicy(watch, policy, OPEN);
    for (String project : List.of("", "pay", "shop")) {
      answer.allow(
          Expectation.cause(Expectation.watch(watch, project), policy, "-", "VIOLATION"), OPEN);
    }
  }

  private static long watches(SetUp setUp, String name) {
    return setUp.all(Kind.WATCHES).stream()
        .filter(watch -> watch.at("/general_data/name").asText().equals(name))
        .count();
  }

  /** A violation does not tell the project of its watch. */
  private static void allowEachWatch(String watch, String policy, String rule, Expectation answer) {
    answer.allowOfPolicy(watch, policy, OPEN);
    for (String project : List.of("", "pay", "shop")) {
      answer.allow(
          Expectation.cause(Expectation.watch(watch, project), policy, rule, "VIOLATION"), OPEN);
    }
  }

  /** The repositories that hold files: this one, or the members of a virtual one and of virtual members. */
  private static Set<String> members(SetUp setUp) {
    Set<String> members = new LinkedHashSet<>();
    add(setUp, setUp.repository, members);
    return members;
  }

  private static void add(SetUp setUp, String key, Set<String> members) {
    Optional<ObjectNode> repository = setUp.find(Kind.REPOSITORIES, "key", key);
    if (!isVirtual(repository)) {
      members.add(key);
      return;
    }
    for (JsonNode member : repository.get().path("repositories")) {
      add(setUp, member.asText(), members);
    }
  }

  private static boolean isVirtual(Optional<ObjectNode> repository) {
    return repository
        .filter(found -> found.path("rclass").asText().equals("virtual"))
        .isPresent();
  }
}
