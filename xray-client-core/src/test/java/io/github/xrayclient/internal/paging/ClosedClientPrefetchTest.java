package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xrayclient.paging.PagedIterator;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClosedClientPrefetchTest {
  @Test
  void saysThatTheClientIsClosed() {
    ExecutorService executor = Executors.newCachedThreadPool();
    WalkedSource<Integer> source = new WalkedSource<>() {
      @Override
      public ReceivedPage<Integer> fetch(long number, int size) {
        return ReceivedPage.of(List.of((int) number), OptionalLong.of(100), OptionalInt.of(1));
      }

      @Override
      public Object key(Integer item) {
        return item;
      }

      @Override
      public URI uri() {
        return URI.create("https://acme.example/things");
      }

      @Override
      public ExecutorService executor() {
        return executor;
      }
    };
    PagedIterator<Integer> iterator =
        new WalkedListing<>(source, Walk.standard().withPageSize(1).withPrefetch(1)).iterator();
    iterator.next();
    executor.shutdownNow();

    assertThatIllegalStateException()
        .isThrownBy(() -> iterator.forEachRemaining(item -> {}))
        .withMessageContaining("closed");
  }
}
