package snapbench.workload;

import java.util.List;
import snapbench.ledger.Ledger;
import snapbench.ledger.LedgerSources;
import snapbench.ledger.MallocInfoXml;
import snapbench.model.OwnMemory;

/**
 * What a process says of its own memory at one time, for its ledger.
 *
 * @param memory as it said it
 */
record SelfReport(OwnMemory memory) {
  /** Makes the ledger, with what the kernel says at the same time. */
  Ledger ledger(
      String smaps, LedgerSources.ResidentPages pages, LedgerSources.Libraries libraries) {
    return memory instanceof OwnMemory.OfJvm jvm
        ? Ledger.of(new LedgerSources(smaps, jvm.texts(), pages, libraries))
        : Ledger.ofProgram(smaps, (OwnMemory.OfProgram) memory, pages, libraries);
  }

  /** How far it moved until the next report of the same process, in KiB; NaN where unknown. */
  double driftKiB(SelfReport next) {
    return memory instanceof OwnMemory.OfJvm jvm && next.memory instanceof OwnMemory.OfJvm other
        ? Ledger.driftKiB(jvm.texts(), other.texts())
        : Math.abs(next.malloc().inUseKiB() - malloc().inUseKiB());
  }

  /** Use of a managed heap; NaN where there is none, or it is unknown. */
  double heapUsedKiB() {
    return memory instanceof OwnMemory.OfJvm jvm
        ? jvm.texts().heapUsedKiB()
        : ((OwnMemory.OfProgram) memory).heapKiB();
  }

  /** What malloc says. */
  MallocInfoXml malloc() {
    return memory instanceof OwnMemory.OfJvm jvm
        ? MallocInfoXml.parse(jvm.texts().mallocInfo())
        : MallocInfoXml.of((OwnMemory.OfProgram) memory);
  }

  /** What the process could not tell, one line each. */
  List<String> problems() {
    if (memory instanceof OwnMemory.OfJvm jvm) {
      return jvm.texts().problems();
    }
    return malloc().isKnown()
        ? List.of()
        : List.of("the testee does not say what its allocator has in use and free");
  }
}
