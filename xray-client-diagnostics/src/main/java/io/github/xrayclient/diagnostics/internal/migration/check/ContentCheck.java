package io.github.xrayclient.diagnostics.internal.migration.check;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.remedy.Remedy;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Checks the content of objects for what servers are known to refuse. */
public final class ContentCheck {
  private static final int SHOWN = 10;

  private static final Remedy REMEDY = Remedy.of(
      Remedy.Kind.ACCEPT_UNCHECKED,
      "correct the files, or plan with unchecked() if the server accepts this");

  private ContentCheck() {}

  /** The findings about objects, in their order. */
  public static List<SnapshotFinding> of(Collection<StoredObject> objects) {
    return objects.stream().flatMap(object -> of(object).stream()).collect(Collectors.toList());
  }

  /** The findings about an object. */
  public static List<SnapshotFinding> of(StoredObject object) {
    Findings findings = new Findings(object);
    FieldCheck.check(object, findings);
    switch (object.key().kind()) {
      case CONDITIONS:
        ConditionCheck.check(object.content(), findings);
        break;
      case CURATION_POLICIES:
        new CurationPolicyCheck(object.content(), findings).check();
        break;
      case POLICIES:
        PolicyCheck.check(object.content(), findings);
        break;
      case WATCHES:
        WatchCheck.check(object.content(), findings);
        break;
      default:
        IgnoreRuleCheck.check(object.content(), findings);
    }
    return findings.all();
  }

  /**
   * Checks those of the objects that were read from files. The others were accepted by a server.
   *
   * @throws MigrationFailure if there are findings; it has all of them
   */
  public static void refuse(Collection<StoredObject> objects) {
    List<SnapshotFinding> findings = objects.stream()
        .filter(object -> object.files().isPresent())
        .flatMap(object -> of(object).stream())
        .collect(Collectors.toList());
    if (!findings.isEmpty()) {
      throw new MigrationFailure(problem(findings), findings, REMEDY);
    }
  }

  private static String problem(List<SnapshotFinding> findings) {
    String shown = findings.stream()
        .limit(SHOWN)
        .map(SnapshotFinding::toString)
        .collect(Collectors.joining("; "));
    int more = findings.size() - SHOWN;
    return shown + (more > 0 ? "; and " + more + " more" : "");
  }
}
