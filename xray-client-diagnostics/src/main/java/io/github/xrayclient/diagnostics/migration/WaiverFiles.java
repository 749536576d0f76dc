package io.github.xrayclient.diagnostics.migration;

import java.util.Locale;

/**
 * Where an export has the waivers of curation policies. An export is read in each form, also if a
 * merge has mixed {@link #INLINE} and {@link #SEPARATE}.
 */
public enum WaiverFiles {
  /** Waivers are in the files of their policies. */
  INLINE,
  /**
   * Each waiver is in a file of its own, in a folder beside the file of its policy, such as {@code
   * curation-policies/no malware.waivers/npm left-pad 1.0.json}. A new waiver then changes no file
   * that exists. Waivers of one policy for the same package and versions, or for the same label,
   * stay in the file of the policy.
   */
  SEPARATE,
  /**
   * The export has no waivers. They are not compared with those of a server, which keeps its own,
   * and a new policy is created without waivers.
   */
  NONE;

  /** The form in lower case, as in {@code manifest.json}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
