package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the token may learn about a repository that holds files, and about the file in it. */
final class KnownFacts {
  private static final String REPOSITORIES = "/artifactory/api/repositories";

  final SetUp setUp;

  /** The key that was asked about, or that of a member of a virtual repository. */
  final String key;

  /** The class in lower case; empty if it is not known. */
  final Optional<String> repositoryClass;

  final Optional<String> packageType;

  /** The key of the project, and an empty text outside projects; empty if it is not known. */
  final Optional<String> project;

  final Optional<Boolean> indexed;

  KnownFacts(SetUp setUp, String key) {
    this.setUp = setUp;
    this.key = key;
    Optional<ObjectNode> configured = configuration(setUp, key);
    Optional<ObjectNode> inList = configured.isPresent() ? configured : inArtifactorysList();
    boolean isMember = !key.equals(setUp.repository);
    Optional<JsonNode> listed = inList.isPresent() || isMember ? Optional.empty() : listed();
    this.repositoryClass = inList
        .map(repository -> repository.path("rclass"))
        .or(() -> listed.map(entry -> entry.path("type")))
        .map(text -> text.asText().toLowerCase(Locale.ROOT));
    this.packageType = inList
        .map(repository -> repository.path("packageType"))
        .or(() -> listed.map(entry -> entry.path("pkg_type")))
        .map(JsonNode::asText);
    this.project = configured
        .filter(repository -> repository.has("projectKey"))
        .map(repository -> repository.get("projectKey").asText());
    this.indexed = configured
        .filter(repository -> repository.has("xrayIndex"))
        .map(repository -> repository.get("xrayIndex").asBoolean())
        .or(() -> listed.map(entry -> true));
  }

  /** The configuration; for the key of a cache, that of its remote repository. */
  static Optional<ObjectNode> configuration(SetUp setUp, String key) {
    Optional<ObjectNode> own = readable(setUp, key);
    return own.isPresent()
        ? own
        : plain(key)
            .flatMap(plain -> readable(setUp, plain))
            .filter(repository -> repository.path("rclass").asText().equals("remote"));
  }

  private static Optional<ObjectNode> readable(SetUp setUp, String key) {
    return setUp.mayRead(REPOSITORIES + "/" + key)
        ? setUp.find(Kind.REPOSITORIES, "key", key)
        : Optional.empty();
  }

  /** The key without the suffix of a cache. */
  static Optional<String> plain(String key) {
    return key.endsWith("-cache")
        ? Optional.of(key.substring(0, key.length() - "-cache".length()))
        : Optional.empty();
  }

  /** The repository in Artifactory's list, in which only its class and its package type are read. */
  private Optional<ObjectNode> inArtifactorysList() {
    return setUp.mayRead(REPOSITORIES)
        ? setUp
            .find(Kind.REPOSITORIES, "key", key)
            .or(() -> plain(key)
                .flatMap(plain -> setUp.find(Kind.REPOSITORIES, "key", plain))
                .filter(repository -> repository.path("rclass").asText().equals("remote")))
        : Optional.empty();
  }

  /** The entry in Xray's list of indexed repositories of the first Artifactory. */
  private Optional<JsonNode> listed() {
    String id = setUp.instance.isEmpty() ? "default" : setUp.instance;
    Optional<JsonNode> exact = named(id, key);
    return exact.isPresent()
        ? exact
        : plain(key)
            .flatMap(plain -> named(id, plain))
            .filter(entry -> entry.path("type").asText().equals("remote"));
  }

  private Optional<JsonNode> named(String id, String name) {
    if (!setUp.mayRead("/xray/api/v1/binMgr/" + id)) {
      return Optional.empty();
    }
    for (ObjectNode lists : setUp.all(Kind.INDEXED_REPOSITORIES)) {
      for (JsonNode entry : lists.path("indexed_repos")) {
        boolean ofIt = lists.path("bin_mgr_id").asText().equals(id);
        if (ofIt && entry.path("name").asText().equals(name)) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  /** The keys by which Xray and Artifactory may know the file, the one that files are stored by first. */
  List<String> storageKeys() {
    boolean isRemote = repositoryClass.filter("remote"::equals).isPresent();
    if (isRemote && !key.endsWith("-cache")) {
      return List.of(key + "-cache", key);
    }
    boolean isOther = repositoryClass.isPresent() && !isRemote;
    return isOther
        ? List.of(key)
        : plain(key).map(plain -> List.of(key, plain)).orElse(List.of(key, key + "-cache"));
  }

  /** Whether this member of a virtual repository is known to store the file. */
  boolean stores() {
    return isStorageReadable() && stored().isPresent();
  }

  /** The file, if the token may see it. Artifactory finds files of members by the virtual repository. */
  Optional<ObjectNode> file() {
    boolean isMember = !key.equals(setUp.repository);
    return !isStorageReadable() || !setUp.isPathKnown
        ? Optional.empty()
        : isMember ? setUp.all(Kind.STORED_FILES).stream().findFirst() : stored();
  }

  private boolean isStorageReadable() {
    return setUp.mayRead("/artifactory/api/storage/" + setUp.repository);
  }

  private Optional<ObjectNode> stored() {
    for (String storage : storageKeys()) {
      Optional<ObjectNode> file = setUp.find(Kind.STORED_FILES, storage);
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  /** The scan status; empty if the token may not see it. */
  Optional<String> scan() {
    if (!setUp.mayRead("/xray/api/v1/artifact/status") || !setUp.isPathKnown) {
      return Optional.empty();
    }
    for (String storage : storageKeys()) {
      Optional<String> state = setUp
          .find(Kind.SCAN_STATUSES, storage)
          .map(status -> status.at("/overall/status").asText());
      if (state.isPresent()) {
        return state;
      }
    }
    return Optional.of("NOT_SCANNED");
  }
}
