package snapbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import snapbench.process.JvmOptions;

/** The command line in a process of its own that finds no other program. */
public final class MainProcess {
  private MainProcess() {}

  /** Starts it in an empty folder, which is all there is to look for programs in, too. */
  public static Process start(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    JvmOptions.removeFrom(builder.environment());
    builder.environment().put("PATH", folder.toString());
    return builder.start();
  }
}
