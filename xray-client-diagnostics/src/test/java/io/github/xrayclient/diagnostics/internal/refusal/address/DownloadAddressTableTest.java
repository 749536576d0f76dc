package io.github.xrayclient.diagnostics.internal.refusal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Reads the addresses of {@code contract/addresses/urls.csv}: good, doubtful and wrong ones. */
class DownloadAddressTableTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "/contract/addresses/urls.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void readsAnAddress(
      String url, String repository, String type, String stored, String name, String version) {
    DownloadAddress address = DownloadAddress.parse(url).orElseThrow();
    Optional<PackagePath> named = address.packagePath();

    assertThat(address.repository()).isEqualTo(Optional.ofNullable(repository));
    assertThat(address.type()).isEqualTo(Optional.ofNullable(type));
    assertThat(address.storedPath()).isEqualTo(Optional.ofNullable(stored));
    assertThat(named.map(PackagePath::name)).isEqualTo(Optional.ofNullable(name));
    assertThat(named.flatMap(PackagePath::version)).isEqualTo(Optional.ofNullable(version));
  }
}
