package snapbench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import snapbench.host.installed.SharedLibrary;
import snapbench.host.process.ProcessDetails;
import snapbench.ledger.MallocInfoXml;
import snapbench.model.OwnMemory;
import snapbench.process.AllocatorSetting;
import snapbench.process.PreloadedAllocator;
import snapbench.process.TesteeException;
import snapbench.process.UnsupportedCycleException;

/**
 * A lever is not taken to be in force because it was asked for. From outside, before the first
 * cycle: the testee was given the variables, has mapped the library, runs HotSpot's thread that
 * trims. From inside, after the last, so that asking changes nothing that is measured: glibc has no
 * more arenas than allowed, gives chunks mappings of their own, or serves nobody.
 *
 * @param lever the lever
 * @param library the library that it preloads; null if none
 */
record LeverCheck(AllocatorSetting lever, @Nullable Path library) {
  /** What the kernel keeps of "Native Heap Trimmer". */
  private static final String TRIMMER = "Native Heap Tri";

  private static final int SMALLEST_PAGE_BYTES = 512;
  private static final int LARGEST_PAGE_BYTES = 65536;

  /** Less than the number that Linux allows a process (vm.max_map_count, 65530). */
  private static final int MANY_MAPPINGS = 10_000;

  /**
   * Finds the library.
   *
   * @param value of the parameter, with commas
   * @throws UnsupportedCycleException naming the package to install where there is none
   */
  static LeverCheck of(String value) throws UnsupportedCycleException {
    AllocatorSetting lever = AllocatorSetting.of(value);
    PreloadedAllocator allocator = lever.allocator().orElse(null);
    if (allocator == null) {
      return new LeverCheck(lever, null);
    }
    SharedLibrary library = new SharedLibrary(allocator.fileNames(), allocator.debianPackage());
    String need = "malloc=" + value + " " + library.need();
    return new LeverCheck(
        lever, library.find().orElseThrow(() -> new UnsupportedCycleException(need)));
  }

  /** The testee's variables. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>(lever.environment());
    if (library != null) {
      variables.put("LD_PRELOAD", library.toString());
    }
    return variables;
  }

  /**
   * Looks from outside.
   *
   * @throws TesteeException if the lever is not in force
   */
  void before(long pid) throws IOException {
    Map<String, String> given = ProcessDetails.environment(pid);
    for (Map.Entry<String, String> variable : environment().entrySet()) {
      require(
          variable.getValue().equals(given.get(variable.getKey())),
          "the testee does not have " + variable.getKey() + "=" + variable.getValue());
    }
    if (library != null) {
      String mapped = library.toRealPath().toString();
      require(
          ProcessDetails.mappedFiles(pid).contains(mapped), "the testee has not mapped " + mapped);
    }
    require(
        !lever.trims() || ProcessDetails.threadNames(pid).contains(TRIMMER),
        "the testee's JVM does not trim (it does from JDK 17.0.9 on, with glibc)");
  }

  /**
   * Looks from inside. A program that is no JVM may know nothing of its allocator, or not all.
   *
   * @param report what the testee knows of its native memory
   * @param databaseBytes size of its live database
   * @param pageBytes size of its pages; NaN where unknown
   * @throws TesteeException if the lever is not in force, or a JVM cannot tell
   */
  void after(SelfReport report, long databaseBytes, double pageBytes) throws TesteeException {
    MallocInfoXml malloc = report.malloc();
    if (report.memory() instanceof OwnMemory.OfProgram && !malloc.isKnown()) {
      return;
    }
    require(
        malloc.isKnown(),
        "what malloc does cannot be told: " + String.join("; ", report.problems()));
    require(
        lever.arenas() == 0 || !(malloc.arenas() > lever.arenas()),
        "glibc has %.0f arenas".formatted(malloc.arenas()));
    require(
        !(malloc.mappedChunks() < leastMappedChunks(databaseBytes, pageBytes)),
        "glibc has %.0f chunks in mappings of their own".formatted(malloc.mappedChunks()));
    require(
        library == null || malloc.inUseKiB() * 1024 < databaseBytes,
        "glibc still serves %.0f KiB".formatted(malloc.inUseKiB()));
  }

  /**
   * A page of the database is a chunk of its own, as far as the kernel has mappings for them, where
   * it is as large as a chunk has to be for that: 0 where it may be smaller.
   */
  private double leastMappedChunks(long databaseBytes, double pageBytes) {
    boolean isUnknown = Double.isNaN(pageBytes);
    return lever.mappedBytes() == 0
            || lever.mappedBytes() > (isUnknown ? SMALLEST_PAGE_BYTES : pageBytes)
        ? 0
        : Math.min(
            MANY_MAPPINGS, databaseBytes / (2 * (isUnknown ? LARGEST_PAGE_BYTES : pageBytes)));
  }

  private void require(boolean condition, String otherwise) throws TesteeException {
    if (!condition) {
      throw new TesteeException("malloc=" + lever.value() + " is not in force: " + otherwise);
    }
  }
}
