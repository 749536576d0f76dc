package io.github.xrayclient.testing.internal.packagestatus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The endpoint that tells whether Curation would allow a package. It evaluates the policies for
 * each curated remote repository of the package type.
 */
public final class PackageStatusEndpoint implements Endpoints {
  private final StoredObjects holdings;
  private final Settings settings;

  public PackageStatusEndpoint(StoredObjects holdings, Settings settings) {
    this.holdings = holdings;
    this.settings = settings;
  }

  @Override
  public void addTo(Router router) {
    router.add("POST", "/xray/api/v1/curation/package_status/all_repos", this::status);
  }

  private Answer status(Call call) {
    AskedPackage asked = AskedPackage.read(call);
    PackageGate gate = new PackageGate(holdings, asked);
    List<ObjectNode> answers = new ArrayList<>();
    Set<ObjectNode> policies = new LinkedHashSet<>();
    int blocked = 0;
    for (String repository : gate.isKnown() ? repositories(asked) : List.<String>of()) {
      List<ObjectNode> blocking = gate.blocking(repository);
      answers.add(answer(repository, blocking));
      policies.addAll(blocking);
      blocked += blocking.isEmpty() ? 0 : 1;
    }
    if (settings.blockedPackagesRefused && blocked > 0 && blocked == answers.size()) {
      return Answer.errors(403, gate.refusal(policies));
    }
    ObjectNode body = Trees.object();
    body.putObject("summary")
        .put("total_approved", answers.size() - blocked)
        .put("total_blocked", blocked);
    return Answer.json(200, body.set("repositories", Trees.array(answers)));
  }

  private List<String> repositories(AskedPackage asked) {
    return holdings.store(Kind.REPOSITORIES).all().stream()
        .filter(repository -> repository.path("curated").asBoolean())
        .filter(repository -> asked.isOfType(Trees.text(repository, "packageType")))
        .map(repository -> Trees.text(repository, "key"))
        .collect(Collectors.toList());
  }

  private static ObjectNode answer(String repository, List<ObjectNode> blocking) {
    ObjectNode answer = Trees.object("repo_name", repository);
    if (blocking.isEmpty()) {
      return answer.put("action", "approved").put("reason", "");
    }
    answer.put("action", "blocked").put("reason", "Policy violations");
    return answer.set("policies", Trees.array(blocking));
  }
}
