package snapbench.self.chaos.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run has too little of: prlimit(1), a control group (version 1 or 2, below the root) or a
 * small tmpfs; the latter two need root.
 *
 * @param prefix what is put in front of its command
 * @param undo what ends it, as a command; empty if it ends by itself
 */
record Limit(List<String> prefix, List<String> undo) implements AutoCloseable {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");

  /** None. */
  static final Limit NONE = new Limit(List.of(), List.of());

  /**
   * Sets it up.
   *
   * @param amount in the disturbance's unit
   * @param folder of the run
   * @throws IOException if this process may not
   */
  static Limit of(Disturbance disturbance, int amount, Path folder)
      throws IOException, InterruptedException {
    String means = disturbance.means();
    return switch (disturbance) {
      case FEW_FILES -> prlimit(means, amount);
      case SMALL_FILES -> prlimit(means, (long) amount << 10);
      case LITTLE_ADDRESS_SPACE -> prlimit(means, (long) amount << 20);
      case FEW_PROCESSES -> group(means, "pids.max", "pids.max", amount, folder);
      case LITTLE_MEMORY ->
          group(means, "memory.limit_in_bytes", "memory.max", (long) amount << 20, folder);
      case FULL_DISK -> {
        run("mount", "-t", means, "-o", "size=" + amount + "k", means, folder.toString());
        yield new Limit(List.of(), List.of("umount", folder.toString()));
      }
      default -> NONE;
    };
  }

  private static Limit prlimit(String option, long amount) {
    return new Limit(List.of("prlimit", option + amount), List.of());
  }

  private static Limit group(
      String controller, String file, String fileOfVersion2, long amount, Path folder)
      throws IOException {
    boolean first = Files.isDirectory(GROUPS.resolve(controller));
    Path parent = first ? GROUPS.resolve(controller) : GROUPS;
    Path group = Files.createDirectory(parent.resolve("snapbench-" + folder.getFileName()));
    Files.writeString(group.resolve(first ? file : fileOfVersion2), Long.toString(amount));
    String enter = "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"";
    return new Limit(List.of("sh", "-c", enter, "sh"), List.of("rmdir", group.toString()));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said.strip());
    }
  }

  /** The command within the limit. */
  List<String> around(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  @Override
  public void close() throws IOException {
    if (!undo.isEmpty()) {
      try {
        run(undo.toArray(String[]::new));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
