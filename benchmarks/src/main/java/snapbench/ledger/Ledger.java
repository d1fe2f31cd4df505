package snapbench.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import snapbench.model.Metric;
import snapbench.model.OwnMemory;
import snapbench.testee.api.LedgerTexts;

/**
 * Where every resident byte of a process sits. Together the owners are the resident set; without
 * {@link Metric#LEDGER_COUNTED_AGAIN}, where that is not 0, the proportional set.
 *
 * @param residentKiB resident KiB of each owner, by the metric that reports it; NaN where it cannot
 *     be told, and its bytes are then {@link Metric#LEDGER_UNATTRIBUTED}
 * @param proportionalKiB proportional set, up to 1 KiB a mapping too low, as the kernel rounds
 *     down; NaN where it does not tell
 * @param mallocInUseKiB in use by malloc, resident or not; NaN where unknown, as the following
 * @param mallocFreeKiB free, but held by malloc, resident or not
 * @param mallocArenas arenas
 * @param mallocNotResidentKiB what malloc has of the kernel and is not resident: the most by which
 *     jvmOther, nativeLive and nativeFree may each be too high or too low
 */
public record Ledger(
    Map<Metric, Double> residentKiB,
    double proportionalKiB,
    double mallocInUseKiB,
    double mallocFreeKiB,
    double mallocArenas,
    double mallocNotResidentKiB) {

  /**
   * Copies the map and checks that it is complete.
   *
   * @throws IllegalArgumentException if an owner is missing or negative
   */
  public Ledger {
    residentKiB = Collections.unmodifiableMap(new EnumMap<>(residentKiB));
    for (Metric owner : Metric.owners()) {
      Double value = residentKiB.get(owner);
      if (value == null || value < 0) {
        throw new IllegalArgumentException(owner.owner() + "=" + value + " in the ledger");
      }
    }
  }

  /** Of a process of which nothing can be read. */
  public static Ledger unknown() {
    Map<Metric, Double> owners =
        Metric.owners().stream().collect(Collectors.toMap(owner -> owner, owner -> Double.NaN));
    return new Ledger(owners, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if the text of smaps is none
   */
  public static Ledger of(LedgerSources sources) {
    Smaps smaps = Smaps.parse(sources.smaps());
    TrackedMemory tracked = TrackedMemory.parse(sources.texts().nativeMemory());
    MallocInfoXml malloc = MallocInfoXml.parse(sources.texts().mallocInfo());
    ResidentByKind kinds =
        ResidentByKind.of(
            smaps,
            tracked,
            sources.libraries(),
            mapping -> MappingKind.ofUntracked(mapping, tracked.isKnown()),
            sources.pages());
    MallocInfoXml inCharge = Allocated.isInCharge(tracked, malloc) ? malloc : MallocInfoXml.UNKNOWN;
    double arenas = kinds.residentKiB(MappingKind.ARENAS);
    double chunks = kinds.residentKiB(MappingKind.LARGE_CHUNKS);
    Allocated allocated = Allocated.split(arenas, chunks, tracked, inCharge);
    return of(smaps, kinds, allocated, tracked.isKnown(), inCharge);
  }

  /**
   * Makes that of a program that is no JVM: what only a JVM has is 0.
   *
   * @param smapsText the process's {@code /proc/PID/smaps}
   * @param memory what it says of itself; where the database cannot lie in what it says is in use,
   *     another allocator has been preloaded
   * @param pages tells what is resident of a part of a mapping
   * @param libraries tells which memory behind a library's mappings belongs to it
   * @throws IllegalArgumentException if the text of smaps is none
   */
  public static Ledger ofProgram(
      String smapsText,
      OwnMemory.OfProgram memory,
      LedgerSources.ResidentPages pages,
      LedgerSources.Libraries libraries) {
    Smaps smaps = Smaps.parse(smapsText);
    ProgramMappings mappings = new ProgramMappings(smaps);
    ResidentByKind kinds =
        ResidentByKind.of(smaps, TrackedMemory.UNKNOWN, libraries, mappings::kind, pages);
    MallocInfoXml malloc = MallocInfoXml.of(memory);
    boolean isInCharge = !(2 * malloc.inUseKiB() < memory.databaseKiB());
    MallocInfoXml inCharge = isInCharge ? malloc : MallocInfoXml.UNKNOWN;
    double arenas = kinds.residentKiB(MappingKind.ARENAS);
    double chunks = kinds.residentKiB(MappingKind.LARGE_CHUNKS);
    double size = memory.knowsMapped() ? mappings.arenasKiB() : Double.NaN;
    return of(smaps, kinds, Allocated.ofProgram(arenas, chunks, size, inCharge), true, inCharge);
  }

  /**
   * How far what malloc and HotSpot say moved from one reading to the next, in KiB: by so much the
   * shares of arenas may be off in a ledger made of the first. NaN where neither says anything, or
   * one of them only once.
   */
  public static double driftKiB(LedgerTexts first, LedgerTexts second) {
    MallocInfoXml malloc = MallocInfoXml.parse(first.mallocInfo());
    MallocInfoXml laterMalloc = MallocInfoXml.parse(second.mallocInfo());
    TrackedMemory tracked = TrackedMemory.parse(first.nativeMemory());
    TrackedMemory laterTracked = TrackedMemory.parse(second.nativeMemory());
    if (malloc.isKnown() != laterMalloc.isKnown()
        || tracked.isKnown() != laterTracked.isKnown()
        || !(malloc.isKnown() || tracked.isKnown())) {
      return Double.NaN;
    }
    double inUse = malloc.isKnown() ? laterMalloc.inUseKiB() - malloc.inUseKiB() : 0;
    return Math.max(Math.abs(inUse), Math.abs(laterTracked.ownKiB() - tracked.ownKiB()));
  }

  private static Ledger of(
      Smaps smaps,
      ResidentByKind kinds,
      Allocated resident,
      boolean tracked,
      MallocInfoXml malloc) {
    // malloc knows nothing of shares: what is shared of its memory is shared by all alike
    Allocated allocated = resident.times(shareOfAllocator(kinds));
    double unknownOr = tracked ? 0 : Double.NaN;
    Map<Metric, Double> owners = new EnumMap<>(Metric.class);
    owners.put(Metric.LEDGER_JAVA_HEAP, unknownOr + kinds.countedKiB(MappingKind.JAVA_HEAP));
    owners.put(Metric.LEDGER_METASPACE, unknownOr + kinds.countedKiB(MappingKind.METASPACE));
    owners.put(Metric.LEDGER_CODE_CACHE, unknownOr + kinds.countedKiB(MappingKind.CODE_CACHE));
    owners.put(
        Metric.LEDGER_THREAD_STACKS, unknownOr + kinds.countedKiB(MappingKind.THREAD_STACKS));
    owners.put(
        Metric.LEDGER_JVM_OTHER,
        unknownOr + kinds.countedKiB(MappingKind.JVM_OTHER) + allocated.jvmKiB());
    owners.put(Metric.LEDGER_DIRECT_BUFFERS, unknownOr + allocated.directKiB());
    owners.put(Metric.LEDGER_NATIVE_LIVE, allocated.liveKiB());
    owners.put(Metric.LEDGER_NATIVE_FREE, allocated.freeKiB());
    owners.put(Metric.LEDGER_FILE_MAPPED, kinds.countedKiB(MappingKind.FILE_MAPPED));
    owners.put(
        Metric.LEDGER_UNATTRIBUTED,
        kinds.countedKiB(MappingKind.UNATTRIBUTED) + allocated.unclaimedKiB());
    double proportional = smaps.proportionalKiB();
    double again = Math.max(0, smaps.residentKiB() - sum(owners));
    owners.put(Metric.LEDGER_COUNTED_AGAIN, Double.isNaN(proportional) ? Double.NaN : again);
    return new Ledger(
        owners,
        proportional,
        malloc.inUseKiB(),
        malloc.freeKiB(),
        malloc.arenas(),
        allocated.notResidentKiB());
  }

  private static double shareOfAllocator(ResidentByKind kinds) {
    double resident =
        kinds.residentKiB(MappingKind.ARENAS) + kinds.residentKiB(MappingKind.LARGE_CHUNKS);
    double counted =
        kinds.countedKiB(MappingKind.ARENAS) + kinds.countedKiB(MappingKind.LARGE_CHUNKS);
    return resident > 0 ? counted / resident : 1;
  }

  private static double sum(Map<Metric, Double> owners) {
    return owners.values().stream()
        .filter(value -> !value.isNaN())
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** Resident KiB of one owner; NaN where it cannot be told. */
  public double kiB(Metric owner) {
    return residentKiB.getOrDefault(owner, Double.NaN);
  }

  /** All owners together; NaN where nothing could be read. */
  public double totalKiB() {
    return sum(residentKiB);
  }
}
