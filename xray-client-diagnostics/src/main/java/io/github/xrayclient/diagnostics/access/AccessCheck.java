package io.github.xrayclient.diagnostics.access;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.diagnostics.access.AreaAccess.Access;
import io.github.xrayclient.diagnostics.access.AreaAccess.Area;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayUnauthorizedException;
import io.github.xrayclient.internal.call.FailureReason;
import io.github.xrayclient.value.XrayVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds out whether a server can be used, and what the token may do there. It never changes
 * anything: it sends one GET for the version and one request for each {@link Area}, of which the
 * search for violations is a POST. Immutable and thread-safe.
 */
public final class AccessCheck {
  private static final Duration LATELY = Duration.ofHours(1);
  private static final String ADMINISTRATOR = "applied-permissions/admin";

  private final XrayClient xray;

  private AccessCheck(XrayClient xray) {
    this.xray = xray;
  }

  /** Checks the server and the credentials of this client. */
  public static AccessCheck of(XrayClient xray) {
    return new AccessCheck(Objects.requireNonNull(xray, "xray"));
  }

  /**
   * Reads the version of Xray, and sends one request for each area.
   *
   * @throws XrayUnauthorizedException if the server does not accept the credentials
   * @throws XrayNotFoundException if there is no Xray at the URL
   * @throws XrayException if the version cannot be read for another reason than a missing right
   */
  public AccessReport run() {
    Optional<XrayVersion> version = version();
    List<AreaAccess> areas = new ArrayList<>();
    reads().forEach((area, read) -> areas.add(access(area, read)));
    return AccessReport.builder()
        .url(xray.baseUrl())
        .version(version)
        .user(xray.user())
        .tokenScope(xray.tokenScope())
        .administrator(administrator(areas))
        .areas(areas)
        .build();
  }

  private Optional<XrayVersion> version() {
    try {
      return Optional.of(xray.system().version().xray());
    } catch (XrayForbiddenException e) {
      return Optional.empty(); // the report shows what else is refused
    }
  }

  private Map<Area, Runnable> reads() {
    Curation curation = Curation.of(xray);
    Instant lately = Instant.now().minus(LATELY);
    Map<Area, Runnable> reads = new EnumMap<>(Area.class);
    reads.put(Area.POLICIES, () -> xray.policies().list());
    reads.put(Area.WATCHES, () -> xray.watches().list());
    reads.put(
        Area.VIOLATIONS,
        () -> xray.violations().list().createdFrom(lately).pageSize(1).page(1));
    reads.put(Area.IGNORE_RULES, () -> xray.ignoreRules().list().pageSize(1).page(1));
    reads.put(Area.REPOSITORIES, () -> xray.repositories().list());
    reads.put(Area.XRAY_INTEGRATION, () -> xray.repositories().integration());
    reads.put(
        Area.CURATION_POLICIES, () -> curation.policies().list().pageSize(1).page(1));
    reads.put(Area.CONDITIONS, () -> curation.conditions().list().pageSize(1).page(1));
    reads.put(
        Area.WAIVER_REQUESTS, () -> curation.waiverRequests().list().pageSize(1).page(1));
    reads.put(Area.AUDIT, () -> curation.audit().list().last(LATELY).pageSize(1).page(1));
    return reads;
  }

  private static AreaAccess access(Area area, Runnable read) {
    try {
      read.run();
      return AreaAccess.builder().area(area).access(Access.READABLE).build();
    } catch (XrayUnauthorizedException e) {
      throw e; // the credentials are wrong for every area
    } catch (XrayForbiddenException e) {
      return access(area, Access.REFUSED, e);
    } catch (XrayNotFoundException e) {
      return access(area, Access.NOT_AVAILABLE, e);
    } catch (XrayException e) {
      return access(area, Access.NOT_CHECKED, e);
    }
  }

  private static AreaAccess access(Area area, Access access, XrayException e) {
    return AreaAccess.builder()
        .area(area)
        .access(access)
        .reason(FailureReason.of(e))
        .build();
  }

  private Optional<Boolean> administrator(List<AreaAccess> areas) {
    if (xray.tokenScope().filter(scope -> scope.contains(ADMINISTRATOR)).isPresent()) {
      return Optional.of(true);
    }
    return areas.stream()
        .filter(area -> area.area() == Area.XRAY_INTEGRATION)
        .filter(area -> area.access() == Access.READABLE || area.access() == Access.REFUSED)
        .findFirst()
        .map(area -> area.access() == Access.READABLE);
  }
}
