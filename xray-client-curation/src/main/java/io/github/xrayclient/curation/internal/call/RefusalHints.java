package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.internal.error.ErrorAccess;
import java.util.Locale;
import java.util.function.Supplier;

/** Adds one helpful line to what the server says when it refuses a write. */
public final class RefusalHints {
  private RefusalHints() {}

  /** The write, with hints for policies and conditions. */
  public static <T> T with(Supplier<T> write) {
    return with(write, "writing needs the permission MANAGE_POLICIES and the Curation entitlement");
  }

  /**
   * The write.
   *
   * @param forbidden what helps if the user may not write
   */
  public static <T> T with(Supplier<T> write, String forbidden) {
    try {
      return write.get();
    } catch (XrayBadRequestException | XrayForbiddenException e) {
      String more = e.statusCode() == 403
          ? forbidden
          : line(String.join(" ", e.messages()).toLowerCase(Locale.ROOT));
      if (more.isEmpty()) {
        throw e;
      }
      throw ErrorAccess.get().explained(e, more);
    }
  }

  private static String line(String words) {
    if (words.contains("group") && words.contains("does not exist")) {
      return "make the group in Access first, or name another one as decision owner";
    }
    if (words.contains("block from cache")) {
      return "an administrator must switch blocking from the cache on in Curation's settings, or leave"
          + " blockFromCache out";
    }
    if (words.contains("repository") && words.contains("not found")) {
      return "name the curated remote repository itself, not a virtual one and not its -cache";
    }
    return "";
  }
}
