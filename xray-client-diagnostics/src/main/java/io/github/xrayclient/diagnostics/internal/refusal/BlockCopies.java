package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether two blocks are copies of one message: spelled differently, or cut off. */
final class BlockCopies {
  private static final int QUOTED = 1_000; // the length to which the text of a block is cut

  /** The beginning of an Xray message that was cut off in the path or behind it. */
  private static final Pattern CUT_PATH =
      Pattern.compile("rejected: ?(?<path>\\S.*?)(?<rest> w(?:a|as|as n|as no|as not|as not .*)?)?"
          + "(?:[.\u2026\\s]*|\\s*(?:\\.\\.\\.|\u2026).*)$");

  /** The part of Curation's message behind the name of the service. */
  private static final Pattern REASON =
      Pattern.compile("blockedby(?:the)?(?:jfrog)?(?:packages)?curation(?:service)?[.,:]?(.*)$");

  private static final Pattern ELLIPSIS = Pattern.compile("(?:\\.\\.\\.|\u2026)[^}]*$");

  private BlockCopies() {}

  /** Whether the message names the artifact or package. */
  static boolean isNamed(BlockedDownload block) {
    return block.path().isPresent() || packageName(block).isPresent();
  }

  /** Whether the message may be a copy of another one, although it does not name the artifact. */
  static boolean isUnnamed(BlockedDownload block) {
    return artifact(block).isEmpty()
        && (isXray(block)
            || block
                .curation()
                .filter(refusal -> refusal.reason() != CurationRefusal.Reason.WAIVER_ANSWER)
                .isPresent());
  }

  /**
   * What copies of a message that name the artifact, or a part of its path, have in common; empty
   * if the message names none.
   */
  static Optional<String> artifact(BlockedDownload block) {
    if (isXray(block)) {
      return block.path().or(() -> cutPath(block)).map(path -> "xray");
    }
    return packageName(block)
        .map(name -> folded(name + ":"
            + block.curation().flatMap(CurationRefusal::packageVersion).orElse("")));
  }

  /**
   * What the message says about the artifact, without the spelling. The sentence of a message that
   * was cut off is the beginning of the sentence of the whole one, and of no other.
   */
  static String sentence(BlockedDownload block) {
    return isXray(block)
        ? xraySentence(block)
        : block.curation().map(refusal -> curationSentence(block, refusal)).orElse("");
  }

  private static String xraySentence(BlockedDownload block) {
    if (block.path().isEmpty()) {
      return cutPath(block).orElse("");
    }
    String path = block.path().get() + "\n";
    if (block.repository().isEmpty()) {
      return path;
    }
    String sentence = path + block.repository().get() + "\n";
    if (block.kind() == Kind.XRAY_UNAVAILABLE) {
      return sentence + "xray is unavailable";
    }
    return sentence + (block.text().endsWith(".") ? "." : "");
  }

  /** The beginning of the path in a message that was cut off; it ends with a line feed if it is whole. */
  private static Optional<String> cutPath(BlockedDownload block) {
    Matcher cut = CUT_PATH.matcher(block.text());
    return block.path().isEmpty() && block.text().length() < QUOTED && cut.find()
        ? Optional.of(cut.group("path")
            + (cut.group("rest") != null && cut.group("rest").length() > 2 ? "\n" : ""))
        : Optional.empty();
  }

  private static String curationSentence(BlockedDownload block, CurationRefusal refusal) {
    String text = folded(block.text()).replace("[waiversallowed]", "");
    Matcher reason = REASON.matcher(text);
    String rest = reason.find() ? reason.group(1) : "";
    rest = "service".startsWith(ELLIPSIS.matcher(rest).replaceAll("")) ? "" : rest;
    if (refusal.policies().isEmpty()) {
      return ELLIPSIS.matcher(rest).replaceAll("").replaceAll("[.\"']+$", "");
    }
    String beginning = refusal.reason() == CurationRefusal.Reason.POLICY_VIOLATION
        ? "duetothefollowingpoliciesviolated{"
        : refusal.reason() + "{";
    String policies = policies(refusal);
    boolean isWhole = text.endsWith("}.") || text.indexOf('{') < 0;
    if (isWhole || block.text().length() >= QUOTED) {
      return beginning + policies + "}\n" + block.repository().orElse("");
    }
    return beginning
        + (text.endsWith("}") ? policies + "}" : ELLIPSIS.matcher(policies).replaceAll(""));
  }

  private static String policies(CurationRefusal refusal) {
    return folded(
        refusal.policies().stream().map(ViolatedPolicy::raw).collect(Collectors.joining("},{")));
  }

  /** Whether a block without the name of an artifact may be a copy of a block with it. */
  static boolean isCopy(BlockedDownload unnamed, BlockedDownload named) {
    if (isXray(unnamed)) {
      return isXray(named)
          && (unnamed.kind() == Kind.XRAY_BLOCK || named.kind() == unnamed.kind())
          && (unnamed.repository().isEmpty() || unnamed.repository().equals(named.repository()));
    }
    return unnamed.curation().isPresent()
        && named.curation().isPresent()
        && isCopy(unnamed, unnamed.curation().get(), named.curation().get());
  }

  private static boolean isCopy(
      BlockedDownload block, CurationRefusal unnamed, CurationRefusal named) {
    boolean isCutOff = !folded(block.text()).startsWith("package");
    boolean hasPolicies = !unnamed.policies().isEmpty();
    return (unnamed.reason() == CurationRefusal.Reason.UNKNOWN
            || unnamed.reason() == named.reason())
        && (!hasPolicies || (isCutOff && policies(named).endsWith(policies(unnamed))));
  }

  /** The fuller of two copies; the first if none is. A waiver is allowed if one of them tells so. */
  static BlockedDownload fullest(BlockedDownload one, BlockedDownload other) {
    boolean isOther = rank(other) > rank(one);
    BlockedDownload fullest = isOther ? other : one;
    BlockedDownload rest = isOther ? one : other;
    boolean isWaived = allowsWaivers(one) || allowsWaivers(other);
    return fullest.toBuilder()
        .repository(fullest.repository().or(rest::repository))
        .path(fullest.path().or(rest::path))
        .address(fullest.address().or(rest::address))
        .status(fullest.status().or(rest::status))
        .curation(fullest
            .curation()
            .map(refusal -> refusal.toBuilder().waiversAllowed(isWaived).build()))
        .build();
  }

  /** How much a copy tells. The spelling of the server is better than the one of npm in lower case. */
  private static long rank(BlockedDownload block) {
    long details = sentence(block).length() + (isNamed(block) ? (long) QUOTED : 0);
    long capitals = block.text().chars().filter(Character::isUpperCase).count();
    return isXray(block) ? details << 16 : (details << 16) + Math.min(capitals, QUOTED);
  }

  private static boolean allowsWaivers(BlockedDownload block) {
    return block.curation().map(CurationRefusal::waiversAllowed).orElse(false);
  }

  private static Optional<String> packageName(BlockedDownload block) {
    return block.curation().flatMap(CurationRefusal::packageName);
  }

  private static boolean isXray(BlockedDownload block) {
    return block.kind() == Kind.XRAY_BLOCK || block.kind() == Kind.XRAY_UNAVAILABLE;
  }

  /** The text in lower case and without blanks. */
  private static String folded(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
