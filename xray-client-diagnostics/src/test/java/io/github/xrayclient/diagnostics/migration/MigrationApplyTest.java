package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.run.OpenJournal;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationApplyTest {
  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("77")
      .seed(
          Kind.CONDITIONS,
          "{'id':'78','is_custom':true,'name':'own','condition_template_id':'isImmature',"
              + "'param_values':[{'param_id':'package_age_days','value':1}]}")
      .seed(
          Kind.CURATION_POLICIES,
          "{'id':'5','name':'no young','scope':'all_repos','policy_action':'block','enabled':true,"
              + "'condition_id':'77','created_by':'tom','waivers':[{'id':'8','pkg_type':'npm',"
              + "'pkg_name':'own','all_versions':true,'justification':'x','created_by':'tom'},"
              + "{'id':'9','pkg_type':'NPM','pkg_name':'left-pad','all_versions':false,"
              + "'pkg_versions':['1.0','1.1'],'justification':'mine','created_by':'tom'}]}")
      .seed(
          Kind.POLICIES,
          "{'name':'critical','type':'security','rules':[{'name':'first','priority':1,'criteria':"
              + "{'min_severity':'low'},'actions':{}}]}");

  @TempDir
  Path folder;

  private Journal journal;

  @BeforeEach
  void name() {
    journal = Journal.at(folder.resolve("plan.journal"));
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationPlan plan() {
    return target.migration().plan(source.migration().snapshot());
  }

  private static JsonNode stored(Server server, Kind kind, String name) {
    return server.fake.stored(kind).stream()
        .filter(object -> object.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> writes() {
    return target.fake.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .map(RecordedRequest::toString)
        .collect(Collectors.toList());
  }

  @Nested
  class Apply {
    @Test
    void leavesNothingToPlanAndNoDrift() {
      MigrationReport report = target.migration().apply(plan(), journal);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(plan().isEmpty()).isTrue();
      assertThat(Difference.between(
                  source.migration().snapshot(), target.migration().snapshot())
              .changes())
          .extracting(change -> change.object().toString())
          .containsExactly("condition \"own\"", "curation policy \"no young\"");
    }

    @Test
    void namesOneOperationForAllObjectsOfAKind() {
      Set<String> operations = ConcurrentHashMap.newKeySet();
      CallListener listener = new CallListener() {
        @Override
        public void onAttempt(AttemptEvent event) {
          operations.add(event.operation());
        }
      };
      try (XrayClient xray = XrayClient.builder()
          .baseUrl(target.fake.url())
          .credentials(Credentials.anonymous())
          .addListener(listener)
          .build()) {
        Migration.of(xray).apply(plan(), journal);
      }

      assertThat(writes()).contains("PUT /xray/api/v2/policies/critical");
      assertThat(operations)
          .contains(
              "PUT /xray/api/v2/policies/{name}",
              "PUT /xray/api/v1/curation/policies/{policy_id}",
              "POST /xray/api/v1/curation/conditions")
          .allMatch(operation -> operation.matches("[A-Z]+ (/[a-z_]\\w*|/v\\d|/\\{\\w+})+"))
          .noneMatch(operation -> operation.contains("critical"));
    }

    @Test
    void keepsTheWaiversOfTheTargetWithTheirIdsAndAuthors() {
      target.migration().apply(plan(), journal);

      JsonNode policy = stored(target, Kind.CURATION_POLICIES, "no young");
      assertThat(policy.path("id").asText()).isEqualTo("5");
      assertThat(policy.path("waivers"))
          .extracting(
              waiver -> waiver.path("id").asText() + waiver.path("created_by").asText())
          .containsExactly("8tom", "9tom");
      assertThat(policy.path("label_waivers")).hasSize(1);
    }

    @Test
    void notesForANewIgnoreRuleNoOthersThanThoseLikeIt() throws IOException {
      String rule = "{'id':'%s','notes':'%s','ignore_filters':{'cves':['any']},'expires_at':'%s'}";
      source.seed(
          Kind.IGNORE_RULES,
          "[" + String.format(rule, "91", "one", "2091-01-01T00:00:00Z") + ","
              + String.format(rule, "92", "two", "2092-01-01T00:00:00Z") + ","
              + String.format(rule, "93", "two", "2093-01-01T00:00:00Z") + "]");

      assertThat(target.migration().apply(plan(), journal).isComplete()).isTrue();

      assertThat(Files.readAllLines(journal.file()).stream()
              .filter(line -> line.contains("\"known\":[")))
          .singleElement()
          .asString()
          .contains("\"notes\":\"two\"")
          .containsPattern("\"known\":\\[\"[^,]+\"\\]");
    }

    @Test
    void connectsToTheConditionThatItMade() {
      target.migration().apply(plan(), journal);

      String id = stored(target, Kind.CONDITIONS, "young").path("id").asText();
      assertThat(stored(target, Kind.CURATION_POLICIES, "no young")
              .path("condition_id")
              .asText())
          .isEqualTo(id);
    }

    @Test
    void asksForAsMuchAsIsNeeded() {
      MigrationPlan plan = plan();
      target.fake.clearRequests();

      target.migration().apply(plan, journal);

      assertThat(writes()).hasSize(plan.steps().size());
      assertThat(target.fake.requests())
          .hasSizeLessThanOrEqualTo(6 + 3 * plan.steps().size());
    }

    @Test
    void doesNotMindUnknownFieldsOfCurationThatMoveByThemselves() {
      JsonNode policy = stored(target, Kind.CURATION_POLICIES, "no young");
      target.fake.seed(
          Kind.CURATION_POLICIES, ((ObjectNode) policy).put("blocked_today", 1).toString());
      MigrationPlan plan = plan();
      target.fake.seed(
          Kind.CURATION_POLICIES, ((ObjectNode) policy).put("blocked_today", 2).toString());

      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
    }

    @Test
    void tellsOfItsProgress() {
      List<String> heard = new ArrayList<>();

      target
          .migration()
          .progress(event -> heard.add(event.position() + "/" + event.total() + " " + event))
          .apply(plan(), journal);

      assertThat(heard)
          .containsSubsequence(
              "1/5 read 1 condition",
              "5/5 read 0 ignore rules",
              "1/6 create condition young",
              "2/6 update curation policy no young");
    }

    @Test
    void makesNothingTwiceWhenCalledAgain() {
      MigrationPlan plan = plan();
      target.migration().apply(plan, journal);
      target.fake.clearRequests();

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(writes()).isEmpty();
      assertThat(report.isComplete()).isTrue();
      assertThat(report.results())
          .extracting(StepResult::outcome)
          .containsOnly(StepResult.Outcome.DONE_BEFORE);
    }

    @Test
    void notesABackupBeforeItChangesSomething() throws IOException {
      target.migration().apply(plan(), journal);

      assertThat(Files.readAllLines(journal.file()))
          .hasSize(1 + 2 * 6 + 2) // two objects get an id from the server
          .anyMatch(line -> line.contains("\"state\":\"begun\"")
              && line.contains("\"backup\":{\"id\":\"5\"")
              && line.contains("\"justification\":\"mine\""));
    }

    @Test
    void prunes() {
      target.seed(Kind.POLICIES, "{'name':'old','type':'security','rules':[]}");
      MigrationPlan plan = target.migration().prune().plan(source.migration().snapshot());

      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();

      assertThat(target.migration().snapshot().keys())
          .isEqualTo(source.migration().snapshot().keys());
    }

    @Test
    void saysHowAnObjectIsNotAsItShouldBeAndStops() {
      source.seed(
          Kind.WATCHES,
          "{'general_data':{'id':'2','name':'empty','active':true},'project_resources':"
              + "{'resources':[]},'assigned_policies':[]}");
      MigrationPlan plan = plan();

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.isComplete()).isFalse();
      assertThat(report.toString())
          .contains("create watch empty: done\n       the server changed a value that was sent:"
              + " general_data.active")
          .contains("create watch libs: not tried");
      assertThat(report.results().stream().flatMap(result -> result.notes().stream()))
          .extracting(StepNote::kind)
          .containsOnly(StepNote.Kind.FIELD_DIFFERS);
      assertThat(report.results().stream().flatMap(result -> result.notes().stream()))
          .extracting(note -> note.subject().orElseThrow())
          .containsOnly("general_data.active");

      MigrationReport rest = target.migration().apply(plan, journal);

      assertThat(rest.results().stream().flatMap(result -> result.notes().stream()))
          .extracting(note -> note.subject().orElseThrow())
          .containsOnly("general_data.active");
      assertThat(rest.isComplete()).isFalse();
      assertThat(rest.toString())
          .contains("create watch empty: already done\n       the server changed a value that was"
              + " sent: ")
          .contains("create watch libs: done")
          .endsWith("7 steps: 2 done, 5 already done\n");
    }
  }

  @Nested
  class Stops {
    @Test
    void atTheFirstFailureAndGoesOnLater() {
      target.fake.forbid("/xray/api/v2/policies/critical");
      MigrationPlan plan = plan();

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.results())
          .extracting(StepResult::outcome)
          .containsExactly(
              StepResult.Outcome.DONE,
              StepResult.Outcome.DONE,
              StepResult.Outcome.FAILED,
              StepResult.Outcome.NOT_TRIED,
              StepResult.Outcome.NOT_TRIED,
              StepResult.Outcome.NOT_TRIED);
      assertThat(report.results().get(2).notes()).singleElement().satisfies(note -> {
        assertThat(note.kind()).isEqualTo(StepNote.Kind.REFUSED_BY_SERVER);
        assertThat(note.text()).contains("403");
      });
      target.fake.permit("/xray/api/v2/policies/critical");

      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
      assertThat(writes()).hasSize(6);
      assertThat(plan().isEmpty()).isTrue();
    }

    @Test
    void notIfItShallContinue() {
      target.fake.forbid("/xray/api/v2/watches/");

      MigrationReport report = target.migration().continueOnFailure().apply(plan(), journal);

      assertThat(report.results())
          .extracting(StepResult::outcome)
          .containsOnlyOnce(StepResult.Outcome.FAILED)
          .doesNotContain(StepResult.Outcome.NOT_TRIED);
      assertThat(report.toJson().path("complete").asBoolean()).isFalse();
    }

    @Test
    void atAPolicyWhoseConditionSomebodyMadeAsAnotherTest() {
      MigrationPlan plan = plan();
      target.before(7, () -> target.fake.failNext(Fault.EMPTY_BODY, 1));
      target.migration().apply(plan, journal);
      target.seed(
          Kind.CONDITIONS,
          "{'id':'99','is_custom':true,'name':'young','condition_template_id':'isAged'}");

      MigrationReport report = target.migration().continueOnFailure().apply(plan, journal);

      assertThat(Texts.of(report.results().get(1).notes()))
          .containsExactly(
              "the policy was not sent, because somebody created its condition \"young\" with other"
                  + " content than planned; give it the planned content, and apply the plan again");
      assertThat(report.results().get(1).notes())
          .extracting(StepNote::kind)
          .containsExactly(StepNote.Kind.CONDITION_NOT_AS_PLANNED);
      assertThat(stored(target, Kind.CURATION_POLICIES, "no young")
              .path("condition_id")
              .asText())
          .isEqualTo("77");
      target.seed(
          Kind.CONDITIONS,
          source.fake.stored(Kind.CONDITIONS).get(1).toString().replace("\"11\"", "\"99\""));
      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
      assertThat(stored(target, Kind.CURATION_POLICIES, "no young")
              .path("condition_id")
              .asText())
          .isEqualTo("99");
    }

    @Test
    void atAPolicyWhoseConditionWasNotUpdated() {
      target.seed(
          Kind.CONDITIONS,
          "{'id':'79','is_custom':true,'name':'young','condition_template_id':'isImmature',"
              + "'param_values':[{'param_id':'package_age_days','value':30}]}");
      MigrationPlan plan = plan();
      target.before(7, () -> target.fake.failNext(Fault.EMPTY_BODY, 1));

      MigrationReport report = target.migration().continueOnFailure().apply(plan, journal);

      assertThat(report.results())
          .extracting(StepResult::toString)
          .startsWith(
              "1. update condition young: failed", "2. update curation policy no young: failed");
      assertThat(Texts.of(report.results().get(1).notes()))
          .containsExactly(
              "the policy was not sent, because the step that updates its condition \"young\" is"
                  + " not done; see why that step failed, and apply the plan again");
      assertThat(report.results().get(1).notes())
          .extracting(StepNote::kind)
          .containsExactly(StepNote.Kind.CONDITION_NOT_AS_PLANNED);
      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
    }

    @Test
    void beforeAStepWhoseObjectSomebodyChanged() {
      MigrationPlan plan = plan();
      target.fake.forbid("/xray/api/v2/policies/critical");
      target.migration().apply(plan, journal);
      target.fake.permit("/xray/api/v2/policies/critical");
      target.seed(Kind.POLICIES, "{'name':'critical','type':'security','description':'mine'}");

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(Texts.of(report.results().get(2).notes()))
          .containsExactly(
              "somebody changed policy \"critical\" after the plan was made; make a new plan");
      assertThat(report.results().get(2).notes())
          .extracting(StepNote::kind)
          .containsExactly(StepNote.Kind.CHANGED_BY_OTHERS);
    }

    @Test
    void beforeStepsWhoseObjectsSomebodyMadeOrDeleted() {
      MigrationPlan plan = plan();
      target.before(7, () -> target.fake.failNext(403, 1));
      target.migration().apply(plan, journal);
      target.xray.policies().delete("critical");
      source
          .fake
          .stored(Kind.WATCHES)
          .forEach(watch -> target.fake.seed(
              Kind.WATCHES, watch.toString().replace("\"active\":true", "\"active\":false")));

      MigrationReport report = target.migration().continueOnFailure().apply(plan, journal);

      assertThat(report.results())
          .filteredOn(result -> result.outcome() == StepResult.Outcome.FAILED)
          .extracting(
              result -> result.object().kind(), result -> result.notes().get(0).kind())
          .containsExactly(
              tuple(ObjectKind.POLICIES, StepNote.Kind.CHANGED_BY_OTHERS),
              tuple(ObjectKind.WATCHES, StepNote.Kind.CHANGED_BY_OTHERS));
      assertThat(target.fake.stored(Kind.POLICIES))
          .extracting(policy -> policy.path("project_key").asText())
          .containsExactly("dev");
    }

    @Test
    void notAtWritesThatTakeEffectThoughTheServerAnswers500() {
      MigrationPlan plan = plan();
      target.fake.failReload(3);

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(writes()).hasSize(plan.steps().size());
      assertThat(plan().isEmpty()).isTrue();
    }

    @Test
    void atAWriteThatTheServerAnswers500WithoutEffect() {
      MigrationPlan plan = plan();
      target.before(7, () -> target.fake.failNext(500, 1));

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.results().get(0).outcome()).isEqualTo(StepResult.Outcome.FAILED);
      assertThat(report.results().get(0).notes())
          .extracting(StepNote::kind)
          .containsExactly(StepNote.Kind.REFUSED_BY_SERVER);
      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
    }
  }

  @Nested
  class Refuses {
    @Test
    void aPlanForAServerThatChangedSince() {
      MigrationPlan plan = plan();
      target.xray.policies().edit("critical", update -> update.description("mine"));
      target.fake.clearRequests();

      assertThatThrownBy(() -> target.migration().apply(plan, journal))
          .isInstanceOf(MigrationException.class)
          .hasMessageStartingWith("the server was changed after the plan was made: ")
          .extracting("kind")
          .isEqualTo(MigrationException.Kind.SERVER_CHANGED);
      assertThat(writes()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPlanForAServerWhoseWaiversMoved() {
      MigrationPlan plan = plan();
      Curation.of(target.xray)
          .policies()
          .edit(
              CurationPolicyId.of("5"),
              update ->
                  update.addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "new", "x")));

      assertThatThrownBy(() -> target.migration().apply(plan, journal))
          .hasMessageContaining("make a new plan");
    }

    @Test
    void aReadOnlyClientBeforeThereIsAJournal() {
      MigrationPlan plan = target.migration().plan(source.migration().snapshot());

      try (XrayClient reader = target.readOnlyClient()) {
        assertThatExceptionOfType(XrayReadOnlyException.class)
            .isThrownBy(() -> Migration.of(reader).continueOnFailure().apply(plan, journal))
            .withMessageContaining("was not sent");
      }
      assertThat(journal.file()).doesNotExist();
    }

    @Test
    void aPlanForAnotherServer() {
      assertThatThrownBy(() -> source.migration().apply(plan(), journal))
          .isInstanceOf(MigrationException.class)
          .hasMessage("the plan is for " + target.fake.url() + ", but the client is connected to "
              + source.fake.url() + "; connect to " + target.fake.url());
      assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theJournalOfAnotherPlan() {
      target.migration().apply(plan(), journal);

      assertThatThrownBy(() -> target.migration().apply(plan(), journal))
          .hasMessageContaining("plan.journal: it is the journal of another plan");
    }

    @Test
    void toTakeStepsForDoneThatSomebodyUndidByHand() {
      Snapshot snapshot = source.migration().snapshot();
      target.migration().apply(target.migration().plan(snapshot), journal);
      String there = target.fake.stored(Kind.POLICIES).get(0).toString();
      Journal second = Journal.at(folder.resolve("second.journal"));
      for (int i = 0; i < 2; i++) {
        target.seed(Kind.POLICIES, there.replace("Critical", "Low"));
        MigrationPlan plan = target.migration().plan(snapshot);
        if (i == 0) {
          assertThat(target.migration().apply(plan, second).isComplete()).isTrue();
        } else {
          assertThatThrownBy(() -> target.migration().apply(plan, second))
              .hasMessageContaining(
                  "second.journal: it records finished steps, but somebody undid them");
        }
      }
    }

    @Test
    void aJournalThatIsOpen() {
      try (OpenJournal open = journal.open(Clock.systemUTC())) {
        open.begin(plan().content(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> target.migration().apply(plan(), journal))
            .hasMessageContaining("another migration is using this journal");
      }
    }

    @Test
    void aCorruptJournal() throws IOException {
      MigrationPlan plan = plan();
      target.migration().apply(plan, journal);
      List<String> lines = Files.readAllLines(journal.file());
      for (String bad : new String[] {"{", "[]", "{\"step\":1,\"state\":\"done?\"}", "{}"}) {
        lines.set(3, bad);
        Files.writeString(journal.file(), String.join("\n", lines) + "\n");

        assertThatThrownBy(() -> target.migration().apply(plan, journal))
            .isInstanceOf(MigrationException.class)
            .hasMessageContaining("plan.journal: line 4 is damaged, or this is not a journal");
      }
      Files.writeString(journal.file(), "{\"schema\":9}\n");
      assertThatThrownBy(() -> target.migration().apply(plan, journal))
          .hasMessageContaining("newer version");
    }

    @Test
    void aFileThatIsNoJournalAndLeavesItAlone() throws IOException {
      MigrationPlan plan = plan();
      for (String text : new String[] {"secret", "some\nnotes", "{\"a\":1}"}) {
        Files.writeString(journal.file(), text);

        assertThatThrownBy(() -> target.migration().apply(plan, journal))
            .hasMessageContaining("plan.journal: line 1 is damaged, or this is not a journal");
        assertThatThrownBy(() -> target.migration().rollBack(journal))
            .hasMessageContaining("plan.journal: line 1 is damaged, or this is not a journal");
        assertThat(journal.file()).hasContent(text);
      }
    }

    @Test
    void toGoOnWhenTheJournalCannotBeWritten() {
      FileOperations full = new FileOperations() {
        private int room = 5;

        @Override
        public void append(FileChannel channel, byte[] bytes) throws IOException {
          if (room-- == 0) {
            throw new IOException("No space left on device");
          }
          super.append(channel, bytes);
        }
      };
      MigrationPlan plan = plan();

      assertThatThrownBy(() -> target.migration().apply(plan, Journal.at(journal.file(), full)))
          .isInstanceOf(MigrationException.class)
          .hasMessageContainingAll("plan.journal: it cannot be written", "No space left");

      assertThat(writes()).hasSize(2);
      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
      assertThat(writes()).hasSize(6);
    }
  }

  @Nested
  class LostAnswers {
    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"STALLED_HEADERS", "STALLED_BODY"})
    void orBrokenOnesAreLookedUpOrTriedAgain(Fault fault) {
      int every = fault == Fault.LOST_ANSWER ? 1 : 3;
      for (int i = List.of(Fault.values()).indexOf(fault) % every; i < 3 * 6 - 1; i += every) {
        try (Server fresh = target.copy()) {
          MigrationPlan plan = fresh.migration().plan(source.migration().snapshot());
          Journal own = Journal.at(folder.resolve("broken-" + i));
          fresh.before(6 + i, () -> fresh.fake.failNext(fault, 1));

          MigrationReport report = fresh.migration().apply(plan, own);
          if (!report.isComplete()) {
            report = fresh.migration().apply(plan, own);
          }

          assertThat(report.isComplete()).as("request %s: %s", i, report).isTrue();
          assertThat(fresh.migration().plan(source.migration().snapshot()).isEmpty())
              .isTrue();
          assertThat(fresh.fake.stored(Kind.CONDITIONS)).hasSize(3);
          assertThat(fresh.fake.stored(Kind.CURATION_POLICIES)).hasSize(1);
          assertThat(fresh.fake.stored(Kind.IGNORE_RULES)).hasSize(1);
        }
      }
    }

    @Test
    void takeNoOlderEqualRuleForTheResult() {
      String first = "{'id':'92','notes':'two','ignore_filters':{'cves':['any']}}";
      String second = first.replace("92", "93");
      for (int request = 0; request < 8; request++) {
        try (Server from = new Server().seed(Kind.IGNORE_RULES, "[" + first + "," + second + "]");
            Server to = new Server().seed(Kind.IGNORE_RULES, first)) {
          MigrationPlan plan = to.migration().plan(from.migration().snapshot());
          to.before(request, () -> to.fake.failNext(Fault.LOST_ANSWER, 1));

          MigrationReport report =
              to.migration().apply(plan, Journal.at(folder.resolve("rule-" + request)));

          assertThat(report.isComplete()).as("request %s: %s", request, report).isTrue();
          assertThat(to.fake.stored(Kind.IGNORE_RULES)).hasSize(2);
        }
      }
    }

    @Test
    void thatNobodyCouldLookUpAreOfUnknownOutcome() {
      MigrationPlan plan = plan();
      target.before(7, () -> target.fake.failNext(Fault.LOST_ANSWER, 1).failNext(403, 1));

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(report.results().get(0).outcome()).isEqualTo(StepResult.Outcome.FAILED);
      assertThat(report.results().get(0).notes())
          .extracting(StepNote::kind)
          .containsExactly(StepNote.Kind.OUTCOME_UNKNOWN);
      assertThat(target.migration().apply(plan, journal).isComplete()).isTrue();
    }

    @Test
    void thatSeveralObjectsCouldBeTheResultOfAreForPeopleToDecide() {
      MigrationPlan plan = plan();
      target.before(7, () -> {
        target.seed(
            Kind.CONDITIONS,
            "{'id':'99','is_custom':true,'name':'young','condition_template_id':'isImmature'}");
        target.fake.failNext(Fault.LOST_ANSWER, 1);
      });

      MigrationReport report = target.migration().apply(plan, journal);

      assertThat(Texts.of(report.results().get(0).notes()))
          .containsExactly(
              "the answer to the request to create condition \"young\" was lost, and 2 objects on"
                  + " the server may be its result, with the ids 99 and 100; delete all but one of"
                  + " them, and run the migration again");
      assertThat(report.results().get(0).notes())
          .extracting(StepNote::kind)
          .containsExactly(StepNote.Kind.OUTCOME_UNKNOWN);
    }
  }
}
