package snapbench.self.comparison;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.analysis.comparison.Outcome;
import snapbench.results.files.InvalidInputException;

/** {@code self simulation}: a table of how often simulated comparisons are wrong. */
@Command(
    name = "simulation",
    mixinStandardHelpOptions = true,
    description = "compares simulated runs of known difference and counts what they are called")
public final class SimulationCommand implements Callable<Integer> {
  private final PrintStream out;

  @Option(names = "--comparisons", description = "for each figure (default: ${DEFAULT-VALUE})")
  private int comparisons = 1000;

  @Option(names = "--seed", description = "of the runs (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  /** With where to print. */
  public SimulationCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InvalidInputException {
    out.printf("%d comparisons for each figure, seed %d%n", comparisons, seed);
    out.println(
        "forks  noise  machine  order        A/A alarms  A/A same  -5 % worse  -5 % better");
    Random random = new Random(seed);
    for (int forks : new int[] {10, 20}) {
      for (double noise : new double[] {0.01, 0.02, 0.03, 0.05}) {
        for (double machine : new double[] {0, 0.1}) {
          print(new ComparisonSimulation(forks, noise, machine, true), random);
          print(new ComparisonSimulation(forks, noise, machine, false), random);
        }
      }
    }
    return 0;
  }

  private void print(ComparisonSimulation simulation, Random random) throws InvalidInputException {
    Map<Outcome, Integer> same = simulation.words(comparisons, 1, random);
    Map<Outcome, Integer> slower = simulation.words(comparisons, 0.95, random);
    out.printf(
        Locale.ROOT,
        "%5d  %3.0f %%  %5.0f %%  %-11s  %8.1f %%  %6.1f %%  %8.1f %%  %9.1f %%%n",
        simulation.forks(),
        100 * simulation.forkNoise(),
        100 * simulation.machineNoise(),
        simulation.interleaved() ? "interleaved" : "one by one",
        percent(same, Outcome.BETTER) + percent(same, Outcome.WORSE),
        percent(same, Outcome.SAME),
        percent(slower, Outcome.WORSE),
        percent(slower, Outcome.BETTER));
  }

  private double percent(Map<Outcome, Integer> counts, Outcome outcome) {
    return 100.0 * counts.getOrDefault(outcome, 0) / comparisons;
  }
}
