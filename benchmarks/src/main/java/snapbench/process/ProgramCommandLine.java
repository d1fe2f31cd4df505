package snapbench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a program that keeps the testee contract is started.
 *
 * @param program the program and its own arguments
 * @param database the SQLite file that it loads
 * @param threads its worker threads; 0 where it chooses
 * @param environment variables added to this process's own
 * @param folder all that is removed after it
 */
public record ProgramCommandLine(
    List<String> program,
    Path database,
    int threads,
    Map<String, String> environment,
    Path folder) {
  /** The version of the contract. */
  public static final int CONTRACT = 1;

  /** Copies the collections. */
  public ProgramCommandLine {
    program = List.copyOf(program);
    environment = Map.copyOf(environment);
  }

  /** The command line, program first. */
  public List<String> line() {
    List<String> line = new ArrayList<>(program);
    line.addAll(
        List.of(
            "--contract",
            Integer.toString(CONTRACT),
            "--db",
            database.toAbsolutePath().toString(),
            "--threads",
            Integer.toString(threads),
            "--dump",
            dump().toString()));
    return line;
  }

  /** Where it is started and has its temporary files: empty before and after. */
  public Path workingFolder() {
    return folder.toAbsolutePath().resolve("work");
  }

  /** Where it writes its dumps. */
  public Path dump() {
    return folder.toAbsolutePath().resolve("dump.sql");
  }
}
