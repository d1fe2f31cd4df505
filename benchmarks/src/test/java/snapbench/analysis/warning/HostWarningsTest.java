package snapbench.analysis.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import snapbench.host.doctor.FindingKind;

class HostWarningsTest {
  private static Map<String, Object> environment(String kind, String severity) {
    return Map.of(
        "findings",
        List.of(
            Map.of(
                "kind", kind,
                "severity", severity,
                "read", "so much",
                "distorts", "this",
                "advice", "do that")));
  }

  @ParameterizedTest
  @CsvSource({
    "FREE_MEMORY,            PREVENTS,      LITTLE_SPACE",
    "RESULTS_FILE_SYSTEM,    DISTORTS,      DUMP_FOLDER",
    "FREQUENCY_GOVERNOR,     DISTORTS,      FREQUENCY_SCALING",
    "TURBO,                  WORTH_KNOWING, FREQUENCY_SCALING",
    "OTHER_PROCESSES,        DISTORTS,      OTHER_LOAD",
    "VIRTUAL_MACHINE,        WORTH_KNOWING, VIRTUAL_MACHINE",
    "STEAL_TIME,             DISTORTS,      VIRTUAL_MACHINE",
    "PROCESSOR_LIMIT,        DISTORTS,      THROTTLED_CONTAINER",
    "THROTTLING,             DISTORTS,      THROTTLED_CONTAINER",
    "SWAP,                   DISTORTS,      SWAP",
    "TRANSPARENT_HUGE_PAGES, DISTORTS,      HUGE_PAGES",
    "RESIDENT_COUNTER,       WORTH_KNOWING, LAGGING_COUNTER",
    "ALLOCATOR_VARIABLES,    DISTORTS,      INHERITED_VARIABLES",
    "CLOCK_SOURCE,           DISTORTS,      MACHINE",
    "OF_A_LATER_VERSION,     DISTORTS,      MACHINE",
  })
  void warnsOfWhatMatters(String kind, String severity, WarningKind expected) {
    List<Warning> warnings = HostWarnings.of("the machine", environment(kind, severity));
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).kind()).isEqualTo(expected);
    assertThat(warnings.get(0).subject()).isEqualTo("the machine");
    assertThat(warnings.get(0).text()).endsWith(": so much; it distorts this");
    assertThat(warnings.get(0).advice()).isEqualTo("do that");
  }

  @ParameterizedTest
  @EnumSource(FindingKind.class)
  void isSilentOfWhatIsFineOrUnknown(FindingKind kind) {
    assertThat(HostWarnings.of("m", environment(kind.name(), "FINE"))).isEmpty();
    assertThat(HostWarnings.of("m", environment(kind.name(), "UNKNOWN"))).isEmpty();
  }

  @Test
  void isSilentOfRunsWithoutFindingsAndOfOtherTexts() {
    assertThat(HostWarnings.of("m", Map.of())).isEmpty();
    assertThat(HostWarnings.of("m", Map.of("findings", "none"))).isEmpty();
    assertThat(HostWarnings.of("m", Map.of("findings", List.of("x", Map.of("severity", 1)))))
        .isEmpty();
    assertThat(HostWarnings.of("m", environment("CONTAINER", "WORTH_KNOWING"))).isEmpty();
  }
}
