package io.github.xrayclient.paging;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
    PageSource<Integer> source = new PageSource<>() {
      @Override
      public Page<Integer> fetch(long number, int size) {
        return Page.of(List.of((int) number), OptionalLong.of(100), OptionalInt.of(1));
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
    PagedIterator<Integer> iterator = new Paged<Integer>() {
      @Override
      protected Walk<Integer> walk() {
        return Walk.of(source).withPageSize(1).withPrefetch(1);
      }
    }.iterator();
    iterator.next();
    executor.shutdownNow();

    assertThatIllegalStateException()
        .isThrownBy(() -> iterator.forEachRemaining(item -> {}))
        .withMessageContaining("closed");
  }
}
