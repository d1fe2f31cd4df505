package snapbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.model.Fork;
import snapbench.model.Look;
import snapbench.results.Cells;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;

class RunTest {
  private static final String JMH =
      """
      [ { "jmhVersion" : "1.37", "benchmark" : "a.B.c", "mode" : "thrpt",
          "params" : { "snapshot" : "memory" },
          "primaryMetric" : { "score" : 1.5, "scoreError" : "NaN", "scoreUnit" : "ops/s",
            "scoreConfidence" : [ "-INF", "+INF" ], "rawData" : [ [ 1.0, 2.0 ], [ 3.0, "NaN" ] ] },
          "secondaryMetrics" : { "process.rss" : { "score" : 5.0, "scoreError" : "+INF",
            "scoreUnit" : "KiB", "rawData" : [ [ 4.0, 5.0 ], [ 6.0 ] ] } } } ]
      """;

  @TempDir Path folder;

  @Test
  void readsBackWhatWasWritten() throws Exception {
    RunFolder run = RunFolder.create(folder, Instant.now(), null);
    List<Fork> cells =
        List.of(
            Cells.measured(1, "snapshotAndDump", 1, Map.of("snapshot", "memory"), 1, 2, 3),
            Cells.measured(2, "snapshotAndDump", 2, Map.of("snapshot", "memory"), 1, 2, 3));
    for (Fork cell : cells) {
      JsonFiles.write(run.file("cells").resolve(cell.number() + ".json"), cell);
    }
    JsonFiles.write(run.file("environment.json"), Map.of("cores", 2));
    Files.writeString(run.file("jmh-result.json"), JMH);
    Run read = Run.read(run.finish(true));
    assertThat(read.forks()).isEqualTo(cells);
    assertThat(read.environment()).isEqualTo(Map.of("cores", 2));
    assertThat(read.results()).hasSize(1);
  }

