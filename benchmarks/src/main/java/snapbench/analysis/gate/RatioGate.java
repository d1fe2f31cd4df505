package snapbench.analysis.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.Measure;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.Pair;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.results.files.InvalidInputException;

/**
 * A limit that a ratio must not cross, such as {@code throughput<0.95}: crossed where the whole
 * interval lies beyond it. Throughput is a ratio of throughputs in every mode: in modes whose score
 * is a time, of the inverse.
 *
 * @param measure what must not
 * @param below whether it must not be below the limit, rather than above
 * @param limit the limit, a ratio of candidate to reference
 */
record RatioGate(Measure measure, boolean below, double limit) implements Gate {
  private static final Pattern CONDITION =
      Pattern.compile("([a-z.]+)\\s*([<>])\\s*([0-9]+(?:\\.[0-9]+)?)");

  /** The gate that a condition names; empty if it is none. */
  static Optional<RatioGate> parse(String condition) {
    Matcher matcher = CONDITION.matcher(condition);
    return Arrays.stream(Measure.values())
        .filter(each -> matcher.matches() && each.label().equals(matcher.group(1)))
        .map(
            each ->
                new RatioGate(
                    each, matcher.group(2).equals("<"), Double.parseDouble(matcher.group(3))))
        .filter(gate -> gate.limit > 0 && Double.isFinite(gate.limit))
        .findFirst();
  }

  @Override
  public boolean needsReference() {
    return true;
  }

  @Override
  public List<Check> check(Measured measured) throws InvalidInputException {
    Comparison comparison =
        Objects.requireNonNull(measured.comparison(), "a ratio needs a reference");
    List<MeasureComparison> compared =
        comparison.all().stream().filter(each -> each.measure() == measure).toList();
    if (compared.isEmpty()
        && comparison.notCompared().stream().noneMatch(each -> each.measure() == measure)) {
      throw new InvalidInputException(OPTION + " " + this + why(comparison));
    }
    Stream<Check> undecided =
        comparison.notCompared().stream()
            .filter(each -> each.isAbout(measure))
            .map(each -> new Check(State.UNDECIDED, this + ": " + each));
    return Stream.concat(compared.stream().map(this::check), undecided).toList();
  }

  private String why(Comparison comparison) {
    boolean isNotNeeded =
        measure == Measure.PSS
            && !comparison.cycles().isEmpty()
            && comparison.cycles().keySet().stream().noneMatch(Pair::countsAgain);
    return isNotNeeded
        ? ": no resident set is known to count pages again, so "
            + measure.label()
            + " was not compared; "
            + choices(comparison)
        : " is about nothing that was compared; " + choices(comparison);
  }

  private static String choices(Comparison comparison) {
    return comparison.all().isEmpty()
        ? "nothing was"
        : comparison.all().stream()
            .map(each -> each.measure().label())
            .distinct()
            .collect(Collectors.joining(", ", "choose one of ", ""));
  }

  private Check check(MeasureComparison comparison) {
    String about = this + ": " + comparison.pair().candidate().key() + ": ";
    if (!comparison.isDecidable()) {
      return new Check(
          State.UNDECIDED, about + "fewer than " + Criteria.MINIMUM_FORKS + " forks on a side");
    }
    RatioEstimate ratio = comparison.asThroughput();
    if (!ratio.isBounded()) {
      return new Check(
          State.UNDECIDED, about + "there are too few forks for an interval of that confidence");
    }
    boolean crossed = below ? ratio.upper() < limit : ratio.lower() > limit;
    String found =
        String.format(
            Locale.ROOT,
            "%.4f, interval %.4f to %.4f",
            ratio.ratio(),
            ratio.lower(),
            ratio.upper());
    return new Check(crossed ? State.CROSSED : State.KEPT, about + found);
  }

  /** The condition as it was given, for instance {@code rss>1.1}. */
  @Override
  public String toString() {
    return measure.label() + (below ? "<" : ">") + limit;
  }
}
