package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the content type that a caller gives for a body. */
final class ContentType {
  private static final Pattern FORM =
      Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(;[\\x20-\\x7e]*)?");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

  private ContentType() {}

  /** Refuses texts, bytes and streams as a JSON value, since JSON would change them. */
  static void refuseWithout(Object json) {
    if (json instanceof CharSequence
        || json instanceof byte[]
        || json instanceof InputStream
        || json instanceof HttpRequest.BodyPublisher) {
      throw new IllegalArgumentException("json must be a value to be written as JSON, but was of"
          + " type "
          + json.getClass().getTypeName()
          + "; use body(text, contentType) or body(bytes, contentType)");
    }
  }

  /** Returns the content type, which must have the form {@code type/subtype}. */
  static String checked(String contentType) {
    if (!FORM.matcher(Objects.requireNonNull(contentType, "contentType")).matches()) {
      throw new IllegalArgumentException("contentType must be a type such as text/plain, but was '"
          + VisibleText.oneLine(contentType)
          + "'");
    }
    return contentType;
  }

  /** Returns the content type, which must not name another charset than UTF-8. */
  static String checkedForText(String contentType) {
    Matcher charset = CHARSET.matcher(checked(contentType));
    if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
      throw new IllegalArgumentException(
          "contentType must not name a charset other than UTF-8, in which text is sent, but was '"
              + VisibleText.oneLine(contentType)
              + "'; give the bytes instead");
    }
    return contentType;
  }
}
