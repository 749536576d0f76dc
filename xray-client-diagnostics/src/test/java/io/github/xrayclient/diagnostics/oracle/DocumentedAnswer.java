package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The right answer about a file: that of its repository, or that of all members of a virtual one. */
final class DocumentedAnswer {
  private DocumentedAnswer() {}

  static Expectation of(SetUp setUp) {
    boolean isVirtual = isVirtual(setUp.find(Kind.REPOSITORIES, "key", setUp.repository));
    if (isVirtual && !setUp.mayRead("/artifactory/api/repositories/")) {
      return Expectation.ofUnknownMembers();
    }
    List<KnownFacts> places = new ArrayList<>();
    for (String key : members(setUp)) {
      places.add(new KnownFacts(setUp, key));
    }
    BlockingViolations all = new BlockingViolations(setUp, places);
    List<Expectation> each = new ArrayList<>();
    Optional<Expectation> serving = Optional.empty();
    for (KnownFacts place : places) {
      Expectation expectation = new DocumentedRules(setUp, place, all).expectation();
      if (place.stores()) {
        serving = Optional.of(expectation);
      }
      each.add(expectation);
    }
    return each.size() == 1 ? each.get(0) : Expectation.ofMembers(each, serving);
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
