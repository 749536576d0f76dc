package io.github.xrayclient.diagnostics.internal.refusal.request;

/** An address and the status with which a server answered the request for it. Immutable. */
final class AnsweredAddress {
  private final String address;
  private final int status;

  /**
   * Joins an address and a status.
   *
   * @param address the URL without user, query and fragment
   */
  AnsweredAddress(String address, int status) {
    this.address = address;
    this.status = status;
  }

  String address() {
    return address;
  }

  int status() {
    return status;
  }
}
