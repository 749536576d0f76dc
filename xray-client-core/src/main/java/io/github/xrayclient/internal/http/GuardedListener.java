package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.CallListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** A listener; what it throws is logged and changes nothing. */
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
      throw e; // the whole JVM is in trouble, not the listener alone
    } catch (Throwable e) {
      if (e instanceof InterruptedException || e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // it was meant for the call, which must still end
      }
      log(e);
    }
  }

  private void log(Throwable thrown) {
    try {
      LOG.log(
          Level.WARNING,
          "the call listener "
              + listener.getClass().getName()
              + " failed, which does not affect the call",
          thrown);
    } catch (RuntimeException brokenLogger) {
      // A logger must not change the call either, and there is no other place to report this.
    }
  }
}
