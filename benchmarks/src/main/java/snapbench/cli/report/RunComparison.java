package snapbench.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.EnvironmentDifferences;
import snapbench.analysis.comparison.Pair;
import snapbench.analysis.comparison.Pairing;
import snapbench.analysis.gate.Gate;
import snapbench.cli.terminal.Streams;
import snapbench.report.Report;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Section;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.Plan;

/**
 * The comparison at the end of a run that was given a reference: of the values of one parameter.
 *
 * @param reference {@code name=value}; null for no comparison
 * @param criteria when a difference counts
 * @param gates what must not come true
 */
public record RunComparison(@Nullable String reference, Criteria criteria, List<Gate> gates) {
  public RunComparison {
    gates = List.copyOf(gates);
  }

  /**
   * What came of it.
   *
   * @param report for the console and the run's folder; null where nothing was asked for
   * @param checks what became of the gates
   * @param obstacle why nothing could be compared; empty if it could, or was not asked for
   */
  record Result(@Nullable Report report, GateChecks checks, String obstacle) {}

  /**
   * Checks before the first measurement that there will be something to compare.
   *
   * @throws InvalidInputException naming the reference and what the plan has
   */
  public void check(Plan plan, Streams streams) throws InvalidInputException {
    if (reference == null) {
      return;
    }
    int equals = reference.indexOf('=');
    String name = equals < 0 ? reference : reference.substring(0, equals);
    List<String> values = plan.values(name);
    if (equals < 0 || values.isEmpty()) {
      Set<String> names = new TreeSet<>();
      plan.cells().forEach(cell -> names.addAll(cell.params().keySet()));
      throw new InvalidInputException(
          refusal("is not a parameter and a value; choose one of " + String.join(", ", names)));
    }
    if (!values.contains(reference.substring(equals + 1))) {
      throw new InvalidInputException(
          refusal("will not be measured; choose one of " + String.join(", ", values)));
    }
    if (values.size() == 1) {
      throw new InvalidInputException(
          refusal("is all there is; give another value with -p " + name + "="));
    }
    int forks = plan.cells().stream().mapToInt(cell -> cell.forks()).min().orElse(0);
    if (forks < Criteria.MINIMUM_FORKS) {
      streams.say(
          "with -f %d nothing can be decided; give -f %d".formatted(forks, Criteria.MINIMUM_FORKS));
    } else if (plan.interleaved()) {
      checkPairs(plan, name, reference.substring(equals + 1), forks, streams);
    }
  }

  private void checkPairs(Plan plan, String name, String value, int forks, Streams streams) {
    long comparisons =
        plan.cells().stream()
            .filter(cell -> !value.equals(cell.params().getOrDefault(name, value)))
            .count();
    int needed = criteria.pairsNeeded((int) comparisons);
    if (forks < needed) {
      streams.say(
          "with -f %d no difference is significant after correction for %d comparisons, where forks are compared in pairs; give -f %d"
              .formatted(forks, comparisons, needed));
    }
  }

  /**
   * Checks that there is a reference where a gate needs one.
   *
   * @throws InvalidInputException naming the gate
   */
  void checkGates() throws InvalidInputException {
    for (Gate gate : gates) {
      if (reference == null && gate.needsReference()) {
        throw new InvalidInputException(
            Gate.OPTION + " " + gate + " needs " + ComparisonOptions.REFERENCE + " NAME=VALUE");
      }
    }
  }

  private String refusal(String why) {
    return ComparisonOptions.REFERENCE + " " + reference + " " + why;
  }

  /**
   * Compares what was measured; where the reference was not, that is what the report says.
   *
   * <p>A gate that is about nothing is undecided: what was measured must not be lost by it.
   */
  public Result of(JudgedRun judged) {
    if (reference == null) {
      return new Result(null, GateChecks.afterRun(gates, judged.measured(null), ""), "");
    }
    String title = "Comparison with " + reference;
    Pairing pairing;
    try {
      pairing = Pairing.within(judged.merged(), reference, judged.runParameter());
    } catch (InvalidInputException e) {
      String reason = String.valueOf(e.getMessage());
      return new Result(
          new Report(title, List.of(new Section("Not compared", List.of(), List.of(reason)))),
          GateChecks.afterRun(gates, judged.measured(null), reason),
          reason);
    }
    Comparison comparison = Comparison.of(pairing, criteria);
    return new Result(
        Report.of(title, warnings(pairing, judged.runParameter()), comparison),
        GateChecks.afterRun(gates, judged.measured(comparison), ""),
        "");
  }

  private static List<String> warnings(Pairing pairing, @Nullable String runParameter) {
    List<String> warnings = new ArrayList<>(EnvironmentDifferences.between(pairing, true));
    long across =
        runParameter == null || runParameter.equals(pairing.parameter())
            ? 0
            : pairing.pairs().stream().filter(pair -> isAcross(pair, runParameter)).count();
    if (across > 0) {
      warnings.add(
          "%d of %d pairs are of two runs: what changed on the machine between them is in the ratio"
              .formatted(across, pairing.pairs().size()));
    }
    return warnings;
  }

  private static boolean isAcross(Pair pair, String runParameter) {
    return !Objects.equals(
        pair.reference().key().params().get(runParameter),
        pair.candidate().key().params().get(runParameter));
  }
}
