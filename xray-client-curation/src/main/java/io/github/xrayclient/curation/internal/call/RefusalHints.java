package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.remedy.Remedy;
import java.util.Locale;
import java.util.function.Supplier;

/** Adds advice to the message of an exception when the server refuses a write. */
public final class RefusalHints {
  private static final Remedy NAME_REPOSITORY = Remedy.of(
      Remedy.Kind.NAME_REPOSITORY, "set repositoryKey to the key of the curated remote repository");

  private RefusalHints() {}

  /** Runs a write, with advice for policies and conditions. */
  public static <T> T with(Supplier<T> write) {
    return with(
        write,
        "writing needs the permission MANAGE_POLICIES and the Curation entitlement",
        Remedy.of(Remedy.Kind.USE_PERMITTED_USER, ""));
  }

  /**
   * Runs a write.
   *
   * @param forbidden the reason if the user may not write
   * @param remedy what can be done about that
   */
  public static <T> T with(Supplier<T> write, String forbidden, Remedy remedy) {
    try {
      return write.get();
    } catch (XrayForbiddenException e) {
      throw ErrorAccess.get().explained(e, forbidden, remedy);
    } catch (XrayBadRequestException e) {
      String words = String.join(" ", e.messages()).toLowerCase(Locale.ROOT);
      if (words.contains("repo_key")) {
        throw ErrorAccess.get().explained(e, "this server needs the repository", NAME_REPOSITORY);
      }
      String more = advice(words);
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
      return "an administrator must enable Curation for cached packages first; otherwise turn"
          + " off blocking from the cache";
    }
    if (words.contains("repository") && words.contains("not found")) {
      return "use the key of the curated remote repository itself, not the key of a virtual"
          + " repository or of the cache (…-cache)";
    }
    return "";
  }
}
