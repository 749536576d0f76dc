package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.CallListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Calls a listener, and logs exceptions of the listener instead of throwing them. */
final class GuardedListener {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final CallListener listener;

  GuardedListener(CallListener listener) {
    this.listener = listener;
  }

  void tell(Consumer<CallListener> event) {
    try {
      event.accept(listener);
    } catch (VirtualMachineError e) {
      throw e; // such an error concerns the whole JVM
    } catch (Throwable e) {
      if (e instanceof InterruptedException || e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // the interrupt is for the call
      }
      log(e);
    }
  }

  private void log(Throwable thrown) {
    try {
      LOG.log(
          Level.WARNING,
          "The call listener "
              + listener.getClass().getName()
              + " threw an exception, which does not affect the call",
          thrown);
    } catch (RuntimeException brokenLogger) {
      // A failing logger must not affect the call, and there is no other place to report this.
    }
  }
}