  /** As one that was killed before its plan was written, or that found no room for it. */
  @Test
  void saysThatAFailedRunDoesNotSayWhatItWasToMeasure() throws Exception {
    RunFolder run = RunFolder.create(folder, Instant.now(), null);
    assertThat(Run.read(run.path()).missing()).isEmpty();
    Path failed = run.finish(false);
    assertThat(Run.read(failed).missing())
        .containsExactly(failed.getFileName() + " does not say what it was to measure, and failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"cells\":[]} | line 1 is missing",
        "{\"state\":\"RUNNING\",\"cells\":[{\"benchmark\":\"a\",\"params\":{}}]} | line 1,"
            + " cells[0]",
        "{\"state\":\"RUNNING\",\"cells\":[{\"mode\":\"ss\",\"params\":{}}]} | line 1, cells[0]",
      })
  void refusesAPlanThatLacksSomething(String plan, String where) throws Exception {
    RunFolder run = RunFolder.create(folder, Instant.now(), null);
    Files.writeString(run.file("run.json"), plan);
    assertThatThrownBy(() -> Run.read(run.path()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("run.json is not what belongs there: ", where);
  }

  @Test
  void readsCellsFromBeforeThereWereLooks() throws Exception {
    RunFolder run = RunFolder.create(folder, Instant.now(), null);
    Path file = run.file("cells").resolve("1.json");
    Fork cell = Cells.measured(1, "snapshotAndDump", 1, Map.of(), 1, 2, 3);
    JsonFiles.write(file, cell.withLook(new Look(2, 4)));
    assertThat(Run.read(run.path()).forks()).extracting(Fork::look).containsExactly(new Look(2, 4));
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = (ObjectNode) mapper.readTree(file.toFile());
    assertThat(json.get("look")).hasToString("{\"number\":2,\"of\":4}");
    json.remove("look");
    mapper.writeValue(file.toFile(), json);
    assertThat(Run.read(run.path()).forks()).containsExactly(cell);
  }

  @Test
  void readsABareJmhFileWithACellForEachFork() throws Exception {
    Path file = Files.writeString(folder.resolve("bare.json"), JMH);
    Run run = Run.read(file);
    assertThat(run.environment()).isEmpty();
    assertThat(run.forks()).extracting(Fork::fork).containsExactly(1, 2);
    assertThat(run.forks().get(0).iterations())
        .extracting(iteration -> iteration.metrics().get("process.rss"))
        .containsExactly(4.0, 5.0);
    // One value for two iterations: JMH does not say of which.
    assertThat(run.forks().get(1).iterations())
        .extracting(iteration -> iteration.metrics().get("process.rss"))
        .containsExactly(Double.NaN, Double.NaN);
    assertThat(run.results().get(0).primaryMetric().scoreError()).isNaN();
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    Path cut = Files.writeString(folder.resolve("cut.json"), JMH.substring(0, 200));
    assertThatThrownBy(() -> Run.read(cut))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "cut.json is not a result file in JMH's JSON format: it is cut off: it");
    Path foreign = Files.writeString(folder.resolve("foreign.json"), "{\"a\": 1}");
    assertThatThrownBy(() -> Run.read(foreign))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("foreign.json is not a result file");
    Path other = Files.writeString(folder.resolve("other.json"), "[{\"a\": 1}]");
    assertThatThrownBy(() -> Run.read(other)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> Run.read(folder)).hasMessageContaining("has no cells in it");
    assertThatThrownBy(() -> Run.read(folder.resolve("no"))).hasMessageContaining("not exist");
  }

  @Test
  void namesACellThatIsCutOffAndARunThatFailed() throws Exception {
    RunFolder run = RunFolder.create(folder, Instant.now(), null);
    Path cell = Files.writeString(run.file("cells").resolve("1.json"), "{\"number\" : 1, ");
    assertThatThrownBy(() -> Run.read(run.path()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(cell + " is not a cell of a run: it is cut off");
    Path failed = run.finish(false);
    assertThatThrownBy(() -> Run.read(run.path())).hasMessageContaining("choose " + failed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[%s,%s] [%s]                   | more follows after its end, on line ",
        "[%s] trailing                  | more follows after its end, on line ",
        "[%s]]                          | more follows after its end, on line ",
        "~~                             | it is empty",
        "hello                          | line 1 is no JSON",
        "<html></html>                  | line 1 is no JSON",
        "null                           | it says null",
        "[%s, null]                     | a result in it is null",
        "[ {                            | it is cut off: it ends on line 1",
        "[{\"a\": 1}]                   | line 1, [0].benchmark is missing or is something else",
        "{}                             | line 1 is missing or is something else",
      })
  void saysInOurWordsWhatAFileHolds(String form, String message) throws Exception {
    Path file = folder.resolve("r.json");
    String entry = JMH.strip().substring(1, JMH.strip().length() - 1);
    Files.writeString(file, form.replace("%s", entry));
    assertThatThrownBy(() -> Run.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + " is not a result file in JMH's JSON format: ")
        .hasMessageContaining(message)
        .extracting(Throwable::getMessage, STRING)
        .doesNotContain("Json", "token", "class")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Infinity,Infinity",
    "-Infinity,-Infinity",
    "NaN,NaN",
    "\"+INF\",Infinity",
    "\"-INF\",-Infinity",
    "1e999,Infinity",
  })
  void readsWhatIsInfiniteOrUnknownHoweverItIsWritten(String written, double number)
      throws Exception {
    Path file = folder.resolve("r.json");
    Files.writeString(file, JMH.replace("1.0, 2.0", "1.0, " + written));
    assertThat(Run.read(file).results().get(0).primaryMetric().rawData().get(0))
        .containsExactly(1.0, number);
  }

  @Test
  void aCopiedCellIsNoFurtherFork() throws Exception {
    RunFolder run = RunFolder.create(folder, Instant.now(), null);
    Path cells = run.file("cells");
    Fork cell = Cells.measured(1, "snapshotAndDump", 1, Map.of(), 1, 2, 3);
    JsonFiles.write(cells.resolve("1.json"), cell);
    for (String name : List.of("1 (copy).json", "01.json", "2.json")) {
      Path copy = Files.copy(cells.resolve("1.json"), cells.resolve(name));
      assertThatThrownBy(() -> Run.read(run.path()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(copy + " holds fork 1, whose file is 1.json; remove the copy");
      Files.delete(copy);
    }
    assertThat(Run.read(run.path()).forks()).containsExactly(cell);
  }

  @Test
  void refusesAPipeOrAFolderInPlaceOfAFile() throws Exception {
    RunFolder run = RunFolder.create(folder, Instant.now(), null);
    Path cell = Files.createDirectory(run.file("cells").resolve("1.json"));
    assertThatThrownBy(() -> Run.read(run.path())).hasMessage(cell + " is a folder, not a file");
    Files.delete(cell);
    Path environment = Files.createDirectory(run.file("environment.json"));
    assertThatThrownBy(() -> Run.read(run.path()))
        .hasMessage(environment + " is a folder, not a file");
    Files.delete(environment);
    for (String name : List.of("cells/1.json", "jmh-result.json")) {
      Path pipe = pipe(run.file(name));
      assertThatThrownBy(() -> Run.read(run.path()))
          .hasMessage(pipe + " is a pipe or a device, not a file");
      Files.delete(pipe);
    }
    Path bare = pipe(folder.resolve("bare.json"));
    assertThatThrownBy(() -> Run.read(bare))
        .hasMessageStartingWith(bare + " is a pipe or a device, not a file; choose ");
    Path journal = pipe(run.file("cells").resolve("1.cycles.jsonl"));
    assertThatThrownBy(() -> CycleLog.read(journal)).hasMessageContaining(journal + "");
  }

  private static Path pipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }
}
