/** Curation policies, conditions and waivers of JFrog Curation. */
module io.github.xrayclient.curation {
  requires transitive io.github.xrayclient;
  requires static org.immutables.value.annotations;

  exports io.github.xrayclient.curation;
  exports io.github.xrayclient.curation.value;

  opens io.github.xrayclient.curation to
      com.fasterxml.jackson.databind;
  opens io.github.xrayclient.curation.value to
      com.fasterxml.jackson.databind;
}
