package snapbench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts a program that keeps the testee contract.
 *
 * @param program the program and its own arguments
 * @param database the SQLite file that it loads
 * @param threads its worker threads; 0 where it chooses
 * @param environment variables added to this process's own
 * @param folder all that is removed after it
 */
public record ProgramLauncher(
    List<String> program, Path database, int threads, Map<String, String> environment, Path folder)
    implements TesteeLauncher {
  /** The version of the contract. */
  public static final int CONTRACT = 1;

  public ProgramLauncher {
    program = List.copyOf(program);
    environment = Map.copyOf(environment);
  }

  @Override
  public ProgramTestee start(TesteeLimits limits, Consumer<String> log) throws IOException {
    Map<String, String> temporary = Map.of("TMPDIR", workingFolder().toString());
    return new ProgramTestee(this, ChildProcess.start(this, temporary, limits, log));
  }

  @Override
  public List<String> line() {
    List<String> line = new ArrayList<>(program);
    line.addAll(List.of("--contract", Integer.toString(CONTRACT)));
    line.addAll(List.of("--db", database.toAbsolutePath().toString()));
    line.addAll(List.of("--threads", Integer.toString(threads)));
    line.addAll(List.of("--dump", dump().toString()));
    return line;
  }

  /** Empty before and after. */
  @Override
  public Path workingFolder() {
    return folder.toAbsolutePath().resolve("work");
  }

  /** Where it writes its dumps. */
  public Path dump() {
    return folder.toAbsolutePath().resolve("dump.sql");
  }
}
