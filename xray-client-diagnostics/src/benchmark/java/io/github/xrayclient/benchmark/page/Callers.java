package io.github.xrayclient.benchmark.page;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The kind of the threads that read pages at the same time. */
enum Callers {
  PLATFORM {
    @Override
    ExecutorService threads(int number) {
      return Executors.newFixedThreadPool(number);
    }
  },

  /** Threads that a JVM has since Java 21. */
  VIRTUAL {
    @Override
    ExecutorService threads(int number) throws Exception {
      return newVirtualThreads();
    }
  };

  /** An executor that runs this number of tasks at the same time. */
  abstract ExecutorService threads(int number) throws Exception;

  private static ExecutorService newVirtualThreads() throws Exception {
    MethodHandle method = MethodHandles.publicLookup()
        .findStatic(
            Executors.class,
            "newVirtualThreadPerTaskExecutor",
            MethodType.methodType(ExecutorService.class));
    try {
      return (ExecutorService) method.invoke();
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the executor could not be created", e);
    }
  }
}
