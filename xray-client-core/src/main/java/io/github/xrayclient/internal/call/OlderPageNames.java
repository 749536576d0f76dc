package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Envelope;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.ReceivedPage;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The names of the page parameters that older servers of an endpoint know instead of {@code
 * num_of_rows} and {@code page_num}. Such a server ignores the newer names, and answers with its
 * first page in its usual size. If an answer shows that, the page is requested once more with both
 * pairs of names, and so are all later pages. Thread-safe.
 */
public final class OlderPageNames {
  private final String sizeName;
  private final String pageName;
  private final Set<Integer> usualSizes;
  private volatile boolean needed;

  /**
   * @param usualSizes the page sizes that servers are known to use if a request names none
   */
  public OlderPageNames(String sizeName, String pageName, Set<Integer> usualSizes) {
    this.sizeName = Objects.requireNonNull(sizeName, "sizeName");
    this.pageName = Objects.requireNonNull(pageName, "pageName");
    this.usualSizes = Set.copyOf(usualSizes);
  }

  /**
   * Requests a page.
   *
   * @param newer the call with the newer names
   */
  <T> ReceivedPage<T> fetch(
      ApiCall<ApiResponse> newer, long number, int size, PageDecoder<T> decoder) {
    ApiCall<ApiResponse> both = newer.query(sizeName, size).query(pageName, number);
    Envelope<T> first = (needed ? both : newer).decodedBy(decoder::envelope).send();
    if (isPage(first, number) || isAll(first, number, decoder)) {
      return decoder.page(first);
    }
    if (needed) {
      return page(first, number, size, false, decoder);
    }
    int came = first.items().size();
    if (number == 1 && usualSizes.stream().allMatch(usual -> came < usual)) {
      return decoder.page(first);
    }
    Envelope<T> second = both.decodedBy(decoder::envelope).send();
    needed = true;
    return isPage(second, number) || isAll(second, number, decoder)
        ? decoder.page(second)
        : page(second, number, size, second.items().size() == came, decoder);
  }

  /** Whether an answer is the requested page, by what it states about itself. */
  private static <T> boolean isPage(Envelope<T> answer, long number) {
    OptionalLong echo = answer.meta("page_num");
    return answer.items().isEmpty()
        || (echo.isPresent()
            ? echo.getAsLong() == number
            : answer.meta("num_of_rows").isPresent());
  }

  /** Whether an answer is the whole listing, by its total. */
  private static <T> boolean isAll(Envelope<T> answer, long number, PageDecoder<T> decoder) {
    return number == 1 && decoder.total(answer).orElse(-1) == answer.items().size();
  }

  /**
   * Returns the page in an answer without data about pages. A first page of a usual size may be all
   * that the server ever sends, so its size is stated: then a repeated page is an error. A first
   * page that is larger than requested is the whole listing of a server without pages.
   *
   * @param isSame whether the older names changed nothing
   */
  private <T> ReceivedPage<T> page(
      Envelope<T> answer, long number, int size, boolean isSame, PageDecoder<T> decoder) {
    int came = answer.items().size();
    OptionalInt used = OptionalInt.of(size);
    if (number == 1 && usualSizes.contains(came)) {
      used = OptionalInt.of(came);
    } else if (number == 1 && came > size) {
      return ReceivedPage.complete(answer.items());
    } else if (number == 1 && came < size && isSame) {
      used = OptionalInt.empty();
    }
    return ReceivedPage.of(answer.items(), decoder.total(answer), used);
  }
}
