package snapbench.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.gate.Gate;
import snapbench.results.files.InvalidInputException;

/** The options of a comparison: those of {@code compare}, and of a run that ends with one. */
public final class ComparisonOptions {
  public static final String REFERENCE = "--reference";

  @Option(
      names = REFERENCE,
      paramLabel = "NAME=VALUE",
      description = "within one run: the parameter's value that all its others are compared with")
  private @Nullable String reference;

  @Option(
      names = "--minimum-effect",
      paramLabel = "SHARE",
      description = "the smallest difference in speed that counts (default: ${DEFAULT-VALUE})")
  private double minimumEffect = Criteria.STANDARD.minimumEffect();

  @Option(
      names = "--minimum-memory-effect",
      paramLabel = "SHARE",
      description = "the smallest difference in memory that counts (default: ${DEFAULT-VALUE})")
  private double minimumMemoryEffect = Criteria.STANDARD.minimumMemoryEffect();

  @Option(
      names = "--alpha",
      paramLabel = "SHARE",
      description = "level of the rank test and of the interval (default: ${DEFAULT-VALUE})")
  private double alpha = Criteria.STANDARD.alpha();

  @Option(
      names = Gate.OPTION,
      paramLabel = "CONDITIONS",
      description =
          "exit with 3 where the whole interval of a ratio lies beyond a limit, for instance"
              + " 'throughput<0.95,rss>1.10', or where a cell has this verdict or cause, for"
              + " instance GROWING or NATIVE_LEAK")
  private @Nullable String failOn;

  /**
   * Checks that there is a reference where something needs one.
   *
   * @param given the command line
   * @throws InvalidInputException naming what needs it
   */
  public void requireReference(ParseResult given) throws InvalidInputException {
    if (reference != null) {
      return;
    }
    Optional<String> needing =
        Stream.concat(
                gates().stream().filter(Gate::needsReference).map(gate -> Gate.OPTION + " " + gate),
                Stream.of("--minimum-effect", "--minimum-memory-effect", "--alpha")
                    .filter(given::hasMatchedOption))
            .findFirst();
    if (needing.isPresent()) {
      throw new InvalidInputException(
          "%s needs %s NAME=VALUE, a parameter's value that its others are compared with"
              .formatted(needing.get(), REFERENCE));
    }
  }

  /**
   * What is asked for.
   *
   * @throws InvalidInputException naming the option that is wrong, or the condition that is none
   */
  public RunComparison asked() throws InvalidInputException {
    Criteria criteria = Criteria.parse(minimumEffect, minimumMemoryEffect, alpha);
    return new RunComparison(reference, criteria, gates());
  }

  private List<Gate> gates() throws InvalidInputException {
    return failOn == null ? List.of() : Gate.parse(failOn);
  }
}
