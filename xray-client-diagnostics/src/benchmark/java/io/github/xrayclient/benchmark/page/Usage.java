package io.github.xrayclient.benchmark.page;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What this process has used until now: processor time, and memory that its threads allocated. */
final class Usage {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long nanoseconds = SYSTEM.getProcessCpuTime();
  private final Map<Long, Long> allocated = new HashMap<>();

  private Usage() {
    long[] threads = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(threads);
    for (int i = 0; i < threads.length; i++) {
      allocated.put(threads[i], bytes[i]);
    }
  }

  static Usage now() {
    return new Usage();
  }

  long nanosecondsSince(Usage earlier) {
    return nanoseconds - earlier.nanoseconds;
  }

  /** The bytes that all threads allocated which are still running. */
  long bytesSince(Usage earlier) {
    return allocated.entrySet().stream()
        .mapToLong(
            thread -> thread.getValue() - earlier.allocated.getOrDefault(thread.getKey(), 0L))
        .sum();
  }
}
