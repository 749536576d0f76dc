package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.internal.error.ErrorAccess;
import java.util.Locale;
import java.util.function.Supplier;

/** Adds advice to the message of an exception when the server refuses a write. */
public final class RefusalHints {
  private RefusalHints() {}

  /** Runs a write, with advice for policies and conditions. */
  public static <T> T with(Supplier<T> write) {
    return with(write, "writing needs the permission MANAGE_POLICIES and the Curation entitlement");
  }

  /**
   * Runs a write.
   *
   * @param forbidden the advice if the user may not write
   */
  public static <T> T with(Supplier<T> write, String forbidden) {
    try {
      return write.get();
    } catch (XrayBadRequestException | XrayForbiddenException e) {
      String more = e.statusCode() == 403
          ? forbidden
          : advice(String.join(" ", e.messages()).toLowerCase(Locale.ROOT));
      if (more.isEmpty()) {
        throw e;
      }
      throw ErrorAccess.get().explained(e, more);
    }
  }

  private static String advice(String words) {
    if (words.contains("group") && words.contains("does not exist")) {
      return "create the group in Access first, or name another group as decision owner";
    }
    if (words.contains("block from cache")) {
      return "an administrator must enable Curation for cached packages first; otherwise remove"
          + " blockFromCache";
    }
    if (words.contains("repo_key")) {
      return "this server needs the repository; set repositoryKey to the key of the curated remote"
          + " repository";
    }
    if (words.contains("repository") && words.contains("not found")) {
      return "use the key of the curated remote repository itself, not the key of a virtual"
          + " repository or of the cache (…-cache)";
    }
    return "";
  }
}
