package snapbench.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The compiler and libraries that one control is built with. */
interface Toolchain {
  /**
   * What there is on this machine.
   *
   * @param compiler path of the compiler
   * @param versions all versions that make a difference to the program
   * @param sqliteVersion version of SQLite, for instance {@code 3.40.1}
   * @param description the control and its versions, for people
   */
  record Found(Path compiler, List<String> versions, String sqliteVersion, String description) {}

  /** The control's name. */
  String name();

  /** Names of the source files, which are resources in a folder of that name. */
  List<String> files();

  /**
   * Looks for the compiler and the libraries.
   *
   * @param folder working folder of the commands that are run
   * @throws ControlException if something is missing
   */
  Found find(Path folder) throws IOException, InterruptedException;

  /**
   * Compiles the sources in a folder.
   *
   * @throws ControlException with the compiler's message
   */
  void compile(Found found, Path folder, Path program) throws IOException, InterruptedException;
}
