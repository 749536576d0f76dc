package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.secret.VisibleText;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the content type that a caller gives for a body. */
final class ContentType {
  private static final Pattern FORM =
      Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(;[\\x20-\\x7e]*)?");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

  private ContentType() {}

  /** Refuses texts and bytes as a value of JSON, which would not be sent as they are. */
  static void refuseWithout(Object json) {
    if (json instanceof CharSequence
        || json instanceof byte[]
        || json instanceof InputStream
        || json instanceof HttpRequest.BodyPublisher) {
      throw new IllegalArgumentException("body(json) takes a value to be written as JSON, but was "
          + json.getClass().getTypeName()
          + "; use body(text, contentType) or body(bytes, contentType)");
    }
  }

  /** The content type, if it has the form of one. */
  static String checked(String contentType) {
    if (!FORM.matcher(contentType).matches()) {
      throw new IllegalArgumentException("contentType must be a type such as text/plain, but was '"
          + VisibleText.oneLine(contentType)
          + "'");
    }
    return contentType;
  }

  /** The content type, if it also fits a text that is sent in UTF-8. */
  static String checkedForText(String contentType) {
    Matcher charset = CHARSET.matcher(checked(contentType));
    if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
      throw new IllegalArgumentException("contentType names the charset "
          + charset.group(1)
          + ", but a text is sent in UTF-8; give the bytes instead");
    }
    return contentType;
  }
}
