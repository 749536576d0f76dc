package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.FieldChange;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values and results of a migration can be compared, and have words and a JSON form. */
class MigrationValuesTest {
  private final Server source = Server.filled(10);
  private final Server target = Server.withBuiltIn("77");

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationReport applied(String forbidden) {
    try (Server copy = target.copy()) {
      copy.fake.forbid(forbidden);
      MigrationPlan plan = copy.migration().plan(source.migration().snapshot());
      return copy.migration().apply(plan, Journal.at(folder.resolve(forbidden.substring(1))));
    }
  }

  @Test
  void aMappingSaysWhatWasSet() throws IOException {
    Mapping mapping = Mapping.none()
        .repository("b", "c")
        .repository("a", "b")
        .project("dev", "prod")
        .binaryManager("art-1", "default")
        .group("g", "h")
        .condition("young", "old");
    String json = "{\"binaryManagers\":{\"art-1\":\"default\"},\"conditions\":{\"young\":\"old\"},"
        + "\"groups\":{\"g\":\"h\"},\"projects\":{\"dev\":\"prod\"},"
        + "\"repositories\":{\"a\":\"b\",\"b\":\"c\"}}";

    assertThat(mapping.repositories())
        .containsEntry("a", "b")
        .containsEntry("b", "c")
        .hasSize(2);
    assertThat(mapping.projects()).containsOnlyKeys("dev");
    assertThat(mapping.binaryManagers()).containsOnlyKeys("art-1");
    assertThat(mapping.groups()).containsOnlyKeys("g");
    assertThat(mapping.conditions()).containsOnlyKeys("young");
    assertThat(mapping.toJson()).hasToString(json);
    assertThat(mapping).hasToString("Mapping" + json);
    Path file = Files.writeString(folder.resolve("names.json"), json);
    assertThat(Mapping.read(file)).isEqualTo(mapping).hasSameHashCodeAs(mapping);
    assertThat(mapping.group("x", "y")).isNotEqualTo(mapping);
    assertThat(Mapping.none().toJson()).hasToString("{}");
    assertThatThrownBy(() -> mapping.groups().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aKeyIsWrittenWithItsProject() {
    ObjectKey key = ObjectKey.of(ObjectKind.IGNORE_RULES, "n");

    assertThat(key.toJson()).hasToString("{\"kind\":\"ignore-rules\",\"name\":\"n\"}");
    assertThatThrownBy(() -> key.inProject(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key must not be blank, but was ' '");
    assertThat(key.inProject("dev").toJson())
        .hasToString("{\"kind\":\"ignore-rules\",\"name\":\"n\",\"project\":\"dev\"}");
  }

  @Test
  void differencesAreEqualIfTheirContentIs() {
    Snapshot before = target.migration().snapshot();
    Snapshot after = source.migration().snapshot();
    Difference one = Difference.between(before, after);
    Difference same = Difference.between(before, source.migration().snapshot());

    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one.changes().get(0))
        .isEqualTo(same.changes().get(0))
        .hasSameHashCodeAs(same.changes().get(0));
    assertThat(one.changes().get(0).toJson())
        .hasToString("{\"object\":{\"kind\":\"conditions\",\"name\":\"young\"},"
            + "\"kind\":\"ADDED\",\"fields\":[]}");
    assertThat(one).isNotEqualTo(Difference.between(after, before));
    assertThat(one.changes().get(0)).isNotEqualTo(one.changes().get(1));
  }

  @Test
  void changesOfFieldsAreEqualIfTheirValuesAre() {
    source.seed(Kind.POLICIES, "{'name':'p','type':'security','description':'a','rules':[]}");
    Snapshot a = source.migration().snapshot();
    source.seed(Kind.POLICIES, "{'name':'p','type':'security','description':'b','rules':[]}");
    Snapshot b = source.migration().snapshot();
    FieldChange change = Difference.between(a, b).changes().get(0).fields().get(0);

    assertThat(change)
        .isEqualTo(Difference.between(a, b).changes().get(0).fields().get(0));
    assertThat(change)
        .isNotEqualTo(Difference.between(b, a).changes().get(0).fields().get(0));
    assertThat((Object) XrayClient.jsonMapper().valueToTree(change))
        .hasToString("{\"field\":\"description\",\"from\":\"a\",\"to\":\"b\"}");
    assertThat(change).hasToString("description: a → b");
  }

  @Test
  void reportsAreEqualIfTheirResultsAre() {
    MigrationReport done = applied("/nothing");
    MigrationReport again = applied("/none");
    MigrationReport failed = applied("/xray/api/v2/watches/");

    assertThat(done).isEqualTo(again).hasSameHashCodeAs(again);
    assertThat(done.results()).isEqualTo(again.results());
    assertThat(done).isNotEqualTo(failed);
    assertThat(done.results().get(0).toJson())
        .hasToString("{\"step\":1,\"action\":\"CREATE\",\"object\":{\"kind\":\"conditions\","
            + "\"name\":\"young\"},\"outcome\":\"DONE\",\"notes\":[]}");
    StepNote note = failed.results().get(4).notes().get(0);
    assertThat(note.toJson().path("kind").asText()).isEqualTo("REFUSED_BY_SERVER");
    assertThat(note.toJson().path("text").asText()).isEqualTo(note.text()).contains("403");
    assertThat(note).hasToString(note.text()).isNotEqualTo(failed.results().get(4));
    assertThat(failed.toJson().at("/steps/4/notes/0")).isEqualTo(note.toJson());
  }

  @Test
  void reportsEndWithTheNumbersOfSteps() {
    assertThat(applied("/nothing").toString()).endsWith("done\n6 steps: 6 done\n");
    assertThat(applied("/xray/api/v2/watches/").toString())
        .endsWith("\n6 steps: 4 done, 1 failed, 1 not tried\n");
    assertThat(new MigrationReport(List.of()))
        .hasToString("No steps, so there was nothing to do\n");
  }

  @Test
  void journalsAreEqualIfTheyAreOneFile() {
    Journal journal = Journal.at(folder.resolve("j"));

    assertThat(journal).isEqualTo(Journal.at(folder.resolve("j")));
    assertThat(journal).hasSameHashCodeAs(Journal.at(folder.resolve("j")));
    assertThat(journal).isNotEqualTo(Journal.at(folder.resolve("k")));
  }

  @Test
  void whatWasNotReadIsInTheManifestByItsKind() throws IOException {
    source.fake.forbid("/xray/api/v1/curation");
    Snapshot snapshot = source.migration().snapshot();
    snapshot.write(folder);
    Path manifest = folder.resolve("manifest.json");

    assertThat(Snapshot.read(folder)).isEqualTo(snapshot);
    assertThat(Snapshot.read(folder).notRead()).isEqualTo(snapshot.notRead()).hasSize(2);
    assertThat(snapshot.notRead().get(ObjectKind.CONDITIONS).toJson())
        .hasToString(
            "{\"kind\":\"FORBIDDEN\",\"text\":\"the token has no permission to read Curation"
                + " (status 403)\"}");
    Files.writeString(manifest, Files.readString(manifest).replace("FORBIDDEN", "OTHER"));
    assertThatThrownBy(() -> Snapshot.read(folder))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(
            "manifest.json: the field notRead.conditions.kind is missing or unknown");
  }

  /** The exception is made where callers enter, with the stack trace of what went wrong inside. */
  @Test
  void exceptionsCannotBeMadeOutsideAndShowWhereTheFailureWas() {
    assertThat(MigrationException.class.getDeclaredConstructors())
        .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers()));
    assertThatThrownBy(() -> Snapshot.read(folder.resolve("nowhere")))
        .isInstanceOfSatisfying(MigrationException.class, e -> {
          assertThat(e.kind()).isEqualTo(MigrationException.Kind.FILE_NOT_USABLE);
          assertThat(e.file()).isPresent();
          assertThat(e.getStackTrace()[0].getClassName()).endsWith("content.JsonFile");
          assertThat(e).hasCauseInstanceOf(NoSuchFileException.class);
        });
  }
}
