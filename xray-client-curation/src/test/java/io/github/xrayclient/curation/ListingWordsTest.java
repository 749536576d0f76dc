package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.value.Direction;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever knows the words of one listing knows those of all. */
class ListingWordsTest {
  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = Clients.repeating(server.url());
  private final Curation curation = Curation.of(xray);
  private final List<PagedQuery<?, ?>> queries = List.of(
      xray.ignoreRules().list(),
      xray.violations().list().watch("w"),
      curation.policies().list(),
      curation.conditions().list(),
      curation.waiverRequests().list(),
      curation.audit().list().last(Duration.ofDays(1)));

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  @Test
  void refuseAPageFromAnOffset() {
    for (PagedQuery<?, ?> query : queries) {
      assertThatIllegalStateException()
          .isThrownBy(() -> query.offset(7).page(1))
          .withMessageContaining("has the offset 7");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void refuseNumbersThatMeanNothing() {
    for (PagedQuery<?, ?> query : queries) {
      assertThatIllegalArgumentException().isThrownBy(() -> query.page(0));
      assertThatIllegalArgumentException().isThrownBy(() -> query.offset(-1));
      assertThatIllegalArgumentException().isThrownBy(() -> query.pageSize(0));
      assertThatIllegalArgumentException().isThrownBy(() -> query.prefetch(101));
      assertThatIllegalArgumentException().isThrownBy(() -> query.direction(Direction.of(" ")));
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void givePagesAndSizesAndDirectionsToTheServer() {
    for (PagedQuery<?, ?> query : queries) {
      query.pageSize(7).direction(Direction.DESCENDING).page(3);
    }

    assertThat(server.requests())
        .hasSize(queries.size())
        .extracting(request -> request.query() + request.body())
        .allMatch(text -> text.contains("desc"))
        .allMatch(text -> text.contains("num_of_rows=7") || text.contains("\"limit\":7"));
  }

  /** The audit can be sorted by id only. */
  @Test
  void nameWhatIsSortedByInATypeOfTheirOwn() {
    List<String> types = queries.stream()
        .flatMap(query -> Stream.of(query.getClass().getInterfaces()))
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.getName().equals("orderBy"))
        .map(method -> method.getParameterTypes()[0])
        .map(type -> type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName())
        .collect(Collectors.toList());

    assertThat(types)
        .containsExactly(
            "IgnoreRuleQuery.OrderBy",
            "ViolationQuery.OrderBy",
            "CurationPolicyQuery.OrderBy",
            "ConditionQuery.OrderBy",
            "WaiverRequestQuery.OrderBy");
  }
}
