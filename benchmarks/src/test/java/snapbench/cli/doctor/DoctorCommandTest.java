package snapbench.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.Main;
import snapbench.cli.measure.Diagnosis;
import snapbench.cli.measure.Wiring;
import snapbench.cli.terminal.Streams;
import snapbench.host.doctor.Environment;
import snapbench.host.doctor.Finding;
import snapbench.host.doctor.FindingKind;
import snapbench.host.doctor.Severity;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.Profilers;

class DoctorCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Wiring parts = new Wiring(Profilers.none(), ParameterChecks.standard(), Environment::read);
    return new Main(
            parts,
            Map.of("doctor", () -> new DoctorCommand(stream)),
            new Streams(stream, new PrintStream(err, true, StandardCharsets.UTF_8)))
        .run(List.of(arguments));
  }

  @Test
  void listsEveryFindingAndConcludesInOneLine() {
    assertThat(run("doctor")).isZero();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0)).startsWith("Severity ").endsWith(" Read");
    for (FindingKind kind : FindingKind.values()) {
      assertThat(lines).filteredOn(line -> line.contains("  " + kind.label() + "  ")).hasSize(1);
    }
    assertThat(lines.get(lines.size() - 1)).matches("(Fit to measure|Not fit for this run).*");
    assertThat(err.size()).isZero();
  }

  @Test
  void looksAtWhatARunOfThatSizeNeeds() throws Exception {
    assertThat(run("doctor", "--json", "--scale", "10", "--threads", "1024")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toByteArray());
    assertThat(json.path("conclusion").asText()).isNotEmpty();
    assertThat(json.path("findings")).hasSize(FindingKind.values().length);
    JsonNode memory =
        json.path("findings")
            .valueStream()
            .filter(finding -> finding.path("kind").asText().equals("FREE_MEMORY"))
            .findFirst()
            .orElseThrow();
    assertThat(memory.path("read").asText()).matches(".* the run may need [1-9][0-9,.]+ GiB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scale 90     | --scale 90 is not possible; choose a number from 0.001 to 10.0",
        "--threads none | --threads none is not possible; choose a whole number from 1 to 1024",
        "--results=     | --results needs a folder",
        "--nonsense     | Unknown option: '--nonsense'",
      })
  void refusesInOneLine(String arguments, String message) {
    assertThat(run(("doctor " + arguments).split(" ", -1))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("snapbench: " + message + "\n");
    assertThat(out.size()).isZero();
  }

  private static Finding finding(FindingKind kind, Severity severity) {
    return new Finding(kind, severity, "so much", "something", "an advice");
  }

  @Test
  void warnsOfTheWorstInOneLine() {
    Finding fine = finding(FindingKind.CORES, Severity.FINE);
    Finding known = finding(FindingKind.TURBO, Severity.WORTH_KNOWING);
    assertThat(new Diagnosis(List.of(known, fine)).warning()).isEmpty();
    assertThat(new Diagnosis(List.of(known, fine)).conclusion())
        .isEqualTo("Fit to measure; worth knowing: turbo");
    Diagnosis bad =
        new Diagnosis(
            List.of(
                finding(FindingKind.FREE_MEMORY, Severity.PREVENTS),
                finding(FindingKind.SWAP, Severity.DISTORTS),
                finding(FindingKind.STEAL_TIME, Severity.DISTORTS),
                finding(FindingKind.CLOCK_SOURCE, Severity.DISTORTS),
                known,
                fine));
    assertThat(bad.warning())
        .contains(
            "the run may not get to its end: free memory (so much); swap (so much); and 2 more; see"
                + " doctor");
    Finding swap = finding(FindingKind.SWAP, Severity.DISTORTS);
    assertThat(new Diagnosis(List.of(swap, known)).warning())
        .contains("the run is distorted: swap (so much); see doctor");
    assertThat(bad.conclusion())
        .isEqualTo(
            "Not fit for this run: free memory, and distorted by swap, steal time, clock source");
  }

  @Test
  void breaksTextsButNotCommands() {
    Finding finding =
        new Finding(
            FindingKind.SWAP,
            Severity.DISTORTS,
            "many words, more than there is room for in one line",
            "this and that, and that too, and everything else",
            "sudo a very long command that is to be copied as a whole");
    assertThat(new Diagnosis(List.of(finding)).table(40))
        .containsExactly(
            "Severity  What  Read",
            "distorts  swap  many words, more than",
            "                there is room for in one",
            "                line",
            "    distorts this and that, and that",
            "    too, and everything else",
            "    change: sudo a very long command that is to be copied as a whole");
  }
}
