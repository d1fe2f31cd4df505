package snapbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Reading;
import snapbench.results.ForkBuilder;

/**
 * Cells with a ledger after each cycle, of which the truth is known. Every owner has 10 MiB and a
 * noise of a few pages, the Java heap 256 MiB; the resident set is their sum.
 */
public final class LedgerCells {
  private static final List<String> OWNERS =
      List.of(
          "javaHeap",
          "metaspace",
          "codeCache",
          "threadStacks",
          "jvmOther",
          "directBuffers",
          "nativeLive",
          "nativeFree",
          "fileMapped",
          "unattributed");
  private static final double NOISE_KIB = 12;

  private final int cycles;
  private final int threads;
  private final Map<String, DoubleUnaryOperator> added = new LinkedHashMap<>();
  private DoubleUnaryOperator threadCount = cycle -> 20;
  private boolean ledger = true;

  /** With so many cycles on so many threads. */
  public LedgerCells(int cycles, int threads) {
    this.cycles = cycles;
    this.threads = threads;
  }

  /** What an owner has more, in KiB, after each cycle. */
  public LedgerCells add(String owner, DoubleUnaryOperator kib) {
    added.put(owner, kib);
    return this;
  }

  /** How many threads there are after each cycle. */
  public LedgerCells threadCount(DoubleUnaryOperator count) {
    threadCount = count;
    return this;
  }

  /** Without a ledger. */
  public LedgerCells withoutLedger() {
    ledger = false;
    return this;
  }

  /** A fork; another seed gives other noise. */
  public Fork cell(int fork) {
    Random random = new Random(fork);
    List<Cycle> all = new ArrayList<>();
    List<Iteration> iterations = new ArrayList<>();
    Reading baseline = null;
    for (int cycle = 0; cycle <= cycles; cycle++) {
      Map<String, Double> metrics = new LinkedHashMap<>();
      double rss = 0;
      for (String owner : OWNERS) {
        double kib = owner(owner, cycle) + Math.rint(random.nextGaussian() * NOISE_KIB / 4) * 4;
        rss += kib;
        metrics.put("ledger." + owner, kib);
      }
      metrics.put("heap.used", 4096 + random.nextInt(16) + more("heapUsed", cycle));
      Reading reading = new Reading(rss, 0, 20, threadCount.applyAsDouble(cycle));
      if (cycle == 0) {
        baseline = reading;
      } else {
        all.add(cycle(cycle, reading));
      }
      if (!ledger) {
        metrics.clear();
      }
      metrics.put("process.cycles", (double) cycle);
      iterations.add(new Iteration(cycle == 0, cycle, metrics));
    }
    return ForkBuilder.of("snapbench.workload.SnapshotBenchmark.snapshotAndDump", "ss")
        .fork(fork)
        .params(Map.of("threads", Integer.toString(threads)))
        .testee(testee())
        .baseline(baseline)
        .cycles(all)
        .iterations(iterations)
        .build();
  }

  private double owner(String owner, int cycle) {
    return (owner.equals("javaHeap") ? 256 : 10) * 1024 + more(owner, cycle);
  }

  private double more(String owner, int cycle) {
    return added.getOrDefault(owner, nothing -> 0).applyAsDouble(cycle);
  }

  private static Fork.Testee testee() {
    return new Fork.Testee(
        1, List.of(), "", "", "", List.of(), "", "", "", List.of(), "", Map.of(), 60L << 20, 1);
  }

  private static Cycle cycle(int number, Reading after) {
    return new Cycle(
        number, false, number, 0, after, 100, 10, 1, 80, 1, 60L << 20, 1000, 1000, 0, 0);
  }
}
