package io.github.xrayclient.internal.file;

import java.util.regex.Pattern;

/**
 * Recognizes the names of Windows for devices, such as {@code NUL}. Windows opens the device and no
 * file, also if an ending follows, as in {@code nul.txt}, and in each directory.
 */
public final class DeviceName {
  private static final Pattern DEVICE = Pattern.compile(
      "(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[\\d\u00b9\u00b2\u00b3]) *([.:].*)?",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private DeviceName() {}

  /**
   * Whether Windows takes this name for a device.
   *
   * @param name the name of a file without its directory
   */
  public static boolean matches(String name) {
    return DEVICE.matcher(name).matches();
  }
}
