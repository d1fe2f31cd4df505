package snapbench.self.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.model.Parameter;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.RunOptions;
import snapbench.testee.api.Leak;
import snapbench.testee.api.SnapshotKind;

/**
 * What a calibration measures.
 *
 * @param kinds kinds of snapshots, and {@code dumpLive} for cycles without one
 * @param leaks what to plant, besides nothing
 * @param scale size of the generated database
 * @param threads worker threads of the testee
 * @param cycles of each fork
 * @param forks of each kind and leak
 */
public record CalibrationPlan(
    List<String> kinds, List<String> leaks, String scale, String threads, int cycles, int forks) {
  /** Fewer get no verdict at all. */
  private static final int FEWEST_CYCLES = 8;

  /** Copies the lists. */
  public CalibrationPlan {
    kinds = kinds.stream().distinct().toList();
    leaks = leaks.stream().distinct().toList();
  }

  /** The leaks that are planted where the user does not say. */
  public static List<String> leaks(boolean quick) {
    return quick ? List.of("native:2%") : List.of("native:0.75%", "native:1%", "native:2%");
  }

  /** The number of cycles where the user does not say. */
  public static int cycles(boolean quick) {
    return quick ? 26 : 30;
  }

  /** The number of forks where the user does not say. */
  public static int forks(boolean quick) {
    return quick ? 5 : 20;
  }

  /**
   * Checks the options.
   *
   * @throws InvalidInputException naming the option, its value and what is valid
   */
  public void check(ParameterChecks checks) throws InvalidInputException {
    List<String> known =
        Stream.concat(
                Arrays.stream(SnapshotKind.values()).map(SnapshotKind::label),
                Stream.of(CalibrationCells.DUMP_LIVE))
            .toList();
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw new InvalidInputException(
            "--kinds " + kind + " is not possible; choose from " + String.join(", ", known));
      }
    }
    for (String leak : leaks) {
      checks.check(Parameter.LEAK, leak, "--leaks " + leak);
    }
    checks.check(Parameter.SCALE, scale, "--scale " + scale);
    checks.check(Parameter.THREADS, threads, "--threads " + threads);
    atLeast(FEWEST_CYCLES, "--cycles", cycles);
    atLeast(1, "--forks", forks);
  }

  private static void atLeast(int least, String option, int value) throws InvalidInputException {
    if (value < least) {
      throw new InvalidInputException(
          option + " " + value + " is not possible; choose a whole number from " + least);
    }
  }

  /**
   * The same as a command line of JMH's: single shots, each an iteration of one cycle; one fork of
   * each cell, then the second of each, so that whatever happens on the machine meets all alike.
   */
  public List<String> commandLine(String results) {
    List<String> snapshots =
        kinds.stream().filter(kind -> !kind.equals(CalibrationCells.DUMP_LIVE)).toList();
    List<String> arguments = new ArrayList<>();
    if (!snapshots.isEmpty()) {
      arguments.addAll(List.of("SnapshotBenchmark.snapshotAndDump$", "-p"));
      arguments.add("snapshot=" + String.join(",", snapshots));
    }
    if (kinds.contains(CalibrationCells.DUMP_LIVE)) {
      arguments.add("DumpBenchmark.dumpLive$");
    }
    String planted =
        Stream.concat(Stream.of(Leak.NONE.toString()), leaks.stream())
            .distinct()
            .collect(Collectors.joining(","));
    arguments.addAll(List.of("-p", "leak=" + planted, "-p", "scale=" + scale));
    arguments.addAll(List.of("-p", "threads=" + threads, "-bm", "ss", "-wi", "0"));
    arguments.addAll(List.of("-i", String.valueOf(cycles), "-f", String.valueOf(forks)));
    arguments.addAll(List.of(RunOptions.INTERLEAVE, RunOptions.RESULTS, results));
    return arguments;
  }
}
