package snapbench.ledger;

import java.util.List;
import snapbench.host.installed.ElfFile;
import snapbench.testee.api.LedgerTexts;

/**
 * Everything a ledger is made of. A text is empty where it cannot be had.
 *
 * @param smaps the process's {@code /proc/PID/smaps}
 * @param texts what the process says of itself
 * @param pages tells what is resident of a part of a mapping
 * @param libraries tells which memory behind a library's mappings belongs to it
 */
public record LedgerSources(
    String smaps, LedgerTexts texts, ResidentPages pages, Libraries libraries) {

  /** Tells which pages are resident, as {@code /proc/PID/pagemap} does. */
  @FunctionalInterface
  public interface ResidentPages {
    /**
     * Resident KiB of a range of addresses; NaN where that cannot be read.
     *
     * @param pageBytes size of a page
     */
    double kiB(long start, long end, long pageBytes);
  }

  /** Tells of a file what is not in it but belongs to its mapping: zero-initialised data. */
  @FunctionalInterface
  public interface Libraries {
    /** The parts, relative to where the file begins; none of a file that is no library. */
    List<ElfFile.ZeroedData> zeroedData(String path);
  }
}
