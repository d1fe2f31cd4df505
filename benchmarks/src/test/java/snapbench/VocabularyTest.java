package snapbench;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Param;
import snapbench.cli.testee.OurParameters;
import snapbench.model.Metric;
import snapbench.model.Parameter;
import snapbench.results.files.InvalidInputException;
import snapbench.workload.ActivityState;
import snapbench.workload.SnapshotState;
import snapbench.workload.TesteeState;

/**
 * The words of {@code snapbench.model} stand there and nowhere else: no other main source of the
 * benchmarks has a parameter's name or a metric's label as a text, or turns {@code ;} into a comma.
 * Looked at are whole string literals outside comments; texts of messages, and resources, may name
 * what they speak of. JMH's {@code @Param} fields, which must repeat names and defaults, are
 * compared with the model instead.
 */
final class VocabularyTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "snapbench");
  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern DECODING = Pattern.compile("replace(?:All)?\\(\\s*['\"];['\"],");

  /** Files in which a word is something else than a parameter, which it is not called after. */
  private static final Map<String, Set<String>> OTHER_MEANINGS =
      Map.ofEntries(
          // fields of the testee contract
          Map.entry("process/CycleAnswers.java", Set.of("snapshot", "activity")),
          Map.entry("process/ProgramTestee.java", Set.of("snapshot", "activity")),
          // columns of series.csv, and quantities of a process
          Map.entry("results/csv/SeriesCsv.java", Set.of("threads")),
          Map.entry("results/csv/CycleTables.java", Set.of("threads")),
          Map.entry("results/csv/HeadingUnit.java", Set.of("threads")),
          Map.entry("analysis/verdict/Quantity.java", Set.of("threads")),
          Map.entry("check/CycleChecks.java", Set.of("threads")),
          // JMH's own threads and arguments, in its result
          Map.entry("results/jmh/JmhSettings.java", Set.of("threads", "jvmArgs")),
          // words of a sentence, of Vega-Lite, of a folder, of a message, of picocli
          Map.entry("report/cell/CellTitle.java", Set.of("snapshot")),
          Map.entry("report/cell/CellStyles.java", Set.of("scale")),
          Map.entry("cli/drivers/DriverProbe.java", Set.of("testee")),
          Map.entry("cli/drivers/DriversCommand.java", Set.of("driver")),
          Map.entry("cli/Main.java", Set.of("testee")),
          Map.entry("cli/testee/TesteeCommand.java", Set.of("testee")),
          Map.entry("self/calibration/PlantedLeak.java", Set.of("leak")));

  @Test
  void noParameterIsNamedOutsideOfTheModel() {
    Set<String> names = Arrays.stream(Parameter.values()).map(Parameter::label).collect(toSet());
    assertThat(literals(names)).isEmpty();
  }

  @Test
  void noMetricIsNamedOutsideOfTheModel() {
    Set<String> labels = Arrays.stream(Metric.values()).map(Metric::label).collect(toSet());
    assertThat(literals(labels)).isEmpty();
  }

  @Test
  void onlyTheModelKnowsWhatASemicolonStandsFor() {
    assertThat(sources().filter(file -> DECODING.matcher(code(file)).find())).isEmpty();
  }

  @Test
  void theFieldsOfJmhHaveTheNamesAndDefaultsOfTheModel() {
    Map<String, String> declared = new LinkedHashMap<>();
    for (Class<?> state : List.of(ActivityState.class, SnapshotState.class, TesteeState.class)) {
      for (Field field : state.getFields()) {
        declared.put(field.getName(), String.join(",", field.getAnnotation(Param.class).value()));
      }
    }
    Map<String, String> ours = new LinkedHashMap<>();
    for (Parameter parameter : Parameter.values()) {
      ours.put(parameter.label(), parameter.defaultValue());
    }
    assertThat(declared).isEqualTo(ours);
  }

  @ParameterizedTest
  @EnumSource(value = Parameter.class, names = "JVM_ARGS", mode = EnumSource.Mode.EXCLUDE)
  void whatIsRefusedIsToldTheLegalValuesOfTheModel(Parameter parameter) throws Exception {
    OurParameters.checks().check(parameter, parameter.defaultValue(), "default");
    assertThatThrownBy(() -> OurParameters.checks().check(parameter, "no such value", "-p"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("-p is not possible; choose " + parameter.choices());
  }

  /** Where the words are written as a text, as {@code file: word}. */
  private static Set<String> literals(Set<String> words) {
    Set<String> found = new TreeSet<>();
    sources()
        .forEach(
            file -> {
              String name = SOURCES.relativize(file).toString().replace('\\', '/');
              Matcher literal = LITERAL.matcher(code(file));
              while (literal.find()) {
                String word = literal.group(1);
                if (words.contains(word)
                    && !OTHER_MEANINGS.getOrDefault(name, Set.of()).contains(word)) {
                  found.add(name + ": " + word);
                }
              }
            });
    return found;
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith(SOURCES.resolve("model")))
              .toList();
      assertThat(sources).hasSizeGreaterThan(100);
      return sources.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String code(Path file) {
    try {
      return COMMENT.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
