package snapbench.cli.testee;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code testee …}: runs the testee on its own, in the foreground. */
@Command(
    name = "testee",
    description = "runs the testee on its own; its options are described by testee --help")
public final class TesteeCommand implements Callable<Integer> {
  private final Launcher launcher;

  @Unmatched private List<String> arguments = new ArrayList<>();

  /** Starts a testee and waits for it. */
  @FunctionalInterface
  public interface Launcher {
    /**
     * Starts it and waits for its end.
     *
     * @param arguments what followed the word {@code testee}
     * @return its exit code
     * @throws Exception if it cannot be started; the message is for the user
     */
    int launch(List<String> arguments) throws Exception;
  }

  /** With what starts a testee. */
  public TesteeCommand(Launcher launcher) {
    this.launcher = launcher;
  }

  @Override
  public Integer call() throws Exception {
    return launcher.launch(List.copyOf(arguments));
  }
}
