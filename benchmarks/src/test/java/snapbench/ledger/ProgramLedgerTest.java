package snapbench.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.ledger.LedgerOwner.FILE_MAPPED;
import static snapbench.ledger.LedgerOwner.JAVA_HEAP;
import static snapbench.ledger.LedgerOwner.NATIVE_FREE;
import static snapbench.ledger.LedgerOwner.NATIVE_LIVE;
import static snapbench.ledger.LedgerOwner.THREAD_STACKS;
import static snapbench.ledger.LedgerOwner.UNATTRIBUTED;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger of a program that is no JVM. */
class ProgramLedgerTest {
  private static final double UNKNOWN = Double.NaN;

  /** An arena, a large chunk or another heap, a stack, the break, a file, the first stack. */
  private static final String SMAPS =
      mapping("7f0000000000-7f0000400000 rw-p", "", 4000, "rd wr mr mw me nr")
          + mapping("7f0010000000-7f0010400000 rw-p", "", 3000, "rd wr mr mw me")
          + mapping("7f0021001000-7f0021800000 rw-p", "", 20, "rd wr mr mw me nr")
          + mapping("555500000000-555500100000 rw-p", "[heap]", 1000, "rd wr mr mw me")
          + mapping("555400000000-555400100000 r-xp", "/usr/bin/program", 500, "rd ex mr mw me")
          + mapping("7ffc00000000-7ffc00021000 rw-p", "[stack]", 16, "rd wr mr mw me gd");

  private static String mapping(String range, String name, int residentKiB, String flags) {
    return "%s 00000000 00:00 0 %s%nRss: %d kB%nKernelPageSize: 4 kB%nVmFlags: %s%n"
        .formatted(range, name, residentKiB, flags)
        .replace("\r", "");
  }

  private static Ledger ledger(ProgramMemory memory) {
    Ledger ledger =
        Ledger.of(
            new ProgramSources(SMAPS, memory, (start, end, bytes) -> UNKNOWN, path -> List.of()));
    assertThat(ledger.totalKiB()).isEqualTo(8536);
    assertThat(ledger.kiB(JAVA_HEAP)).isZero();
    assertThat(ledger.kiB(THREAD_STACKS)).isEqualTo(36);
    assertThat(ledger.kiB(FILE_MAPPED)).isEqualTo(500);
    return ledger;
  }

  @Test
  void whatMallocHasIsLiveOrFreeAndTheRestIsNobodys() {
    Ledger ledger = ledger(new ProgramMemory(3000, 3000, 2, 1000, 5, 2000));
    assertThat(ledger.kiB(NATIVE_LIVE)).isEqualTo(3000);
    assertThat(ledger.kiB(NATIVE_FREE)).isEqualTo(3000);
    assertThat(ledger.kiB(UNATTRIBUTED)).isEqualTo(2000);
    assertThat(ledger.mallocArenas()).isEqualTo(2);
    assertThat(ledger.mallocInUseKiB()).isEqualTo(3000);
    assertThat(ledger.mallocNotResidentKiB()).isZero();
  }

  @Test
  void whatIsNotResidentIsFree() {
    Ledger ledger = ledger(new ProgramMemory(3000, 9000, UNKNOWN, 1000, UNKNOWN, 2000));
    assertThat(ledger.kiB(NATIVE_LIVE)).isEqualTo(3000);
    assertThat(ledger.kiB(NATIVE_FREE)).isEqualTo(3000);
    assertThat(ledger.mallocFreeKiB()).isEqualTo(9000);
    assertThat(ledger.mallocNotResidentKiB()).isEqualTo(6000);
  }

  @Test
  void withoutFiguresOfLargeChunksAllMayBeOfArenas() {
    Ledger ledger = ledger(new ProgramMemory(3000, 4500, 2, UNKNOWN, UNKNOWN, 2000));
    assertThat(ledger.kiB(NATIVE_LIVE)).isEqualTo(3000);
    assertThat(ledger.kiB(NATIVE_FREE)).isEqualTo(4500);
    assertThat(ledger.kiB(UNATTRIBUTED)).isEqualTo(500);
  }

  /** Or one that has been preloaded, of which glibc knows nothing. */
  @Test
  void anAllocatorThatCannotHoldTheDatabaseTellsNothing() {
    for (ProgramMemory memory :
        List.of(
            new ProgramMemory(100, 30, 1, 0, 0, 2000),
            new ProgramMemory(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 2000))) {
      Ledger ledger = ledger(memory);
      assertThat(ledger.kiB(NATIVE_LIVE)).isNaN();
      assertThat(ledger.kiB(NATIVE_FREE)).isNaN();
      assertThat(ledger.mallocInUseKiB()).isNaN();
      assertThat(ledger.kiB(UNATTRIBUTED)).isEqualTo(8000);
    }
  }
}
