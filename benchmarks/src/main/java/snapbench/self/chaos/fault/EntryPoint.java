package snapbench.self.chaos.fault;

import java.io.PrintStream;
import java.util.List;

/** The command line of this project, in this process. */
@FunctionalInterface
public interface EntryPoint {
  /** Runs a command and returns its exit code. */
  int run(List<String> arguments, PrintStream out, PrintStream err);
}
