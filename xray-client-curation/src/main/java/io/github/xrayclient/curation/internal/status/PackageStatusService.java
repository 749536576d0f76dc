package io.github.xrayclient.curation.internal.status;

import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.curation.status.Packages;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.JsonCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks for the status of packages by the REST API. */
public final class PackageStatusService implements Packages {
  private static final String PATH = "/xray/api/v1/curation/package_status/all_repos";

  private final ApiCalls xray;

  public PackageStatusService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  @Override
  public PackageStatus status(PackageType type, String name, String version) {
    Arguments.word("type", type);
    Arguments.checked("name", name);
    Arguments.checked("version", version);
    List<String> types = PackageTypeNames.of(type);
    try {
      return ask(types.get(0), name, version);
    } catch (XrayBadRequestException refused) {
      if (types.size() == 1) {
        throw ErrorAccess.get()
            .explained(
                refused,
                "the server may not know the package type \"" + types.get(0) + "\", the name or the"
                    + " version");
      }
      return askAgain(types, name, version, refused);
    }
  }

  /** Asks with the second name of the type, after the server refused the first one. */
  private PackageStatus askAgain(
      List<String> types, String name, String version, XrayBadRequestException refused) {
    try {
      return ask(types.get(1), name, version);
    } catch (XrayBadRequestException again) {
      XrayBadRequestException explained = ErrorAccess.get()
          .explained(
              again,
              "the server refused the package type \"" + types.get(0) + "\" as well, so the name or"
                  + " the version may be wrong");
      explained.addSuppressed(refused);
      throw explained;
    } catch (XrayException e) {
      e.addSuppressed(refused);
      throw e;
    }
  }

  private PackageStatus ask(String type, String name, String version) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("packageType", type);
    body.put("packageName", name);
    body.put("packageVersion", version);
    ApiCall<PackageStatus> call =
        xray.call("POST", PATH).body(body).readOnly().decodedBy(StatusReader::read);
    try {
      return JsonCall.send(call, RefusedStatusReader::read);
    } catch (XrayApiException e) {
      throw e.statusCode() == 404 || e.statusCode() == 405
          ? ErrorAccess.get()
              .explained(
                  e,
                  "this server may not have this endpoint, which not every version and"
                      + " subscription includes")
          : e;
    }
  }
}
