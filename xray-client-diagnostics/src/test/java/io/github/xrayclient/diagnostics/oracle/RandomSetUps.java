package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Random;

/** Makes set-ups at random, the same one from the same seed. */
final class RandomSetUps {
  static final List<String> PROJECTS = List.of("pay", "shop");
  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private final Random random;
  private final SetUp setUp = new SetUp();

  private RandomSetUps(long seed) {
    this.random = new Random(seed);
  }

  static SetUp of(long seed) {
    RandomSetUps maker = new RandomSetUps(seed);
    maker.repository();
    new RandomPolicies(maker.random, maker.setUp).add();
    new RandomWatches(maker.random, maker.setUp).add();
    new RandomEvidence(maker.random, maker.setUp).add();
    boolean isLayer = !maker.setUp.asked.equals(maker.setUp.path);
    if (maker.random.nextInt(4) == 0 && !isLayer) {
      maker.virtual();
    }
    if (maker.random.nextInt(4) == 0) {
      boolean allows = maker.random.nextBoolean();
      maker.setUp.add(
          Kind.XRAY_INTEGRATION,
          SetUp.json("{'xrayEnabled':true,'xrayAllowBlocked':" + allows + "}"));
    }
    maker.rights();
    return maker.setUp;
  }

  @SafeVarargs
  static <T> T one(Random random, T... all) {
    return all[random.nextInt(all.length)];
  }

  /** Makes the repository a member of a virtual one, with up to fourteen others, some of them inside of another. */
  private void virtual() {
    String first = setUp.all(Kind.REPOSITORIES).get(0).path("key").asText();
    ObjectNode all =
        SetUp.json("{'key':'all','rclass':'virtual','repositories':['" + first + "','inner']}");
    ObjectNode inner = SetUp.json("{'key':'inner','rclass':'virtual','repositories':[]}");
    int number = 1 + random.nextInt(random.nextInt(4) == 0 ? 14 : 8);
    for (int i = 0; i < number; i++) {
      ObjectNode member =
          SetUp.json("{'key':'m" + i + "','rclass':'" + one(random, "local", "remote")
              + "','packageType':'npm','projectKey':'" + one(random, "", "pay", "shop") + "'}");
      setUp.add(Kind.REPOSITORIES, member);
      (i > 0 && random.nextBoolean() ? all : inner).withArray("repositories").add("m" + i);
    }
    setUp.add(Kind.REPOSITORIES, all);
    setUp.add(Kind.REPOSITORIES, inner);
    if (random.nextInt(4) == 0) {
      setUp.forbidden.add("/artifactory/api/repositories/m" + random.nextInt(number));
    }
    setUp.repository = "all";
  }

  /** The repository that is asked about, by its key or by that of its cache, and others beside it. */
  private void repository() {
    String kind = one(random, "local", "local", "remote", "remote", "federated", "cache");
    String key = kind.equals("cache") ? "build-cache" : kind.equals("remote") ? "npm" : "libs";
    ObjectNode repository = SetUp.json("{'key':'" + key + "','rclass':'"
        + (kind.equals("cache") ? "local" : kind) + "','packageType':'" + packageType(random)
        + "'}");
    if (random.nextInt(4) > 0) {
      repository.put("projectKey", one(random, "", "", "pay", "pay", "shop"));
    }
    if (random.nextInt(4) > 0) {
      repository.put("xrayIndex", random.nextInt(5) > 0);
    }
    setUp.add(Kind.REPOSITORIES, repository);
    setUp.add(Kind.REPOSITORIES, SetUp.json("{'key':'other','rclass':'local','projectKey':''}"));
    setUp.repository = kind.equals("remote") && random.nextBoolean() ? "npm-cache" : key;
    boolean isOfImages = repository.path("packageType").asText().equals("docker");
    setUp.path = isOfImages
        ? "team/app/1.2/manifest.json"
        : one(
            random,
            "com/acme/lib/1.0/lib-1.0.jar",
            "lib-1.0.jar",
            "team/app/-/app-2.3.tgz",
            "team/app/1.2/manifest.json");
    setUp.asked = setUp.path;
    if (isOfImages && random.nextInt(3) == 0) {
      setUp.isPathKnown = random.nextBoolean();
      setUp.asked =
          setUp.isPathKnown ? "team/app/1.2/sha256__" + DIGEST : "team/app/blobs/sha256:" + DIGEST;
    }
    setUp.instance = one(random, "", "", "", "default", "edge");
    lists(repository);
  }

  static String packageType(Random random) {
    return one(
        random,
        "maven",
        "npm",
        "pypi",
        "nuget",
        "go",
        "gems",
        "docker",
        "gradle",
        "huggingfaceml",
        "composer",
        "yum",
        "newkind");
  }

  /** Xray's lists, in which the second Artifactory has a repository of the same key in some set-ups. */
  private void lists(ObjectNode repository) {
    String entry = "{'name':'" + repository.path("key").asText() + "','type':'"
        + repository.path("rclass").asText() + "','pkg_type':'"
        + repository.path("packageType").asText() + "'}";
    int kind = random.nextInt(4);
    if (kind > 0) {
      setUp.add(Kind.INDEXED_REPOSITORIES, list("default", kind == 3 ? "" : entry));
      setUp.add(Kind.INDEXED_REPOSITORIES, list("edge", kind == 1 ? "" : entry));
    }
  }

  private static ObjectNode list(String instance, String entry) {
    return SetUp.json(
        "{'bin_mgr_id':'" + instance + "','indexed_repos':[" + entry + "],'non_indexed_repos':[]}");
  }

  private void rights() {
    setUp.ofProjectsOnly = random.nextInt(10) == 0;
    for (String optional : List.of(
        "/artifactory/api/repositories",
        "/artifactory/api/repositories/",
        "/artifactory/api/storage/",
        "/xray/api/v1/violations",
        "/xray/api/v1/artifact/status",
        "/xray/api/v1/binMgr/")) {
      if (random.nextInt(8) == 0) {
        setUp.forbidden.add(optional);
      }
    }
  }
}
