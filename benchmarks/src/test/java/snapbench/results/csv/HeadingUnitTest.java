package snapbench.results.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units in headings. */
class HeadingUnitTest {
  @ParameterizedTest
  @CsvSource({
    "rss_kib,kib",
    "rss (MiB),MiB",
    "rss [GB],GB",
    "heap ( kB ),kB",
    "process_resident_memory_bytes,bytes",
    "container.memory.mb,mb",
    "rssKiB,KiB",
    "usedBytes,Bytes",
    "fds,count",
    "process_open_fds,count",
    "Threads,count",
    "gc-count,count",
    "time_s,s",
    "uptimeSeconds,Seconds",
    "cpu (%),%",
    "hours,hours",
  })
  void areFound(String heading, String unit) {
    assertThat(HeadingUnit.of(heading)).isEqualTo(unit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windows-memory",
        "linux-memory",
        "linux-file",
        "linux-snapshot-only",
        "linux-dump-live",
        "rss",
        "cycle",
        "iteration",
        "column_b",
        "program",
        "rss_min",
        "ebg",
        "",
        "()",
      })
  void areNotMadeUp(String heading) {
    assertThat(HeadingUnit.of(heading)).isNull();
  }
}
