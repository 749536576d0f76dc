package io.github.xrayclient.diagnostics.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects with the same name that somebody else created at the same time or later. */
class TwinsTest {
  /** The request that creates the first object, after 5 listings, the version and the name. */
  private static final int FIRST_CREATE = 7;

  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("2");

  @TempDir
  Path folder;

  private Journal journal;

  @BeforeEach
  void name() {
    journal = Journal.at(folder.resolve("journal"));
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationPlan plan() {
    return target.migration().plan(source.migration().snapshot());
  }

  private static String condition(String id, int days) {
    return "{'id':'" + id + "','is_custom':true,'name':'young','created_by':'bob',"
        + "'condition_template_id':'isImmature','param_values':[{'param_id':'package_age_days',"
        + "'value':" + days + "}]}";
  }

  private List<String> ids(Kind kind) {
    return target.fake.stored(kind).stream()
        .map(object -> object.path("id").asText())
        .collect(Collectors.toList());
  }

  private List<String> writes() {
    return target.fake.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .map(RecordedRequest::toString)
        .collect(Collectors.toList());
  }

  private String usedCondition() {
    JsonNode policy = target.fake.stored(Kind.CURATION_POLICIES).get(0);
    return policy.path("condition_id").asText();
  }

  @Nested
  class OneOfTwoThatWereCreatedAtOnce {
    @Test
    void isDeletedIfItsNumberIsHigher() throws IOException {
      MigrationPlan plan = plan();
      // As a text, 9 would come after the id 10 of the new condition.
      target.before(FIRST_CREATE, () -> target.seed(Kind.CONDITIONS, condition("9", 7)));

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2", "9");
      assertThat(usedCondition()).isEqualTo("9");
      assertThat(writes().subList(0, 3))
          .containsExactly(
              "POST /xray/api/v1/curation/conditions",
              "DELETE /xray/api/v1/curation/conditions/10",
              "POST /xray/api/v1/curation/policies");
      assertThat(Files.readString(journal.file()))
          .contains("\"state\":\"twin\",\"id\":\"10\",\"remaining\":\"9\"");
    }

    @Test
    void staysIfItsNumberIsLower() {
      MigrationPlan plan = plan();
      target.after(FIRST_CREATE, () -> target.seed(Kind.CONDITIONS, condition("100", 7)));

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2", usedCondition(), "100");
      assertThat(writes()).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void isDeletedAndTheStepFailsIfTheOtherHasOtherContent() {
      MigrationPlan plan = plan();
      target.before(FIRST_CREATE, () -> target.seed(Kind.CONDITIONS, condition("9", 90)));

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.results().get(0).notes())
          .extracting(StepNote::kind)
          .containsExactly(StepNote.Kind.CHANGED_BY_OTHERS);
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2", "9");
      assertThat(target.migration().rollBack(journal).isComplete()).isTrue();
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2", "9");
    }

    @Test
    void isFoundAlthoughItsAnswerWasLost() {
      MigrationPlan plan = plan();
      target.before(FIRST_CREATE, () -> {
        target.seed(Kind.CONDITIONS, condition("9", 7));
        target.fake.failNext(Fault.LOST_ANSWER, 1);
      });

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2", "9");
      assertThat(usedCondition()).isEqualTo("9");
    }

    @Test
    void isDeletedLaterIfTheServerRefusedToDeleteIt() {
      MigrationPlan plan = plan();
      target.before(FIRST_CREATE, () -> target.seed(Kind.CONDITIONS, condition("9", 7)));
      target.fake.forbid("/xray/api/v1/curation/conditions/");

      MigrationReport refused = target.migration().apply(plan, journal);

      assertThat(refused.results().get(0).outcome()).isEqualTo(StepResult.Outcome.FAILED);
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2", "9", "10");
      target.fake.permit("/xray/api/v1/curation/conditions/");
      MigrationReport report = target.migration().apply(plan, journal);
      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2", "9");
    }
  }

  @Nested
  class ASecondApply {
    private Journal second;

    @BeforeEach
    void nameIt() {
      second = Journal.at(folder.resolve("second"));
    }

    @Test
    void findsEverythingDoneAndSendsNothing() throws IOException {
      MigrationPlan plan = plan();
      target.migration().apply(plan, journal);
      target.fake.clearRequests();

      MigrationReport report = target.migration().apply(plan, second);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(report.results())
          .extracting(StepResult::outcome)
          .containsOnly(StepResult.Outcome.DONE_BEFORE);
      assertThat(writes()).isEmpty();
      assertThat(Files.readString(second.file()))
          .contains("\"state\":\"adopted\"")
          .doesNotContain("\"state\":\"begun\"");
    }

    @Test
    void isRefusedIfSomebodyChangedWhatTheFirstMade() {
      MigrationPlan plan = plan();
      target.migration().apply(plan, journal);
      target.xray.watches().edit("libs", update -> update.active(false));

      assertThatThrownBy(() -> target.migration().apply(plan, second))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("somebody created watch \"libs\"");
    }

    @Test
    void isUndoneByTheRollbackOfEither() {
      MigrationPlan plan = plan();
      target.migration().apply(plan, journal);
      target.migration().apply(plan, second);

      assertThat(target.migration().rollBack(second).isComplete()).isTrue();

      assertThat(target.migration().snapshot().keys()).isEmpty();
      MigrationReport nothing = target.migration().rollBack(journal);
      assertThat(nothing.results())
          .extracting(StepResult::outcome)
          .containsOnly(StepResult.Outcome.NOTHING_TO_UNDO);
    }
  }

  /** Somebody creates a curation policy with the same name by hand. */
  @Nested
  class BesideATwinMadeByHand {
    private void makeTwin() {
      target.seed(
          Kind.CURATION_POLICIES,
          "{'id':'900','name':'no young','scope':'all_repos','policy_action':'dry_run',"
              + "'condition_id':'2','enabled':true,'waiver_request_config':'forbidden'}");
    }

    @Test
    void rollsBackByTheIdsInTheJournal() {
      target.migration().apply(plan(), journal);
      makeTwin();

      MigrationReport report = target.migration().rollBack(journal);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(ids(Kind.CURATION_POLICIES)).containsExactly("900");
      assertThat(ids(Kind.CONDITIONS)).containsExactly("2");
      assertThat(target.fake.stored(Kind.POLICIES)).isEmpty();
    }

    @Test
    void goesOnByTheIdsInTheJournal() {
      MigrationPlan plan = plan();
      target.fake.forbid("/xray/api/v2/policies/critical");
      assertThat(target.migration().apply(plan, journal).isComplete()).isFalse();
      target.fake.permit("/xray/api/v2/policies/critical");
      makeTwin();

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(ids(Kind.CURATION_POLICIES)).hasSize(2);
    }
  }

  @Nested
  class RollsBack {
    @Test
    void readingOnlyTheKindsOfThePlan() {
      Selection watches = Selection.all().only(ObjectKind.WATCHES);
      MigrationPlan plan =
          target.migration().select(watches).plan(source.migration().snapshot());
      target.migration().apply(plan, journal);
      target.fake.clearRequests();

      assertThat(target.migration().rollBack(journal).isComplete()).isTrue();

      assertThat(target.fake.requests())
          .extracting(RecordedRequest::toString)
          .noneMatch(request -> request.contains("curation") || request.contains("ignore_rules"));
    }

    @Test
    void noNewPolicyThatAWatchOfSomebodyElseUsesIfItSkipsWhatIsChanged() {
      Selection policies = Selection.all().only(ObjectKind.POLICIES);
      MigrationPlan plan =
          target.migration().select(policies).plan(source.migration().snapshot());
      target.migration().apply(plan, journal);
      target.seed(
          Kind.WATCHES,
          "{'general_data':{'id':'9','name':'mine','active':true},'project_resources':{"
              + "'resources':[{'type':'all-repos','name':'All Repositories'}]},"
              + "'assigned_policies':[{'name':'critical','type':'security'}]}");

      MigrationReport report = target.migration().skipChanged().rollBack(journal);

      assertThat(report.toString())
          .contains(
              "policy \"critical\" cannot be rolled back: watch \"mine\", which stays, uses it");
      assertThat(target.fake.stored(Kind.POLICIES)).hasSize(1);
    }

    @Test
    void noNewCurationPolicyToWhichSomebodyAddedAWaiver() {
      target.migration().apply(plan(), journal);
      CurationPolicyId id = CurationPolicyId.of(ids(Kind.CURATION_POLICIES).get(0));
      Curation.of(target.xray)
          .policies()
          .edit(
              id,
              update -> update.addWaiver(
                  NewPackageWaiver.allVersions(PackageType.NPM, "urgent", "incident")));

      assertThatThrownBy(() -> target.migration().rollBack(journal))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("curation policy \"no young\" (somebody added waiver npm urgent all"
              + " versions, which would be deleted with it)");
      MigrationReport skipped = target.migration().skipChanged().rollBack(journal);
      assertThat(skipped.toString())
          .contains("curation policy \"no young\" cannot be rolled back: somebody added waiver npm"
              + " urgent all versions, which would be deleted with it, so it is left alone");
      assertThat(ids(Kind.CURATION_POLICIES)).containsExactly(id.wire());
    }
  }
}
