package io.github.xrayclient.testing.internal.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.packagestatus.AskedPackage;
import io.github.xrayclient.testing.internal.packagestatus.PackageGate;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The endpoints of Artifactory that download a file. Xray refuses a file with a violation that
 * blocks downloads, and Curation a file of a package that a policy blocks, both with the documented
 * messages. The members of a virtual repository are asked in their order.
 */
public final class DownloadEndpoints implements Endpoints {
  private final StoredObjects holdings;

  public DownloadEndpoints(StoredObjects holdings) {
    this.holdings = holdings;
  }

  @Override
  public void addTo(Router router) {
    router.add(
        "GET",
        "/artifactory/api/{}/{}/{**}",
        call -> download(call, call.variables().get(1), call.variables().get(2)));
    router.add(
        "GET",
        "/artifactory/{}/{**}",
        call -> download(call, call.variables().get(0), call.variables().get(1)));
  }

  private Answer download(Call call, String key, String path) {
    List<ObjectNode> repositories = repositories(key, 0);
    if (repositories.isEmpty()) {
      throw Refusal.errors(404, "Not found: " + call.path());
    }
    for (ObjectNode repository : repositories) {
      refuseByXray(repository, path);
      refuseByCuration(repository, path);
    }
    boolean isStored = repositories.stream().anyMatch(repository -> has(repository, path));
    if (!isStored) {
      throw Refusal.errors(404, "Could not locate artifact '" + key + ":" + path + "'.");
    }
    return Answer.text(200, "application/octet-stream", "the content of " + path);
  }

  /** The repository with this key or cache, or the members of a virtual one. */
  private List<ObjectNode> repositories(String key, int depth) {
    List<ObjectNode> found = new ArrayList<>();
    Optional<ObjectNode> stored =
        repository(key).or(() -> repository(key.replaceFirst("-cache$", "")));
    JsonNode members = stored.map(each -> each.path("repositories")).orElseGet(Trees::object);
    if (members.isEmpty()) {
      stored.ifPresent(found::add);
    } else if (depth < 5) {
      members.forEach(member -> found.addAll(repositories(member.asText(), depth + 1)));
    }
    return found;
  }

  private Optional<ObjectNode> repository(String key) {
    return holdings.store(Kind.REPOSITORIES).find(key);
  }

  private void refuseByXray(ObjectNode repository, String path) {
    for (String key : keys(repository)) {
      boolean isBlocked = holdings.store(Kind.VIOLATIONS).all().stream()
          .filter(violation -> blocks(violation))
          .anyMatch(violation -> isIn(violation, "/" + key + "/" + path));
      if (isBlocked) {
        throw Refusal.errors(
            403,
            "Artifact download request rejected: " + path
                + " was not downloaded due to the download"
                + " blocking policy configured in Xray for " + key + ".");
      }
    }
  }

  private static boolean blocks(ObjectNode violation) {
    return violation.path("matched_policies").findValues("is_blocking").stream()
        .anyMatch(JsonNode::asBoolean);
  }

  private static boolean isIn(ObjectNode violation, String location) {
    return Stream.of("impacted_artifacts", "impact_artifacts")
        .flatMap(list -> Trees.texts(violation.path(list)).stream())
        .anyMatch(artifact -> artifact.endsWith(location));
  }

  private void refuseByCuration(ObjectNode repository, String path) {
    if (!repository.path("curated").asBoolean()) {
      return;
    }
    for (ObjectNode known : holdings.store(Kind.PACKAGES).all()) {
      AskedPackage asked = AskedPackage.of(known);
      if (asked.isOfType(Trees.text(repository, "packageType"))
          && Trees.texts(known.path("paths")).contains(path)) {
        PackageGate gate = new PackageGate(holdings, asked);
        List<ObjectNode> blocking = gate.blocking(Trees.text(repository, "key"));
        if (!blocking.isEmpty()) {
          throw Refusal.errors(403, gate.refusal(blocking));
        }
      }
    }
  }

  private boolean has(ObjectNode repository, String path) {
    return keys(repository).stream()
            .anyMatch(key -> holdings.store(Kind.STORED_FILES).find(key, path).isPresent())
        || holdings.store(Kind.PACKAGES).all().stream()
            .filter(known -> AskedPackage.of(known).isOfType(Trees.text(repository, "packageType")))
            .anyMatch(known -> Trees.texts(known.path("paths")).contains(path));
  }

  /** The key of a repository; of a remote one first that of its cache, which holds its files. */
  private static List<String> keys(ObjectNode repository) {
    String key = Trees.text(repository, "key");
    return Trees.text(repository, "rclass").equals("remote")
        ? List.of(key + "-cache", key)
        : List.of(key);
  }
}
