package snapbench.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import snapbench.run.plan.Profilers;
import snapbench.run.plan.RunOptions;

class SelectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-prof gc           | -prof gc concerns JMH's fork, not the testee; for",
        "-jvm java -prof gc | -jvm, -prof gc concern JMH's fork, not the testee; for",
      })
  void tellsWhatDoesNotReachTheTestee(String given, String note) throws Exception {
    RunOptions options =
        MeasureOptions.parse(List.of(given.split(" ", -1)), Profilers.none()).options();
    Selection selection =
        new Selection(
            options,
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
            Set.of());
    assertThat(selection.notes()).singleElement().asString().startsWith(note);
  }
}
