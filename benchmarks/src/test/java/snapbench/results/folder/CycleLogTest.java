package snapbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.results.Cells;

class CycleLogTest {
  @TempDir Path folder;

  @Test
  void keepsEveryCycleUpToOneThatWasCutOff() throws Exception {
    Path file = folder.resolve("1.cycles.jsonl");
    try (CycleLog log = CycleLog.create(file)) {
      log.baseline(Cells.reading(1, Double.NaN));
      log.add(Cells.cycle(1, 2));
      log.add(Cells.cycle(2, 3));
    }
    Files.writeString(file, "{\"cycle\":{\"cyc", StandardOpenOption.APPEND);
    CycleLog.Content content = CycleLog.read(file);
    assertThat(content.baseline()).isEqualTo(Cells.reading(1, Double.NaN));
    assertThat(content.cycles()).containsExactly(Cells.cycle(1, 2), Cells.cycle(2, 3));
  }

  @Test
  void keepsWhatIdentifiesTheCellAndItsTestee() throws Exception {
    Path file = folder.resolve("7.cycles.jsonl");
    CycleLog.Header header =
        new CycleLog.Header(7, "a.B.c", "thrpt", 2, Map.of("snapshot", "memory"));
    try (CycleLog log = CycleLog.create(file, header)) {
      log.testee(Cells.testee());
      log.baseline(Cells.reading(1, 12));
      log.add(Cells.cycle(1, 2));
    }
    assertThat(CycleLog.read(file))
        .isEqualTo(
            new CycleLog.Content(
                header, Cells.testee(), Cells.reading(1, 12), List.of(Cells.cycle(1, 2))));
  }

  @Test
  void isEmptyWhereNothingWasLogged() throws Exception {
    assertThat(CycleLog.read(folder.resolve("absent"))).isEqualTo(CycleLog.Content.NOTHING);
  }

  @Test
  void refusesWhatIsNotALog() throws Exception {
    Path file = Files.writeString(folder.resolve("other"), "hello\n");
    assertThatThrownBy(() -> CycleLog.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("hello");
  }
}
