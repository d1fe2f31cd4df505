package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the script starts: the command, which a double of java prints. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for bash")
class RunBenchIT {
  private static final Path SCRIPT = Path.of("..", "run-bench.sh").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void handsOnWhatIsGivenWordForWord() throws Exception {
    assertThat(
            run(SCRIPT, List.of("--quick", "-p", "snapshot=file", "-jvmArgs", "-Da=b c", "-o", "")))
        .endsWith("benchmarks.jar --quick -p snapshot=file -jvmArgs '-Da=b c' -o ''");
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), SCRIPT);
    Path other = Files.createSymbolicLink(folder.resolve("other"), link.getFileName());
    assertThat(run(other, List.of())).endsWith("benchmarks/target/benchmarks.jar");
    Files.delete(other);
    Files.delete(link);
  }

  /** The last line of what the script prints, run from a folder of the user's. */
  private String run(Path script, List<String> arguments) throws Exception {
    Path java = Files.createDirectories(folder.resolve("double/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/usr/bin/env bash
        for word in "$@"; do
          if [[ -z $word || $word == *" "* ]]; then printf "'%s' " "$word"; else printf '%s ' "$word"; fi
        done
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("double").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    List<String> lines = output.strip().lines().toList();
    return lines.get(lines.size() - 1);
  }
}
