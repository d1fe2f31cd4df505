package snapbench.self;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import snapbench.self.calibration.PlantedCauses;
import snapbench.self.chaos.ChaosCommand;
import snapbench.self.chaos.fault.EntryPoint;
import snapbench.self.comparison.SelfComparison;
import snapbench.self.comparison.SimulationCommand;
import snapbench.self.verdicts.ConfusionMatrix;
import snapbench.self.verdicts.RepeatedLooksCommand;

/** {@code self …}: how good the project's own answers are; not on the first page of the help. */
@Command(
    name = "self",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "measures the project itself: how often its answers are wrong")
public final class SelfCommand implements Runnable {
  private final PrintStream out;
  private final CommandLine line = new CommandLine(this);

  /** With where to print. */
  private SelfCommand(PrintStream out) {
    this.out = out;
  }

  /** The command with what is below it; the entry point is the command line it belongs to. */
  public static CommandLine with(PrintStream out, EntryPoint entryPoint) {
    return new SelfCommand(out)
        .line
        .addSubcommand(new ConfusionMatrix(out))
        .addSubcommand(new RepeatedLooksCommand(out))
        .addSubcommand(new SimulationCommand(out))
        .addSubcommand(new SelfComparison(out))
        .addSubcommand(new PlantedCauses(out))
        .addSubcommand(new ChaosCommand(out, entryPoint));
  }

  @Override
  public void run() {
    line.usage(out);
  }
}
