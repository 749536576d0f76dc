/** An application on the module path; the fake server needs the server of the JDK. */
module acme.modules {
  requires io.github.xrayclient.diagnostics;
  requires io.github.xrayclient.testing;
  requires jdk.httpserver;
}
