package snapbench.testee.api;

import java.util.List;

/**
 * The answer to {@code GET /memory?ledger=true}: what the testee knows of its memory, as the texts
 * in which HotSpot and glibc say it. A text is empty where it cannot be had.
 *
 * @param nativeMemory HotSpot's native memory tracking in detail, with address ranges, in KB
 * @param mallocInfo the XML of glibc's {@code malloc_info}
 * @param heapUsedKiB Java heap in use at the end of the last garbage collection; NaN if unknown
 * @param problems why a text is empty, one line each
 */
public record LedgerTexts(
    String nativeMemory, String mallocInfo, double heapUsedKiB, List<String> problems) {
  public LedgerTexts {
    problems = List.copyOf(problems);
  }
}
