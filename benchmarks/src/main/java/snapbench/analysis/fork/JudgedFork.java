package snapbench.analysis.fork;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;
import snapbench.model.Metric;

/**
 * A fork with its series and what they came to. Judging a long series takes its time, so each is
 * read and judged when it is first asked for, and kept for all who ask again.
 */
public final class JudgedFork {
  private final Fork fork;
  private final SeriesContext context;
  private final Map<Quantity, Series> series = new ConcurrentHashMap<>();
  private final Map<Quantity, Judgement> judgements = new ConcurrentHashMap<>();
  private final Map<Metric, Judgement> owners = new ConcurrentHashMap<>();
  private @Nullable List<CauseFinding> findings;

  JudgedFork(Fork fork, Thresholds thresholds, double alpha) {
    this.fork = fork;
    this.context = ForkSeries.context(fork, thresholds, alpha);
  }

  /** The fork. */
  public Fork fork() {
    return fork;
  }

  /** What is known beside its series. */
  public SeriesContext context() {
    return context;
  }

  /** The series of a quantity of {@link ForkSeries#quantities()}; empty if it was not read. */
  public Series series(Quantity quantity) {
    return series.computeIfAbsent(quantity, of -> ForkSeries.of(fork, of));
  }

  /** The judgement on a quantity of {@link ForkSeries#quantities()}. */
  public Judgement judgement(Quantity quantity) {
    return judgements.computeIfAbsent(quantity, of -> Judge.judge(series(of), context));
  }

  /**
   * The judgement on one metric of the ledger, an owner's resident bytes or what the process says
   * of itself, by the rules of the resident set: INCONCLUSIVE where there are too few readings.
   *
   * @param metric one in KiB; its series has a value at the end of each iteration
   */
  public Judgement owner(Metric metric) {
    return owners.computeIfAbsent(
        metric, of -> Judge.judge(ForkSeries.ofMetrics(fork, List.of(of)), context));
  }

  /** What explains the growth of its memory, as {@link Attribution} finds it. */
  synchronized List<CauseFinding> findings() {
    if (findings == null) {
      findings = Attribution.of(this);
    }
    return findings;
  }
}
