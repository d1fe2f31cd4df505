package snapbench.self.speed;

import java.nio.file.Path;
import java.util.Optional;
import snapbench.files.Executables;

/**
 * A program that may or may not be installed on this machine.
 *
 * @param command its name on the PATH
 * @param debianPackage the Debian package that brings it
 */
public record Tool(String command, String debianPackage) {
  /** Reports on processes; {@code ps -o rss= -p PID} is a resident set in KiB. */
  public static final Tool PS = new Tool("ps", "procps");

  /** Lists open files, and mapped ones, of processes. */
  public static final Tool LSOF = new Tool("lsof", "lsof");

  /** Runs a program as another user. */
  public static final Tool SETPRIV = new Tool("setpriv", "util-linux");

  /** The program, as the PATH of this process finds it; empty where it is not installed. */
  public Optional<Path> find() {
    return Executables.find(command);
  }

  /** What to tell a user who lacks it. */
  public String need() {
    return "needs the Debian package " + debianPackage + " (" + command + " was not found)";
  }
}
