package io.github.xrayclient.diagnostics.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheet of a page, and the content security policy that allows only this style sheet. */
public final class HtmlStyle {
  public static final String SHEET = read();
  public static final String POLICY =
      "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none'; form-action 'none'";

  private HtmlStyle() {}

  private static String read() {
    try (InputStream sheet = HtmlStyle.class.getResourceAsStream("report.css")) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read from the library", e);
    }
  }

  private static String hash() {
    try {
      byte[] sheet = SHEET.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(sheet));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing, although every JDK must have it", e);
    }
  }
}
