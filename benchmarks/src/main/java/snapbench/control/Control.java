package snapbench.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import snapbench.files.FileTrees;

/**
 * A control: a testee in another language, built from its source by the compiler of this machine
 * when it is first needed. What was built is kept in a cache folder, under a name that changes with
 * the source, the compiler and the version of SQLite.
 */
public final class Control {
  private final Toolchain toolchain;

  private Control(Toolchain toolchain) {
    this.toolchain = toolchain;
  }

  /**
   * The control of that name.
   *
   * @throws IllegalArgumentException if there is none, naming the value and the valid choices
   */
  public static Control of(String name) {
    return of(name, System.getenv());
  }

  /** The control of that name, built in that environment, whose PATH leads to the compiler. */
  static Control of(String name, Map<String, String> environment) {
    Commands commands = new Commands(environment);
    return switch (name) {
      case "c" -> new Control(new CToolchain(commands));
      case "go" -> new Control(new GoToolchain(commands));
      default ->
          throw new IllegalArgumentException(
              "control " + name + " is not known; choose one of c or go");
    };
  }

  /**
   * Builds the program unless the cache has it. Two processes may do so at the same time: the
   * program gets its name when it is complete.
   *
   * @param cacheFolder where the program is kept; made where it is missing
   * @param progress takes a line when the compiler is started, which may take some seconds
   * @throws ControlException if the compiler or a library is missing, or compiling fails or takes
   *     too long
   * @throws InterruptedException if the thread is interrupted; the compiler is ended
   */
  public Built build(Path cacheFolder, Consumer<String> progress)
      throws IOException, InterruptedException {
    Files.createDirectories(cacheFolder);
    Path work = Files.createTempDirectory(cacheFolder.toAbsolutePath(), "build-");
    try {
      Sources sources = Sources.unpack(toolchain.name(), toolchain.files(), work);
      Toolchain.Found found = toolchain.find(work);
      String fileName = "control-" + toolchain.name() + "-" + sources.key(found.versions());
      Path program = cacheFolder.toAbsolutePath().resolve(fileName);
      if (!Files.isExecutable(program)) {
        progress.accept("building the " + found.description());
        toolchain.compile(found, work, work.resolve("program"));
        Files.move(
            work.resolve("program"),
            program,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      return new Built(List.of(program.toString()), found.description());
    } finally {
      FileTrees.delete(work);
    }
  }
}
