package snapbench.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.model.Metric.LEDGER_FILE_MAPPED;
import static snapbench.model.Metric.LEDGER_JAVA_HEAP;
import static snapbench.model.Metric.LEDGER_NATIVE_FREE;
import static snapbench.model.Metric.LEDGER_NATIVE_LIVE;
import static snapbench.model.Metric.LEDGER_THREAD_STACKS;
import static snapbench.model.Metric.LEDGER_UNATTRIBUTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import snapbench.model.OwnMemory;

/** The ledger of a program that is no JVM. */
class ProgramLedgerTest {
  private static final double UNKNOWN = Double.NaN;

  /** An arena, a large chunk or another heap, a stack, the break, a file, the first stack. */
  private static final String SMAPS =
      mapping("7f0000000000-7f0000a00000 rw-p", "", 4000, "rd wr mr mw me nr")
          + mapping("7f0010000000-7f0010400000 rw-p", "", 3000, "rd wr mr mw me")
          + mapping("7f0021000000-7f0021001000 ---p", "", 0, "mr mw me")
          + mapping("7f0021001000-7f0021801000 rw-p", "", 20, "rd wr mr mw me")
          + mapping("555500000000-555500100000 rw-p", "[heap]", 1000, "rd wr mr mw me")
          + mapping("555400000000-555400100000 r-xp", "/usr/bin/program", 500, "rd ex mr mw me")
          + mapping("7ffc00000000-7ffc00021000 rw-p", "[stack]", 16, "rd wr mr mw me gd");

  private static String mapping(String range, String name, int residentKiB, String flags) {
    return "%s 00000000 00:00 0 %s%nRss: %d kB%nKernelPageSize: 4 kB%nVmFlags: %s%n"
        .formatted(range, name, residentKiB, flags)
        .replace("\r", "");
  }

  private static Ledger ledger(OwnMemory.OfProgram memory) {
    Ledger ledger =
        Ledger.ofProgram(SMAPS, memory, (start, end, bytes) -> UNKNOWN, path -> List.of());
    assertThat(ledger.totalKiB()).isEqualTo(8536);
    assertThat(ledger.kiB(LEDGER_JAVA_HEAP)).isZero();
    assertThat(ledger.kiB(LEDGER_THREAD_STACKS)).isEqualTo(36);
    assertThat(ledger.kiB(LEDGER_FILE_MAPPED)).isEqualTo(500);
    return ledger;
  }

  @Test
  void whatMallocHasIsLiveOrFreeAndTheRestIsNobodys() {
    Ledger ledger = ledger(new OwnMemory.OfProgram(3000, 3000, 2, 1000, 5, UNKNOWN, 2000));
    assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isEqualTo(3000);
    assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isEqualTo(3000);
    assertThat(ledger.kiB(LEDGER_UNATTRIBUTED)).isEqualTo(2000);
    assertThat(ledger.mallocArenas()).isEqualTo(2);
    assertThat(ledger.mallocInUseKiB()).isEqualTo(3000);
    assertThat(ledger.mallocNotResidentKiB()).isZero();
  }

  @Test
  void whatIsNotResidentIsFree() {
    Ledger ledger =
        ledger(new OwnMemory.OfProgram(3000, 9000, UNKNOWN, 1000, UNKNOWN, UNKNOWN, 2000));
    assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isEqualTo(3000);
    assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isEqualTo(3000);
    assertThat(ledger.mallocFreeKiB()).isEqualTo(9000);
    assertThat(ledger.mallocNotResidentKiB()).isEqualTo(6000);
  }

  @Test
  void withoutFiguresOfLargeChunksAllMayBeOfArenas() {
    Ledger ledger = ledger(new OwnMemory.OfProgram(3000, 4500, 2, UNKNOWN, UNKNOWN, UNKNOWN, 2000));
    assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isEqualTo(3000);
    assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isEqualTo(4500);
    assertThat(ledger.kiB(LEDGER_UNATTRIBUTED)).isEqualTo(500);
  }

