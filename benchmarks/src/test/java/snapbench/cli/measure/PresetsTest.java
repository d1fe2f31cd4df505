package snapbench.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.util.Optional;
import snapbench.cli.preset.Preset;
import snapbench.model.Parameter;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.Profilers;
import snapbench.run.plan.RunOptions;

/** What a preset and the options beside it come to. */
class PresetsTest {
  private static final String DRIVERS = "interleaved driver=A,B scale=0.02 snapshot=memory";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # what is given                        | what it comes to
          ""                                     | snapshot=memory,file -i 10
          -i 5                                   | snapshot=memory,file -i 5
          -i5 -p snapshot=memdb                  | snapshot=memdb -i 5
          -psnapshot=memdb -i=5                  | snapshot=memdb -i 5
          -e dumpLive                            | snapshot=memory,file -i 10
          -foe true -prof gc -rff dumpLive.json  | snapshot=memory,file -i 10 -prof gc
          --interleave                           | interleaved snapshot=memory,file -i 10
          dumpLive                               | dumpLive
          -f 1 dumpLive snapshotOnly             | dumpLive snapshotOnly -f 1
          default dumpLive                       | dumpLive snapshot=memory,file -i 10
          full                                   | scale=1.0 snapshot=memory,file -bm ss -wi 0 -i 48 -prof process:ledger=true
          --full -prof gc -prof=perfnorm         | scale=1.0 snapshot=memory,file -bm ss -wi 0 -i 48 -prof gc -prof perfnorm -prof process:ledger=true
          --full -prof process:live=none         | scale=1.0 snapshot=memory,file -bm ss -wi 0 -i 48 -prof process:live=none
          --full -prof gc -prof=process -bm avgt | scale=1.0 snapshot=memory,file -bm avgt -wi 0 -i 48 -prof gc -prof process
          --controls -prof gc                    | scale=1.0 snapshot=memory,file testee=jvm,c,go threads=0,1,16 -bm ss -wi 0 -i 20 -prof gc -prof process:ledger=true
          quick -r 1s                            | scale=0.05 snapshot=memory,file -wi 0 -i 3 -r 1 s
          --quick .*dumpLive -f 2                | .*dumpLive scale=0.05 snapshot=memory,file -f 2 -wi 0 -i 3 -r 3 s
          """)
  void whatIsGivenWinsOverThePreset(String given, String outcome) throws Exception {
    assertThat(outcome(given)).isEqualTo(outcome);
  }

  @Test
  void driversAreComparedWithTheFirst() throws Exception {
    assertThat(outcome("--drivers A,B -i 3"))
        .isEqualTo(
            "snapshotAndDump " + DRIVERS + " -f 10 -wi 1 -w 1 s -i 3 -r 250 ms reference driver=A");
    assertThat(outcome("drivers A,B --reference driver=B -f2"))
        .isEqualTo(
            "snapshotAndDump " + DRIVERS + " -f 2 -wi 1 -w 1 s -i 5 -r 250 ms reference driver=B");
    assertThat(outcome("--drivers A,B snapshotOnly --interleave"))
        .isEqualTo(
            "snapshotOnly " + DRIVERS + " -f 10 -wi 1 -w 1 s -i 5 -r 250 ms reference driver=A");
    assertThat(parsed("drivers A,B --alpha 0.1").comparison().criteria().alpha()).isEqualTo(0.1);
  }

  @Test
  void leversAreTakenOneAtATime() throws Exception {
    assertThat(outcome("levers -p malloc=system,trim -p schema=seed"))
        .isEqualTo(
            "snapshotAndDump one-at-a-time activity=dump,queries malloc=system,trim scale=0.5"
                + " schema=seed snapshot=memory,file,memdb,vacuum,serialize threads=16,1 -bm ss"
                + " -wi 0 -i 40 -prof process:ledger=true");
    assertThat(parsed("levers").options().parameterValues("malloc"))
        .hasSize(10)
        .contains("jemalloc:background_thread:true;dirty_decay_ms:500;muzzy_decay_ms:0");
  }

  @Test
  void everyPresetSaysWhatItMeasuresAndForHowLong() {
    for (Preset preset : Preset.values()) {
      assertThat(preset.announcement("A,B"))
          .matches("[A-Z][a-z]+: .+; about (a|an|\\d+) (minute|hour).*\\.");
      assertThat(preset.description()).contains("about ");
    }
    assertThat(Preset.DRIVERS.announcement("A,B"))
        .isEqualTo("Drivers: A,B, each compared with A; about a minute each.");
  }

  @Test
  void driversNeedAList() {
    for (String given : List.of("--drivers", "--drivers -f", "--drivers  -f 2")) {
      assertThatThrownBy(() -> outcome(given))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("--drivers needs a list, for instance");
    }
  }

  private static MeasureOptions.Parsed parsed(String given) throws InvalidInputException {
    List<String> words = given.isEmpty() ? List.of() : List.of(given.split(" ", -1));
    return MeasureOptions.parse(words, Profilers.none());
  }

  private static String outcome(String given) throws InvalidInputException {
    MeasureOptions.Parsed parsed = parsed(given);
    RunOptions options = parsed.options();
    List<String> words = new ArrayList<>(options.jmh().getIncludes());
    if (options.isInterleaved()) {
      words.add("interleaved");
    }
    if (options.isOneAtATime()) {
      words.add("one-at-a-time");
    }
    for (Parameter parameter : Parameter.values()) {
      List<String> values = options.parameterValues(parameter.label());
      if (!values.isEmpty()) {
        words.add(parameter.label() + "=" + String.join(",", values));
      }
    }
    new TreeSet<>(options.jmh().getBenchModes())
        .forEach(mode -> words.add("-bm " + mode.shortLabel()));
    add(words, "-f", options.jmh().getForkCount());
    add(words, "-wi", options.jmh().getWarmupIterations());
    add(words, "-w", options.jmh().getWarmupTime());
    add(words, "-i", options.jmh().getMeasurementIterations());
    add(words, "-r", options.jmh().getMeasurementTime());
    options
        .jmh()
        .getProfilers()
        .forEach(
            profiler ->
                words.add(
                    "-prof "
                        + profiler.getKlass()
                        + (profiler.getOpts().isEmpty() ? "" : ":" + profiler.getOpts())));
    if (parsed.comparison().reference() != null) {
      words.add("reference " + parsed.comparison().reference());
    }
    return String.join(" ", words);
  }

  private static void add(List<String> words, String flag, Optional<?> value) {
    if (value.hasValue()) {
      words.add(flag + " " + value.get());
    }
  }
}
