package io.github.xrayclient.curation.internal;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayForbiddenException;
import java.util.Locale;
import java.util.function.Supplier;

/** Adds one helpful line to what the server says when it refuses a write. */
public final class Help {
  private Help() {}

  public static <T> T with(Supplier<T> write) {
    try {
      return write.get();
    } catch (XrayBadRequestException | XrayForbiddenException e) {
      String more = line(e, String.join(" ", e.messages()).toLowerCase(Locale.ROOT));
      if (more.isEmpty()) {
        throw e;
      }
      throw e.explained(more);
    }
  }

  private static String line(XrayApiException e, String words) {
    if (e.statusCode() == 403) {
      return "writing needs the permission MANAGE_POLICIES and the Curation entitlement";
    }
    if (words.contains("group") && words.contains("does not exist")) {
      return "make the group in Access first, or name another one as decision owner";
    }
    if (words.contains("block from cache")) {
      return "an administrator must switch blocking from the cache on in Curation's settings, or leave"
          + " blockFromCache out";
    }
    return "";
  }
}
