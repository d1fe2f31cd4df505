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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script makes of presets and options: the command, which a double of java prints. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for bash")
class RunBenchIT {
  private static final Path SCRIPT = Path.of("..", "run-bench.sh").toAbsolutePath().normalize();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # what is given                          | what java is given after the jar
          ""                                       | -i 10 -p snapshot=memory,file
          -i 5                                     | -p snapshot=memory,file -i 5
          -i5 -p snapshot=memdb                    | -i5 -p snapshot=memdb
          -psnapshot=memdb -i=5                    | -psnapshot=memdb -i=5
          dumpLive                                 | -i 10 dumpLive
          .*dumpLive -f 2                          | -i 10 .*dumpLive -f 2
          DumpBenchmark                            | -i 10 DumpBenchmark
          -f 1 dumpLive snapshotOnly               | -i 10 -p snapshot=memory,file -f 1 dumpLive snapshotOnly
          -e dumpLive                              | -i 10 -p snapshot=memory,file -e dumpLive
          -foe true -prof gc -rff dumpLive.json    | -i 10 -p snapshot=memory,file -foe true -prof gc -rff dumpLive.json
          --full                                   | -p scale=1.0 -bm ss -wi 0 -i 48 -prof process:ledger=true -p snapshot=memory,file
          --full -prof gc -prof=perfnorm           | -p scale=1.0 -bm ss -wi 0 -i 48 -prof process:ledger=true -p snapshot=memory,file -prof gc -prof=perfnorm
          --full -prof process:live=none           | -p scale=1.0 -bm ss -wi 0 -i 48 -p snapshot=memory,file -prof process:live=none
          --full -prof gc -prof=process            | -p scale=1.0 -bm ss -wi 0 -i 48 -p snapshot=memory,file -prof gc -prof=process
          --controls -prof gc                      | -p testee=jvm,c,go -p threads=0,1,16 -p scale=1.0 -bm ss -wi 0 -i 20 -prof process:ledger=true -p snapshot=memory,file -prof gc
          --quick -r 1s                            | -p scale=0.05 -wi 0 -i 3 -p snapshot=memory,file -r 1s
          --drivers A,B -i 3                       | --interleave snapshotAndDump -p driver=A,B -p snapshot=memory -p scale=0.02 --reference driver=A -f 10 -wi 1 -w 1s -r 250ms -i 3
          --drivers A,B --reference driver=B -f2   | --interleave snapshotAndDump -p driver=A,B -p snapshot=memory -p scale=0.02 -wi 1 -w 1s -i 5 -r 250ms --reference driver=B -f2
          --drivers A,B snapshotOnly               | --interleave -p driver=A,B -p snapshot=memory -p scale=0.02 --reference driver=A -f 10 -wi 1 -w 1s -i 5 -r 250ms snapshotOnly
          --interleave --one-at-a-time dumpLive    | -i 10 --interleave --one-at-a-time dumpLive
          """)
  void whatIsGivenWinsOverThePreset(String given, String command) throws Exception {
    List<String> words = new ArrayList<>();
    for (String word : given.split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    assertThat(run(0, words)).endsWith("benchmarks.jar " + command);
  }

  @Test
  void wordsStayWhole() throws Exception {
    assertThat(run(0, List.of("-p", "snapshot=file", "-jvmArgs", "-Da=b c", "-o", "")))
        .endsWith("benchmarks.jar -i 10 -p snapshot=file -jvmArgs '-Da=b c' -o ''");
  }

  @Test
  void whatIsNoPresetIsRefused() throws Exception {
    assertThat(run(2, List.of("--fast"))).contains("--fast is not a preset; choose --quick,");
    assertThat(run(2, List.of("--drivers", "-f"))).contains("--drivers needs a list, for instance");
  }

  /** The last line of what the script prints, run from a folder of the user's. */
  private String run(int exitCode, List<String> arguments) throws Exception {
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
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("double").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
    List<String> lines = output.strip().lines().toList();
    return lines.get(lines.size() - 1);
  }
}