  /** Or one that has been preloaded, of which glibc knows nothing. */
  @Test
  void anAllocatorThatCannotHoldTheDatabaseTellsNothing() {
    for (OwnMemory.OfProgram memory :
        List.of(
            new OwnMemory.OfProgram(100, 30, 1, 0, 0, UNKNOWN, 2000),
            new OwnMemory.OfProgram(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 2000))) {
      Ledger ledger = ledger(memory);
      assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isNaN();
      assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isNaN();
      assertThat(ledger.mallocInUseKiB()).isNaN();
      assertThat(ledger.kiB(LEDGER_UNATTRIBUTED)).isEqualTo(8000);
    }
  }

  /**
   * The C control after a cycle of a database of 163 MiB on each of its 3 threads: each has a stack
   * and an arena, whose first piece is full.
   */
  private static Ledger ledgerOfControl(String smaps) {
    OwnMemory.OfProgram memory =
        new OwnMemory.OfProgram(172388, 519611, 4, 516, 1, UNKNOWN, 163000);
    Ledger ledger =
        Ledger.ofProgram(smaps, memory, (start, end, bytes) -> UNKNOWN, path -> List.of());
    assertThat(ledger.totalKiB()).isEqualTo(695388);
    return ledger;
  }

  private static String smapsOfControl() {
    return new Captured("c-control").smaps();
  }

  @Test
  void stacksOfARealProgramsThreadsLieBehindTheirGuards() {
    assertThat(ledgerOfControl(smapsOfControl()).kiB(LEDGER_THREAD_STACKS)).isEqualTo(3 * 16 + 20);
  }

  /** Documentation/mm/overcommit-accounting: the kernel then ignores MAP_NORESERVE. */
  @Test
  void arenasAreKnownByTheirAddressesWhereSwapIsReservedForAllMemory() {
    double resident = 173812 + 2 * 107144 + 106628 + 3 * 65536;
    for (String smaps : List.of(smapsOfControl(), smapsOfControl().replace(" nr ", " "))) {
      Ledger ledger = ledgerOfControl(smaps);
      assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isEqualTo(resident - (172388 - 516));
      assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isEqualTo(172388);
      assertThat(ledger.kiB(LEDGER_THREAD_STACKS)).isEqualTo(3 * 16 + 20);
    }
  }

  /** An arena that the kernel has merged with the chunk before it is not known as one. */
  @Test
  void fewerArenasThanMallocHasTellNothing() {
    String merged = smapsOfControl().replace(" nr ", " ").replace("7f32f0000000-", "7f32efff0000-");
    Ledger ledger = ledgerOfControl(merged);
    assertThat(ledger.kiB(LEDGER_NATIVE_FREE)).isNaN();
    assertThat(ledger.kiB(LEDGER_NATIVE_LIVE)).isNaN();
    assertThat(ledger.kiB(LEDGER_UNATTRIBUTED)).isGreaterThan(691_000);
  }

  /**
   * Such as a stack that was asked to be larger, or memory behind another's inaccessible memory.
   */
  @Test
  void whatLooksOtherwiseThanAStackIsNone() {
    for (String guardAndMemory :
        List.of(
            mapping("7f0021000000-7f0021001000 ---p", "", 0, "mr mw me")
                + mapping("7f0021001000-7f0021802000 rw-p", "", 20, "rd wr mr mw me"),
            mapping("7f0021000000-7f0021010000 ---p", "", 0, "mr mw me")
                + mapping("7f0021010000-7f0021020000 rw-p", "", 20, "rd wr mr mw me"),
            mapping("7f0021000000-7f0021001000 ---p", "/usr/lib/a.so", 0, "mr mw me")
                + mapping("7f0021001000-7f0021002000 rw-p", "", 20, "rd wr mr mw me"),
            mapping("7f0021001000-7f0021002000 rw-p", "", 20, "rd wr mr mw me"))) {
      Ledger ledger =
          Ledger.ofProgram(
              guardAndMemory,
              new OwnMemory.OfProgram(10, 10, 1, UNKNOWN, UNKNOWN, UNKNOWN, 10),
              (start, end, bytes) -> UNKNOWN,
              path -> List.of());
      assertThat(ledger.kiB(LEDGER_THREAD_STACKS)).isZero();
    }
  }
}
