package snapbench.self.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import snapbench.analysis.verdict.Quantity;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.testee.api.Leak;

/** The forks of a calibration's run: what was planted in each, and what the judge says of it. */
public final class CalibrationCells {
  /** The word for cycles without a snapshot, the benchmark's method. */
  public static final String DUMP_LIVE = "dumpLive";

  private final Run run;

  public CalibrationCells(Run run) {
    this.run = run;
  }

  /**
   * Judges each fork after a third and two thirds of its cycles, and after all.
   *
   * @throws InvalidInputException if a cell's leak is none of ours
   */
  public Calibration judge() throws InvalidInputException {
    List<String> kinds = run.forks().stream().map(CalibrationCells::kind).distinct().toList();
    List<Fork> byKind =
        run.forks().stream()
            .filter(cell -> cell.state() == Fork.State.MEASURED)
            .sorted(Comparator.comparingInt(cell -> kinds.indexOf(kind(cell))))
            .toList();
    List<Trial> trials = new ArrayList<>();
    for (Fork cell : byKind) {
      trials.addAll(Trial.of(cell, kind(cell), planted(cell), thirds(cell.cycles().size())));
    }
    return Calibration.of(trials);
  }

  /** What was not measured, a line for each reason. */
  public List<String> unmeasured() {
    Map<String, Integer> forks = new LinkedHashMap<>();
    run.forks().stream()
        .filter(cell -> cell.state() != Fork.State.MEASURED)
        .map(cell -> kind(cell) + ", leak " + leak(cell) + ": " + cell.reason())
        .forEach(line -> forks.merge(line, 1, Integer::sum));
    return forks.entrySet().stream()
        .map(
            entry ->
                entry.getValue()
                    + (entry.getValue() == 1 ? " fork of " : " forks of ")
                    + entry.getKey())
        .toList();
  }

  private static List<Integer> thirds(int cycles) {
    return IntStream.of(cycles / 3, cycles * 2 / 3, cycles)
        .filter(each -> each > 0)
        .distinct()
        .boxed()
        .toList();
  }

  private static String kind(Fork cell) {
    return cell.params().getOrDefault(Parameter.SNAPSHOT.label(), DUMP_LIVE);
  }

  private static String leak(Fork cell) {
    return Parameter.LEAK.in(cell.params());
  }

  private static PlantedLeak planted(Fork cell) throws InvalidInputException {
    String text = leak(cell);
    if (!Leak.isValid(text)) {
      throw new InvalidInputException(
          "cell " + cell.number() + " has leak=" + text + ", which is none of " + Leak.CHOICES);
    }
    Leak leak = Leak.of(text);
    return leak.equals(Leak.NONE)
        ? PlantedLeak.NONE
        : new PlantedLeak(text, quantity(leak), perCycle(leak, cell));
  }

  private static Quantity quantity(Leak leak) {
    return switch (leak.kind()) {
      case FD -> Quantity.DESCRIPTORS;
      case THREAD -> Quantity.THREADS;
      default -> Quantity.RSS;
    };
  }

  /** In the unit of its series; what a connection or a statement takes is unknown. */
  private static double perCycle(Leak leak, Fork cell) {
    Fork.Testee testee = cell.testee();
    return switch (leak.kind()) {
      case FD, THREAD -> 1.0 / leak.every();
      case HEAP, DIRECT, NATIVE ->
          testee == null ? Double.NaN : leak.bytesPerCycle(testee.databaseBytes()) / 1024.0;
      default -> Double.NaN;
    };
  }
}
