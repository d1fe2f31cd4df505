package snapbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.results.InvalidInputException;

/**
 * A limit that a ratio must not cross, such as {@code throughput<0.95}: crossed where the whole
 * interval lies beyond it. Throughput is a ratio of throughputs in every mode: in modes whose score
 * is a time, of the inverse.
 *
 * @param measure what must not
 * @param below whether it must not be below the limit, rather than above
 * @param limit the limit, a ratio of candidate to reference
 */
public record Gate(Measure measure, boolean below, double limit) {
  private static final String OPTION = "--fail-on ";
  private static final Pattern CONDITION =
      Pattern.compile("\\s*([a-z.]+)\\s*([<>])\\s*([0-9]+(?:\\.[0-9]+)?)\\s*");

  /**
   * What became of a gate at one of the comparisons that it is about.
   *
   * @param gate the gate
   * @param comparison the comparison
   * @param state what became of it
   */
  public record Check(Gate gate, MeasureComparison comparison, State state) {}

  /** Whether it was crossed. */
  public enum State {
    /** The whole interval is beyond the limit. */
    CROSSED,
    /** Part of the interval, or all of it, is not. */
    KEPT,
    /** There are too few forks to tell. */
    UNDECIDED
  }

  /**
   * Reads conditions.
   *
   * @param conditions separated by commas
   * @throws InvalidInputException naming the condition that is none, and the valid ones
   */
  public static List<Gate> parse(String conditions) throws InvalidInputException {
    List<Gate> gates = new ArrayList<>();
    for (String condition : conditions.split(",", -1)) {
      Matcher matcher = CONDITION.matcher(condition);
      Measure measure = matcher.matches() ? measure(matcher.group(1)) : null;
      double limit = measure == null ? 0 : Double.parseDouble(matcher.group(3));
      if (measure == null || !(limit > 0) || !Double.isFinite(limit)) {
        throw new InvalidInputException(
            OPTION
                + condition.strip()
                + " is not a condition; choose NAME<RATIO or NAME>RATIO, with NAME one of "
                + Measure.labels());
      }
      gates.add(new Gate(measure, matcher.group(2).equals("<"), limit));
    }
    return gates;
  }

  private static @Nullable Measure measure(String label) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.label().equals(label))
        .findFirst()
        .orElse(null);
  }

  /**
   * Checks gates at all comparisons that they are about.
   *
   * @throws InvalidInputException if a gate is about none, so that it could never be crossed
   */
  public static List<Check> check(List<Gate> gates, Comparison comparison)
      throws InvalidInputException {
    List<Check> checks = new ArrayList<>();
    for (Gate gate : gates) {
      int before = checks.size();
      comparison.all().stream()
          .filter(each -> each.measure() == gate.measure)
          .forEach(each -> checks.add(new Check(gate, each, gate.state(each))));
      if (checks.size() == before) {
        throw new InvalidInputException(
            OPTION + gate + " is about nothing that was compared; " + choices(comparison));
      }
    }
    return checks;
  }

  private static String choices(Comparison comparison) {
    return comparison.all().isEmpty()
        ? "nothing was"
        : comparison.all().stream()
            .map(each -> each.measure().label())
            .distinct()
            .collect(Collectors.joining(", ", "choose one of ", ""));
  }

  private State state(MeasureComparison comparison) {
    if (!comparison.isDecidable()) {
      return State.UNDECIDED;
    }
    RatioEstimate estimate = comparison.asThroughput();
    boolean crossed = below ? estimate.upper() < limit : estimate.lower() > limit;
    return crossed ? State.CROSSED : State.KEPT;
  }

  /** The condition as it was given, for instance {@code rss>1.1}. */
  @Override
  public String toString() {
    return measure.label() + (below ? "<" : ">") + limit;
  }
}
