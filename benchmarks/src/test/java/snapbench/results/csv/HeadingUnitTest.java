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
    "rss (java) (MiB),MiB",
    "Working Set [MB] java,MB",
    "rss_kib (java),kib",
    "heap (M),M",
    "rss [k],k",
    "time (s),seconds",
    "Elapsed [h],hours",
    "MEMORY(bytes),bytes",
    "'process_resident_memory_bytes{instance=\"a:9090\"}',bytes",
    "'jvm_memory_bytes_used{area=\"heap\",id=\"{}\"}',bytes",
    "'{__name__=\"process_resident_memory_bytes\",job=\"x\"}',bytes",
    "'process_open_fds{instance=\"web-1 (MiB)\"}',count",
    "'sum(container_memory_rss_bytes{pod=\"a\"}) by (pod)',bytes",
    "'max_over_time(process_resident_memory_bytes[5m])',bytes",
    "jvm_threads_current,count",
    "process_cpu_seconds_total,seconds",
    "'\\\\PC\\Process(java)\\Private Bytes',Bytes",
    "'\\\\PC\\Process(java)\\Handle Count',count",
    "'\\\\PC\\Memory\\Available MBytes',MBytes",
    "'\\\\PC\\Memory\\% Committed Bytes In Use',%",
    "OpenFileDescriptorCount,count",
    "IO Data Bytes/sec,Bytes/sec",
    "net (kB/s),kB/s",
    "%MEM,%",
    "epoch_ns,ns",
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
        "rss (java)",
        "run (a)",
        "run (b)",
        "rss (b)",
        "phase (m)",
        "rss (s)",
        "rss (max)",
        "rss (min)",
        "bench [G]",
        "rss{unit=\"MiB\"}",
        "{instance=\"a\",job=\"bytes\"}",
        "rate(process_cpu_seconds_total{job=\"x\"}[5m])",
        "increase(x_bytes[1h])",
        "process_resident_memory_bytes / 1024 / 1024",
        "used_bytes / limit_bytes",
        "rss of 4 workers",
        "rss after 2 hours",
        "heap per thread",
        "tmp_m",
      })
  void areNotMadeUp(String heading) {
    assertThat(HeadingUnit.of(heading)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "kbmemused,KiB",
    "kbcommit,KiB",
    "'\\\\PC\\Process(java)\\Working Set - Private',bytes",
    "Elapsed time,seconds",
    "kbps,",
    "rss,",
  })
  void areGuessedWhereAProgramIsKnown(String heading, String unit) {
    assertThat(HeadingUnit.of(heading)).isNull();
    assertThat(HeadingUnit.guess(heading)).isEqualTo(unit);
  }
}
