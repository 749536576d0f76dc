package io.github.xrayclient.internal.json;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.paging.ReceivedPage;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a page of a listing in any form that servers use. */
public final class PageDecoder<T> implements ApiCall.Decoder<ReceivedPage<T>> {
  private final EnvelopeDecoder<T> envelopes;
  private final String totalName;

  /**
   * @param resource another name for the field {@code data}
   */
  public PageDecoder(Class<T> type, String resource) {
    this(new EnvelopeDecoder<>(type, resource), "total_count");
  }

  /**
   * @param total the name of the field with the total
   */
  public PageDecoder(EnvelopeDecoder<T> envelopes, String total) {
    this.envelopes = envelopes;
    this.totalName = total;
  }

  @Override
  public ReceivedPage<T> decode(ApiResponse response) throws IOException {
    return page(envelope(response));
  }

  /** Reads an answer without judging whether it is a page or a complete listing. */
  public Envelope<T> envelope(ApiResponse response) throws IOException {
    return envelopes.decode(response);
  }

  /** Returns the page in an answer, or a complete listing if it has no data about pages. */
  public ReceivedPage<T> page(Envelope<T> envelope) {
    if (!envelope.has("meta") && !envelope.has(totalName)) {
      return ReceivedPage.complete(envelope.items());
    }
    OptionalLong size = envelope.meta("num_of_rows");
    boolean usable = size.isPresent() && size.getAsLong() <= Integer.MAX_VALUE;
    return ReceivedPage.of(
        envelope.items(),
        total(envelope),
        usable ? OptionalInt.of((int) size.getAsLong()) : OptionalInt.empty());
  }

  /** Returns the total in an answer; empty if it has none. */
  public OptionalLong total(Envelope<T> envelope) {
    return larger(envelope.meta("total_count"), envelope.number(totalName));
  }

  /** Returns the larger total, so that a listing never ends too early. */
  private static OptionalLong larger(OptionalLong one, OptionalLong other) {
    return one.orElse(-1) >= other.orElse(-1) ? one : other;
  }
}
