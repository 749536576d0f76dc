package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.CurationPolicyQuery.OrderBy;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Direction;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurationPolicyQueryTest {
  private static final String PATH = "GET /xray/api/v1/curation/policies?";
  private static final String CONDITIONS = "GET /xray/api/v1/curation/conditions?";

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .build();
  private final CurationPolicyQuery all = Curation.of(xray).policies().list();

  @BeforeEach
  void fill() {
    server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_policies_200.json"));
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private String only() {
    assertThat(server.requests()).hasSize(1);
    return server.requests().get(0).toString();
  }

  private static List<String> ids(Page<CurationPolicy> page) {
    return page.items().stream().map(policy -> policy.id().wire()).collect(Collectors.toList());
  }

  @Nested
  class OnTheWire {
    @Test
    void asksForTheMostStableOrderByDefault() {
      all.page(1);

      assertThat(only()).isEqualTo(PATH + "order_by=id&direction=asc&num_of_rows=100&page_num=1");
    }

    @Test
    void hasAllParametersOfAPageByNumber() {
      all.orderBy(OrderBy.UPDATED_AT)
          .direction(Direction.DESCENDING)
          .name("no mal & all/ré")
          .action(PolicyAction.DRY_RUN)
          .enabled(false)
          .conditionId(ConditionId.of("21"))
          .pageSize(7)
          .page(3);

      assertThat(only())
          .isEqualTo(PATH
              + "order_by=updated_at&direction=desc&name=no%20mal%20%26%20all%2Fr%C3%A9"
              + "&policy_action=dry_run&enabled=false&condition_id=21&num_of_rows=7&page_num=3");
    }

    @Test
    void hasTheNumberOfThePageThatHoldsTheOffset() {
      assertThat(all.pageSize(2).offset(3))
          .extracting(policy -> policy.id().wire())
          .containsExactly("14");

      assertThat(only()).isEqualTo(PATH + "order_by=id&direction=asc&num_of_rows=2&page_num=2");
    }

    @Test
    void givesOnePageWithWhatTheServerSaysAboutIt() {
      Page<CurationPolicy> page = all.pageSize(2).page(2);

      assertThat(ids(page)).containsExactly("13", "14");
      assertThat(page.total()).hasValue(4);
      assertThat(page.size()).hasValue(2);
    }

    @Test
    void isTheSampleRequestOfTheDocuments() {
      all.enabled(true)
          .action(PolicyAction.BLOCK)
          .orderBy(OrderBy.UPDATED_AT)
          .direction(Direction.ASCENDING)
          .pageSize(100)
          .page(1);

      assertThat(only().substring(PATH.length()).split("&"))
          .containsExactlyInAnyOrder(
              "enabled=true",
              "policy_action=block",
              "order_by=updated_at",
              "direction=asc",
              "num_of_rows=100",
              "page_num=1");
    }

    @Test
    void hasTheLastOfTwoValues() {
      all.enabled(true).enabled(false).page(1);

      assertThat(only()).contains("enabled=false").doesNotContain("enabled=true");
    }

    @Test
    void hasTheFiltersOfConditions() {
      Curation.of(xray)
          .conditions()
          .list()
          .name("a b")
          .custom(true)
          .templateId("isImmature")
          .riskType(RiskType.OPERATIONAL)
          .supportedPackageType(PackageType.PYPI)
          .page(1);

      assertThat(only().substring(CONDITIONS.length()).split("&"))
          .containsExactlyInAnyOrder(
              "name=a%20b",
              "is_custom=true",
              "condition_template_id=isImmature",
              "risk_type=operational",
              "supported_pkg_types=PyPI",
              "order_by=id",
              "direction=asc",
              "num_of_rows=100",
              "page_num=1");
    }
  }

  @Nested
  class Filters {
    @Test
    void narrowWhatIsWalked() {
      assertThat(all.name("npm")).extracting(policy -> policy.id().wire()).containsExactly("12");
      assertThat(all.conditionId(ConditionId.of(1))).hasSize(4);
      assertThat(all.action(PolicyAction.DRY_RUN)).isEmpty();
      assertThat(all.enabled(false)).isEmpty();
    }

    @Test
    void sortDownward() {
      assertThat(all.direction(Direction.DESCENDING))
          .extracting(policy -> policy.id().wire())
          .containsExactly("14", "13", "12", "11");
    }

    @Test
    void leaveTheQueryTheyStartedFromAsItWas() {
      CurationPolicyQuery two = all.pageSize(2).offset(1);

      two.name("x");
      two.enabled(false);
      two.action(PolicyAction.DRY_RUN);
      two.conditionId(ConditionId.of("9"));
      two.orderBy(OrderBy.UPDATED_AT);
      two.direction(Direction.DESCENDING);
      two.pageSize(50);
      two.offset(9);
      two.first();
      two.pages().iterator().next();

      assertThat(server.requests())
          .extracting(Object::toString)
          .containsExactly(
              PATH + "order_by=id&direction=asc&num_of_rows=1&page_num=2",
              PATH + "order_by=id&direction=asc&num_of_rows=2&page_num=1");
    }

    @Test
    void keepPageSizeAndOffset() {
      all.pageSize(2).offset(3).name("mal").pages().iterator().next();

      assertThat(only()).endsWith("&name=mal&num_of_rows=2&page_num=2");
    }
  }

  @Nested
  class WrongArguments {
    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void areRefusedForAPageSizeBeforeAnyRequest(int size) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.pageSize(size))
          .withMessageContainingAll("pageSize", String.valueOf(size));
      assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void areRefusedForAnOffsetBeforeAnyRequest(long offset) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.offset(offset))
          .withMessageContainingAll("offset", String.valueOf(offset));
      assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void areRefusedForAPageNumberBeforeAnyRequest(long number) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.page(number))
          .withMessageContainingAll("page", String.valueOf(number));
      assertThat(server.requests()).isEmpty();
    }

    @Test
    void areAPageNumberAndAnOffsetTogether() {
      assertThatIllegalStateException()
          .isThrownBy(() -> all.offset(3).page(1))
          .withMessageContaining("offset 3");
      assertThat(server.requests()).isEmpty();
      assertThat(all.offset(3).offset(0).page(1).items()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\u0000", "\ud800", "", " "})
    void areRefusedForTextsThatNoQueryCanHold(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.name(text))
          .withMessageContaining("name");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.action(PolicyAction.of(text)))
          .withMessageContaining("policy_action");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.orderBy(OrderBy.of(text)))
          .withMessageContaining("order_by");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.direction(Direction.of(text)))
          .withMessageContaining("direction");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Curation.of(xray).conditions().list().riskType(RiskType.of(text)))
          .withMessageContaining("risk_type");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Curation.of(xray)
              .waiverRequests()
              .list()
              .orderBy(WaiverRequestQuery.OrderBy.of(text)))
          .withMessageContaining("order_by");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.conditionId(ConditionId.of(text)))
          .withMessageContaining("condition_id");
      assertThat(server.requests()).isEmpty();
    }
  }
}
