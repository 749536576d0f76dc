package io.github.xrayclient.diagnostics.internal.refusal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ViolatedPolicyParserTest {
  @Nested
  class ByPosition {
    @Test
    void readsOnePartAsPolicy() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("strict");

      assertThat(group)
          .isEqualTo(ViolatedPolicy.builder().policy("strict").raw("strict").build());
    }

    @Test
    void readsThreePartsWithoutRecommendation() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("p,c,Score: 9 | 10");

      assertThat(group.condition()).contains("c");
      assertThat(group.explanation()).contains("Score: 9 | 10");
      assertThat(group.recommendation()).isEmpty();
    }

    @Test
    void leavesOutEmptyParts() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("p,,e, ");

      assertThat(group.condition()).isEmpty();
      assertThat(group.explanation()).contains("e");
      assertThat(group.recommendation()).isEmpty();
    }

    @Test
    void keepsCommasInTheExplanation() {
      ViolatedPolicy group = ViolatedPolicyParser.parse(
          "p, c, Licenses: [LicenseRef-x], GPL-3.0,AGPL, Replace the package");

      assertThat(group.explanation()).contains("Licenses: [LicenseRef-x], GPL-3.0,AGPL");
      assertThat(group.recommendation()).contains("Replace the package");
    }

    @Test
    void keepsCommasInTheRecommendation() {
      ViolatedPolicy group =
          ViolatedPolicyParser.parse("p, c, bad, really, Upgrade to: 3.7.0, 4.0.0");

      assertThat(group.explanation()).contains("bad, really");
      assertThat(group.recommendation()).contains("Upgrade to: 3.7.0, 4.0.0");
    }

    @Test
    void takesTheLastPartWhereNoneReadsLikeAdvice() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("p, c, one, two, nothing to be done");

      assertThat(group.explanation()).contains("one, two");
      assertThat(group.recommendation()).contains("nothing to be done");
    }

    @Test
    void acceptsAdviceInSmallLetters() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("p,c,one,two,upgrade to 2,or 3");

      assertThat(group.recommendation()).contains("upgrade to 2,or 3");
    }

    @Test
    void doesNotTakeAnExplanationThatBeginsLikeAdvice() {
      ViolatedPolicy group =
          ViolatedPolicyParser.parse("p, c, Use of eval, and more, Upgrade to 2");

      assertThat(group.explanation()).contains("Use of eval, and more");
      assertThat(group.recommendation()).contains("Upgrade to 2");
    }

    @Test
    void doesNotTakeAWordThatMerelyBeginsLikeAdvice() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("p, c, one, Users affected, final words");

      assertThat(group.explanation()).contains("one, Users affected");
      assertThat(group.recommendation()).contains("final words");
    }

    @Test
    void doesNotSplitInsideBraces() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("p, c {a, b}, uses {a, {b, c}}");

      assertThat(group.condition()).contains("c {a, b}");
      assertThat(group.explanation()).contains("uses {a, {b, c}}");
      assertThat(group.recommendation()).isEmpty();
    }

    @Test
    void keepsEverythingInItsRawText() {
      String text = "p, c, one, two, three, four, five";

      assertThat(ViolatedPolicyParser.parse(text).raw()).isEqualTo(text);
    }
  }

  @Nested
  class ByName {
    @Test
    void readsPartsThatSayWhatTheyAre() {
      ViolatedPolicy group = ViolatedPolicyParser.parse("policy:no-old,condition:too old, by far");

      assertThat(group.policy()).isEqualTo("no-old");
      assertThat(group.condition()).contains("too old, by far");
      assertThat(group.explanation()).isEmpty();
    }
  }

  @Nested
  class WithKnownNames {
    private final List<String> policies = List.of("no, never", "no", "No Old, Ones");
    private final List<String> conditions = List.of("CVE: 9, 10", "age, in days");

    @Test
    void keepsTheLongestPolicyAndCondition() {
      ViolatedPolicy group = reread("no, never, CVE: 9, 10, bad, really, Upgrade to 2, or 3");

      assertThat(group.policy()).isEqualTo("no, never");
      assertThat(group.condition()).contains("CVE: 9, 10");
      assertThat(group.explanation()).contains("bad, really");
      assertThat(group.recommendation()).contains("Upgrade to 2, or 3");
    }

    @Test
    void givesTheNamesAsTheyAreKnown() {
      ViolatedPolicy group = reread("no old,  ones,AGE, IN DAYS,e");

      assertThat(group.policy()).isEqualTo("No Old, Ones");
      assertThat(group.condition()).contains("age, in days");
      assertThat(group.explanation()).contains("e");
    }

    @Test
    void readsOthersAsWithoutThem() {
      String text = "other, c, e, r";

      assertThat(reread(text)).isEqualTo(ViolatedPolicyParser.parse(text));
      assertThat(reread("policy:no, never,condition:c").policy()).isEqualTo("no, never");
    }

    @Test
    void doesNotTakeFieldsApartThatTheServerKeptApart() {
      ViolatedPolicy fields = ViolatedPolicy.builder()
          .policy("a, b")
          .condition("c")
          .explanation("one")
          .recommendation("two, three")
          .raw("a, b, c, one, two, three")
          .build();

      assertThat(
              ViolatedPolicyParser.reread(refusal(fields), policies, conditions).policies())
          .containsExactly(fields);
      assertThat(ViolatedPolicyParser.reread(refusal(fields), List.of("A, B"), List.of())
              .policies())
          .containsExactly(fields.toBuilder().policy("A, B").build());
    }

    @Test
    void takesNoTimeForManyCommas() {
      String text = "a,".repeat(1_000_000);

      ViolatedPolicy group = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> reread(text));

      assertThat(group.policy()).isEqualTo("a");
    }

    private ViolatedPolicy reread(String text) {
      return ViolatedPolicyParser.reread(
              refusal(ViolatedPolicyParser.parse(text)), policies, conditions)
          .policies()
          .get(0);
    }

    private CurationRefusal refusal(ViolatedPolicy violated) {
      return CurationRefusal.builder()
          .reason(CurationRefusal.Reason.POLICY_VIOLATION)
          .waiversAllowed(false)
          .addPolicy(violated)
          .build();
    }
  }
}
