package io.github.xrayclient.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.WatchFields;
import io.github.xrayclient.internal.write.WireFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON body of a request that creates or updates a watch. */
final class WatchBody {
  /** The types of resources for which some servers require a list of filters, even an empty one. */
  private static final Set<WatchResourceType> WITH_FILTERS =
      Set.of(WatchResourceType.REPOSITORY, WatchResourceType.ALL_REPOSITORIES);

  private WatchBody() {}

  /**
   * Returns the body.
   *
   * @param name absent for an update, where the path has the name
   */
  static Map<String, Object> of(Watch watch, Optional<String> name) {
    Map<String, Object> general = new LinkedHashMap<>();
    name.ifPresent(text -> general.put("name", text));
    watch.description().ifPresent(text -> general.put("description", text));
    watch.active().ifPresent(active -> general.put("active", active));
    WatchFields.GENERAL_DATA.addExtras(general, watch.generalData().extras());
    if (name.isEmpty()) {
      general.remove("name"); // the path has the name, and some servers refuse it in the body
    }

    Map<String, Object> resources = new LinkedHashMap<>();
    resources.put(
        "resources",
        watch.resources().stream().map(WatchBody::resource).collect(Collectors.toList()));
    watch.projectResources().ifPresent(project -> {
      if (!project.globalFilters().isEmpty()) {
        resources.put("global_filters", project.globalFilters());
      }
      WireFields.none().addExtras(resources, project.extras());
    });

    Map<String, Object> body = new LinkedHashMap<>();
    body.put("general_data", general);
    if (watch.projectResources().isPresent() || !watch.extras().containsKey("project_resources")) {
      body.put("project_resources", resources);
    }
    body.put("assigned_policies", watch.assignedPolicies());
    body.put("watch_recipients", watch.watchRecipients());
    watch.ticketGeneration().ifPresent(settings -> body.put("ticket_generation", settings));
    watch.ticketProfile().ifPresent(profile -> body.put("ticket_profile", profile));
    watch.createTicketEnabled().ifPresent(enabled -> body.put("create_ticket_enabled", enabled));
    WatchFields.FIELDS.addExtras(body, watch.extras());
    return body;
  }

  private static Object resource(WatchResource resource) {
    if (!resource.filters().isEmpty()
        || resource.extras().containsKey("filters") // the filters could not be read
        || !WITH_FILTERS.contains(resource.type())) {
      return resource;
    }
    ObjectNode withFilters = Json.MAPPER.valueToTree(resource);
    if (!withFilters.has("filters")) {
      withFilters.putArray("filters");
    }
    return withFilters;
  }
}
