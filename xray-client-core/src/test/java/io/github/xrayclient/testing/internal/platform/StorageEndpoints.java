package io.github.xrayclient.testing.internal.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.internal.http.Answer;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Router;
import io.github.xrayclient.testing.internal.store.JsonStore;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoint of Artifactory for a file, and with {@code ?properties} for its properties alone.
 * For a virtual repository, it answers with the file of the first member that has it: local members
 * are asked before the caches of remote ones.
 */
public final class StorageEndpoints implements Endpoints {
  private final JsonStore files;
  private final JsonStore repositories;

  public StorageEndpoints(StoredObjects holdings) {
    this.files = holdings.store(FakeXray.Kind.STORED_FILES);
    this.repositories = holdings.store(FakeXray.Kind.REPOSITORIES);
  }

  @Override
  public void addTo(Router router) {
    router.add("GET", "/artifactory/api/storage/{}/{**}", this::get);
  }

  private Answer get(Call call) {
    List<String> names = call.variables();
    ObjectNode file = files
        .find(names.get(0), names.get(1))
        .or(() -> ofMember(names.get(0), names.get(1)))
        .orElseThrow(() -> Refusal.errors(404, "Unable to find item"));
    return call.query().text("properties").isPresent() ? properties(file) : info(file);
  }

  private Optional<ObjectNode> ofMember(String key, String path) {
    List<ObjectNode> members = new ArrayList<>();
    addMembers(key, new HashSet<>(), members);
    return members.stream()
        .sorted(Comparator.comparing(StorageEndpoints::isRemote))
        .map(member ->
            files.find(Trees.text(member, "key") + (isRemote(member) ? "-cache" : ""), path))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void addMembers(String key, Set<String> seen, List<ObjectNode> members) {
    repositories.find(key).filter(known -> seen.add(key)).ifPresent(known -> {
      if (Trees.text(known, "rclass").equals("virtual")) {
        Trees.texts(known.path("repositories")).forEach(each -> addMembers(each, seen, members));
      } else {
        members.add(known);
      }
    });
  }

  private static boolean isRemote(ObjectNode repository) {
    return Trees.text(repository, "rclass").equals("remote");
  }

  private static Answer properties(ObjectNode file) {
    JsonNode properties = file.path("properties");
    if (Trees.isEmpty(properties)) {
      throw Refusal.errors(404, "No properties could be found.");
    }
    ObjectNode answer = Trees.object();
    answer.set("properties", properties);
    return Answer.json(200, answer);
  }

  private static Answer info(ObjectNode file) {
    ObjectNode info = Trees.shallowCopy(file).put("path", "/" + Trees.text(file, "path"));
    info.remove("properties");
    return Answer.json(200, info);
  }
}
