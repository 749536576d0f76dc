package io.github.xrayclient.internal.secret;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hides the credentials that a client sent recently in any text that comes from outside: as they
 * are, escaped once or twice as in JSON, URLs or HTML, in Base64, broken by white space, or cut
 * off. Each text is read a fixed number of times, whatever it holds. Thread-safe.
 */
public final class Redactor {
  /** Other threads may send newer credentials before an answer to older ones is read. */
  private static final int REMEMBERED = 64;

  /** The text is searched as it is, and with up to three layers of escapes undone. */
  private static final int LAYERS = 4;

  private final Map<Map<String, String>, List<Set<SecretSpelling>>> recent =
      new LinkedHashMap<>(); // own lock
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

  /** The text without the credentials; the same object if it holds none. */
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

  /**
   * The first characters of a redacted text, which may have any size; {@code …} follows if it was
   * cut.
   */
  public String redactStart(String text, int length) {
    int read = (int) Math.min(text.length(), 8L * length);
    String redacted = redact(text.substring(0, read));
    boolean whole = read == text.length() && redacted.length() <= length;
    return whole ? redacted : redacted.substring(0, Math.min(length, redacted.length())) + "…";
  }

  /** The address without the credentials; only its origin if nothing else of it can be kept. */
  public URI redact(URI address) {
    String text = address.toString();
    String redacted = redact(text);
    if (redacted.equals(text)) {
      return address;
    }
    try {
      return URI.create(redacted);
    } catch (IllegalArgumentException noAddress) { // a part of an escape was hidden
      return URI.create(redact(address.getScheme() + "://" + address.getHost()) + "/***");
    }
  }

  /** The spellings are made when they are first needed: most credentials never come back. */
  private List<List<Set<SecretSpelling>>> spellings() {
    synchronized (recent) {
      recent.replaceAll(
          (headers, known) -> known.isEmpty() ? SecretSpellings.of(headers, LAYERS) : known);
      return new ArrayList<>(recent.values());
    }
  }
}
