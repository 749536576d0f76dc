package io.github.xrayclient.diagnostics.oracle;

import static io.github.xrayclient.diagnostics.oracle.RandomSetUps.one;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/** Watches at random: w0, w1 and so on. */
final class RandomWatches {
  private final Random random;
  private final SetUp setUp;
  private final RandomFilters filters;

  RandomWatches(Random random, SetUp setUp) {
    this.random = random;
    this.setUp = setUp;
    this.filters = new RandomFilters(random);
  }

  void add() {
    int number = 1 + random.nextInt(4);
    for (int i = 0; i < number; i++) {
      setUp.add(Kind.WATCHES, watch(i));
    }
    if (random.nextInt(5) == 0) {
      addNamesake(watch(0));
    }
  }

  /** Adds a watch of the same name as another one in another project. */
  private void addNamesake(ObjectNode watch) {
    String first = project(setUp.all(Kind.WATCHES).get(0));
    ((ObjectNode) watch.path("general_data"))
        .put("project_key", first.equals("pay") ? "shop" : "pay");
    setUp.add(Kind.WATCHES, watch);
  }

  private static String project(ObjectNode watch) {
    return watch.at("/general_data/project_key").asText();
  }

  private ObjectNode watch(int number) {
    ObjectNode watch = SetUp.json("{'general_data':{'name':'w" + number
        + "'},'project_resources':{'resources':[]},'assigned_policies':[]}");
    ObjectNode general = (ObjectNode) watch.path("general_data");
    if (random.nextInt(8) > 0) {
      general.put("active", random.nextInt(6) > 0);
    }
    if (random.nextInt(4) == 0) {
      general.put("project_key", one(random, "pay", "shop"));
    }
    ObjectNode resources = (ObjectNode) watch.path("project_resources");
    int most = 1 + random.nextInt(3);
    for (int i = 0; i < most; i++) {
      resources.withArray("resources").add(resource());
    }
    if (random.nextInt(10) == 0) {
      resources.withArray("global_filters").add(filters.onFiles());
    }
    assign(watch.withArray("assigned_policies"));
    return watch;
  }

  private void assign(ArrayNode assigned) {
    Set<Integer> policies = new LinkedHashSet<>();
    int most = 1 + random.nextInt(2);
    while (policies.size() < most) {
      policies.add(random.nextInt(RandomPolicies.MOST));
    }
    for (int policy : policies) {
      ObjectNode entry = assigned.addObject().put("name", "p" + policy);
      if (random.nextInt(4) > 0) {
        entry.put("type", RandomPolicies.type(policy));
      }
    }
  }

  private ObjectNode resource() {
    ObjectNode resource = named();
    String type = resource.path("type").asText();
    int manager = random.nextInt(8);
    if (manager > 1) {
      resource.put("bin_mgr_id", manager == 2 ? "edge" : "default");
    } else if (manager == 1) {
      resource.put("bin_mgr_id", "");
    }
    if (type.equals("all-projects") && random.nextBoolean()) {
      resource.withArray("filters").add(filters.onProjects());
    }
    if (type.equals("repository") || type.equals("all-repos")) {
      int number = Math.max(0, random.nextInt(4) - 1);
      for (int i = 0; i < number; i++) {
        resource.withArray("filters").add(filters.onFiles());
      }
      if (number == 0 && random.nextBoolean()) {
        resource.putArray("filters");
      }
    }
    if (random.nextInt(20) == 0) {
      resource.withArray("later_patterns").add("x");
    }
    return resource;
  }

  private ObjectNode named() {
    switch (random.nextInt(9)) {
      case 0:
      case 1:
        return SetUp.json("{'type':'all-repos','name':'All Repositories'}");
      case 2:
        return SetUp.json("{'type':'project','name':'" + one(random, "pay", "shop") + "'}");
      case 3:
        return SetUp.json("{'type':'all-projects','name':'All Projects'}");
      case 4:
        return SetUp.json(one(
            random,
            "{'type':'build','name':'libs'}",
            "{'type':'all-builds','name':'All Builds'}",
            "{'type':'releaseBundle','name':'npm'}",
            "{'type':'all-releaseBundles','name':'All'}",
            "{'type':'releaseBundleV2','name':'npm'}",
            "{'type':'all-releaseBundlesV2','name':'All'}",
            "{'type':'gitRepository','name':'git.acme.com/team/libs.git'}",
            "{'type':'somethingNew','name':'libs'}"));
      default:
        ObjectNode resource = SetUp.json("{'type':'repository','name':'"
            + one(random, "libs", "libs", "npm", "npm", "build-cache", "build", "other", "m2", "m4")
            + "'}");
        if (random.nextInt(3) > 0) {
          resource.put("repo_type", one(random, "local", "remote"));
        }
        return resource;
    }
  }
}
