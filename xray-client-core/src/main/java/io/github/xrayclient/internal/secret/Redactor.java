package io.github.xrayclient.internal.secret;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hides the credentials that a client sent recently in any text: literally, escaped once or several
 * times as in JSON, URLs or HTML, in Base64, broken by white space, or cut off. The time is
 * proportional to the length of the text. Thread-safe.
 */
public final class Redactor {
  /**
   * The number of credentials that are remembered. Other threads may send newer credentials before
   * the answer to older ones is read.
   */
  private static final int REMEMBERED = 64;

  /**
   * The number of searches: in the original text, and with up to three layers of escapes decoded.
   */
  private static final int LAYERS = 4;

  private final Map<Map<String, String>, List<Set<SecretSpelling>>> recent =
      new LinkedHashMap<>(); // guarded by itself
  private volatile Map<String, String> last = Map.of();

  /** Remembers headers whose values are secrets. */
  public void remember(Map<String, String> headers) {
    if (headers.equals(last)) {
      return;
    }
    synchronized (recent) {
      List<Set<SecretSpelling>> known = recent.remove(headers);
      recent.put(headers, known == null ? List.of() : known);
      if (recent.size() > REMEMBERED) {
        recent.remove(recent.keySet().iterator().next());
      }
      last = headers;
    }
  }

  /** Returns the text without the credentials; the same object if it contains none. */
  public String redact(String text) {
    List<List<Set<SecretSpelling>>> spellings = spellings();
    if (spellings.isEmpty() || text.isEmpty()) {
      return text;
    }
    HiddenSpans hidden = new HiddenSpans();
    DecodedText freed = DecodedText.of(text);
    for (int layer = 0; layer < LAYERS; layer++) {
      for (List<Set<SecretSpelling>> secret : spellings) {
        for (SecretSpelling spelling : secret.get(layer)) {
          spelling.find(freed, hidden);
        }
      }
      DecodedText next = EscapeReader.decode(freed);
      if (next == freed) {
        break;
      }
      freed = next;
    }
    return hidden.applyTo(text);
  }

  /** Returns the beginning of a text of any size, redacted; {@code …} follows if it was cut. */
  public String redactStart(String text, int length) {
    int read = (int) Math.min(text.length(), 8L * length);
    String redacted = redact(text.substring(0, read));
    boolean whole = read == text.length() && redacted.length() <= length;
    return whole ? redacted : redacted.substring(0, Math.min(length, redacted.length())) + "…";
  }

  /** Returns the URL without the credentials; only its origin if the rest cannot be kept. */
  public URI redact(URI address) {
    String text = address.toString();
    String redacted = redact(text);
    if (redacted.equals(text)) {
      return address;
    }
    try {
      return URI.create(redacted);
    } catch (IllegalArgumentException noAddress) { // hiding a credential broke an escape
      return URI.create(redact(address.getScheme() + "://" + address.getHost()) + "/***");
    }
  }

  /**
   * Returns the spellings. They are created when they are first needed, since servers rarely send
   * credentials back.
   */
  private List<List<Set<SecretSpelling>>> spellings() {
    synchronized (recent) {
      recent.replaceAll(
          (headers, known) -> known.isEmpty() ? SecretSpellings.of(headers, LAYERS) : known);
      return new ArrayList<>(recent.values());
    }
  }
}
