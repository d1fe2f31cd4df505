package snapbench.self.verdicts;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.analysis.verdict.Verdict;

/** {@code self looks}: the error rates of looking again, beside those of looking once. */
@Command(
    name = "looks",
    mixinStandardHelpOptions = true,
    description = "how often a cell is wrongly called GROWING where it is looked at until decided")
public final class RepeatedLooksCommand implements Callable<Integer> {
  private final PrintStream out;

  @Option(names = "--cells", description = "cells of each kind (default: ${DEFAULT-VALUE})")
  private int cells = 1000;

  /** With where to print. */
  public RepeatedLooksCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    List<Integer> cycles = RepeatedLooks.FOUR.cycles();
    out.println("looks, false GROWING % [95 %], growth found % [95 %], missed %");
    print("80 cycles at 5 %", new RepeatedLooks(List.of(80), 0.05));
    print("10, 20, 40, 80 at 5 % each", new RepeatedLooks(cycles, 0.05));
    print("10, 20, 40, 80 at 1.25 % each", RepeatedLooks.FOUR);
    return 0;
  }

  private void print(String title, RepeatedLooks looks) {
    Proportion alarms = looks.falseAlarms(cells);
    Proportion found = looks.found(cells, Verdict.GROWING);
    Proportion missed = new Proportion(found.of() - found.count(), found.of());
    out.println(
        title
            + (", " + alarms.percent() + " " + alarms.interval())
            + (", " + found.percent() + " " + found.interval())
            + (", " + missed.percent()));
  }
}
