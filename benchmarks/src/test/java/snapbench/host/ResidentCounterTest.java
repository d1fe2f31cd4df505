package snapbench.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentCounterTest {
  @ParameterizedTest
  @CsvSource({
    "5.10.0-30-amd64, 16, 40, 10240",
    "6.1.0-18-amd64, 2, 1, 256",
    "6.2.0, 2, 40, 768",
    "6.8.0-45-generic, 32, 40, 24576",
    "6.15.9, 2, 40, 768",
    "6.16.0, 2, 40, 0",
    "6.18.33, 64, 40, 0",
    "7.0.1, 2, 40, 0",
    "unknown, 2, 40, 0"
  })
  void lagsByWhatThreadsOrProcessorsKeepForThemselves(
      String release, int processors, double threads, double kiB) {
    assertThat(ResidentCounter.lagKiB(release, processors, threads)).isEqualTo(kiB);
  }
}
