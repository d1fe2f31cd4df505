package snapbench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.model.Metric;
import snapbench.model.OwnMemory;

/** Pages that the resident set has more than once, or with other processes, by their mappings. */
class CountedAgainTest {
  private static final String BREAK =
      mapping("555500000000-555500200000 rw-p", "[heap]", 2000, 2000);
  private static final String LIBRARY =
      mapping("7f0021000000-7f0023000000 r-xp", "/usr/lib/libc.so.6", 30_000, 10_000);

  private static String mapping(String range, String name, int residentKiB, int proportionalKiB) {
    return mapping(range, name, residentKiB) + "Pss: %d kB\n".formatted(proportionalKiB);
  }

  private static String mapping(String range, String name, int residentKiB) {
    return "%s 00000000 00:01 4723 %s\nKernelPageSize: 4 kB\nRss: %d kB\n"
        .formatted(range, name, residentKiB);
  }

  private static Ledger ledger(String... mappings) {
    OwnMemory.OfProgram silent =
        new OwnMemory.OfProgram(
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    return of(silent, mappings);
  }

  private static Ledger of(OwnMemory.OfProgram memory, String... mappings) {
    return Ledger.ofProgram(
        String.join("", mappings), memory, (start, end, bytes) -> Double.NaN, path -> List.of());
  }

  private static void assertAddsUp(Ledger ledger, double resident, double proportional) {
    assertThat(ledger.totalKiB()).isEqualTo(resident);
    assertThat(ledger.proportionalKiB()).isEqualTo(proportional);
    assertThat(ledger.kiB(Metric.LEDGER_COUNTED_AGAIN)).isEqualTo(resident - proportional);
  }

  /** As ZGC of JDK 17 does it with a heap of 64 MiB, here with one page less in the third. */
  @Test
  void memoryAtThreeAddressesCountsOnce() {
    Ledger ledger =
        ledger(
            mapping("40000000000-40004000000 rw-s", "/memfd:java_heap (deleted)", 65536, 21845),
            mapping("80000000000-80004000000 rw-s", "/memfd:java_heap (deleted)", 65536, 21845),
            mapping("100000000000-100004000000 rw-s", "/memfd:java_heap (deleted)", 65532, 21842),
            BREAK,
            LIBRARY);
    assertAddsUp(ledger, 228_604, 77_532);
    assertThat(ledger.kiB(Metric.LEDGER_FILE_MAPPED)).isEqualTo(75_532);
  }

  /** A private copy of a parent's, and what several processes map by whatever name it has. */
  @ParameterizedTest
  @CsvSource({
    "rw-p, ''",
    "rw-p, [anon:malloc]",
    "rw-s, /dev/zero (deleted)",
    "rw-s, /SYSV00000000 (deleted)",
    "r--s, /dev/shm/psm_1",
    "rw-s, /var/lib/shared.db",
    "rw-s, [anon_shmem:pool]"
  })
  void memoryOfSeveralProcessesCountsByItsShare(String permissions, String name) {
    String shared = mapping("7f0000000000-7f0002000000 " + permissions, name, 32_768, 16_384);
    assertAddsUp(ledger(shared, BREAK, LIBRARY), 64_768, 28_384);
  }

  /** Who else reads the library, or has no more in common than the kernel's own page. */
  @ParameterizedTest
  @ValueSource(strings = {"/usr/lib/jvm/lib/modules", "/usr/lib/x86_64-linux-gnu/libm.so.6"})
  void filesThatOthersReadTooChangeNothing(String file) {
    Ledger ledger =
        ledger(
            BREAK,
            LIBRARY,
            mapping("7f0000000000-7f0000800000 r--s", file, 8000, 4000),
            mapping("7ffd00000000-7ffd00002000 r-xp", "[vdso]", 8, 0));
    assertThat(ledger.totalKiB()).isEqualTo(40_008);
    assertThat(ledger.proportionalKiB()).isEqualTo(16_000);
    assertThat(ledger.kiB(Metric.LEDGER_COUNTED_AGAIN)).isZero();
    assertThat(ledger.kiB(Metric.LEDGER_FILE_MAPPED)).isEqualTo(38_008);
  }

  /** malloc's figures are of all it has; a child shares what is live and what is free alike. */
  @Test
  void aForkedChildHasItsShareOfWhatMallocHas() {
    Ledger ledger =
        of(
            new OwnMemory.OfProgram(6000, 2000, 1, 0, 0, Double.NaN, 1000),
            mapping("555500000000-555501000000 rw-p", "[heap]", 8000, 4000));
    assertAddsUp(ledger, 8000, 4000);
    assertThat(ledger.kiB(Metric.LEDGER_NATIVE_LIVE)).isEqualTo(3000);
    assertThat(ledger.kiB(Metric.LEDGER_NATIVE_FREE)).isEqualTo(1000);
    assertThat(ledger.mallocInUseKiB()).isEqualTo(6000);
  }

  @Test
  void aKernelThatTellsNoSharesLeavesItUnknown() {
    Ledger ledger =
        ledger(BREAK, mapping("7f0000000000-7f0002000000 rw-s", "/dev/zero (deleted)", 32_768));
    assertThat(ledger.totalKiB()).isEqualTo(34_768);
    assertThat(ledger.proportionalKiB()).isNaN();
    assertThat(ledger.kiB(Metric.LEDGER_COUNTED_AGAIN)).isNaN();
  }
}
