package snapbench.workload;

import java.util.List;
import snapbench.ledger.Ledger;
import snapbench.ledger.LedgerSources;
import snapbench.ledger.MallocInfoXml;
import snapbench.ledger.ProgramMemory;
import snapbench.ledger.ProgramSources;
import snapbench.process.OwnMemory;
import snapbench.testee.api.LedgerTexts;

/** What a process says of its own memory at one time, for its ledger. */
interface SelfReport {
  /** Makes the ledger, with what the kernel says at the same time. */
  Ledger ledger(String smaps, LedgerSources.ResidentPages pages, LedgerSources.Libraries libraries);

  /** How far it moved until the next report of the same process, in KiB; NaN where unknown. */
  double driftKiB(SelfReport next);

  /** Use of a managed heap; NaN where there is none, or it is unknown. */
  double heapUsedKiB();

  /** What malloc says. */
  MallocInfoXml malloc();

  /** What the process could not tell, one line each. */
  List<String> problems();

  /** Reads what a testee answered. */
  static SelfReport of(OwnMemory memory) {
    return memory instanceof OwnMemory.OfProgram program
        ? OfProgram.of(program)
        : new OfJvm(((OwnMemory.OfJvm) memory).texts());
  }

  /**
   * A JVM's.
   *
   * @param texts in which HotSpot and glibc say it
   */
  record OfJvm(LedgerTexts texts) implements SelfReport {
    @Override
    public Ledger ledger(
        String smaps, LedgerSources.ResidentPages pages, LedgerSources.Libraries libraries) {
      return Ledger.of(new LedgerSources(smaps, texts, pages, libraries));
    }

    @Override
    public double driftKiB(SelfReport next) {
      return next instanceof OfJvm other ? Ledger.driftKiB(texts, other.texts) : Double.NaN;
    }

    @Override
    public double heapUsedKiB() {
      return texts.heapUsedKiB();
    }

    @Override
    public MallocInfoXml malloc() {
      return MallocInfoXml.parse(texts.mallocInfo());
    }

    @Override
    public List<String> problems() {
      return texts.problems();
    }
  }

  /**
   * Another program's.
   *
   * @param memory its allocator's figures
   * @param heapUsedKiB size of its managed heap; NaN where it has none
   */
  record OfProgram(ProgramMemory memory, double heapUsedKiB) implements SelfReport {
    private static OfProgram of(OwnMemory.OfProgram said) {
      return new OfProgram(
          new ProgramMemory(
              said.liveKiB(),
              said.freeKiB(),
              said.arenas(),
              said.mappedKiB(),
              said.mappedChunks(),
              said.databaseKiB()),
          said.heapKiB());
    }

    @Override
    public Ledger ledger(
        String smaps, LedgerSources.ResidentPages pages, LedgerSources.Libraries libraries) {
      return Ledger.of(new ProgramSources(smaps, memory, pages, libraries));
    }

    @Override
    public double driftKiB(SelfReport next) {
      return Math.abs(next.malloc().inUseKiB() - malloc().inUseKiB());
    }

    @Override
    public MallocInfoXml malloc() {
      return memory.malloc();
    }

    @Override
    public List<String> problems() {
      return malloc().isKnown()
          ? List.of()
          : List.of("the testee does not say what its allocator has in use and free");
    }
  }
}
