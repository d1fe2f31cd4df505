package snapbench.analysis.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import snapbench.analysis.fork.CountedAgain;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.fork.JudgedForks;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Fork.Testee;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.model.Parameter;
import snapbench.results.jmh.JmhResult;

/** Warnings of a cell: what its forks have on record. */
public final class CellWarnings {
  private final String subject;
  private final List<Fork> forks;
  private final List<Warning> warnings = new ArrayList<>();

  private CellWarnings(String subject, List<Fork> forks) {
    this.subject = subject;
    this.forks = List.copyOf(forks);
  }

  /**
   * Warnings of a cell.
   *
   * @param subject what to call it
   * @param forks its forks, at least one
   * @param judged those that were measured, judged
   * @param results JMH's results of the run
   */
  public static List<Warning> of(
      String subject, List<Fork> forks, JudgedForks judged, List<JmhResult> results) {
    CellWarnings found = new CellWarnings(subject, forks);
    found.plantedLeak();
    found.swappedOut();
    found.countedAgain();
    found.failedReadings();
    found.unverifiedDriver();
    List<JudgedFork> measured =
        judged.forks().stream().filter(fork -> fork.fork().state() == State.MEASURED).toList();
    VerdictWarnings.add(found, measured);
    NoiseWarnings.add(found, measured, results);
    return List.copyOf(found.warnings);
  }

  void add(WarningKind kind, String text, String advice) {
    warnings.add(new Warning(kind, subject, text, advice));
  }

  private void plantedLeak() {
    String leak = forks.get(0).plantedLeak();
    if (!Parameter.LEAK.isDefault(leak)) {
      add(
          WarningKind.PLANTED_LEAK,
          "-p leak=" + leak + " was planted: what grows says nothing about the driver",
          "leave out -p leak=");
    }
  }

  private void swappedOut() {
    double swap =
        DoubleStream.concat(
                forks.stream()
                    .flatMap(fork -> fork.cycles().stream())
                    .mapToDouble(cycle -> cycle.after().swapKiB()),
                iterations().stream()
                    .mapToDouble(iteration -> iteration.value(Metric.PROCESS_SWAP)))
            .filter(value -> !Double.isNaN(value))
            .max()
            .orElse(0);
    if (swap > 0) {
      add(
          WarningKind.SWAPPED_OUT,
          String.format(
              Locale.ROOT,
              "up to %,.0f KiB were swapped out: the resident set is less than the process uses",
              swap),
          "turn off swap (sudo swapoff -a) or lower -p scale=");
    }
  }

  private void countedAgain() {
    CountedAgain again = CountedAgain.of(forks);
    if (again.matters()) {
      add(
          WarningKind.COUNTED_AGAIN,
          again.seen(),
          again.isKnown() ? CountedAgain.ADVICE : CountedAgain.ADVICE_WITHOUT_LEDGER);
    }
  }

  private void failedReadings() {
    List<Iteration> readings =
        iterations().stream()
            .filter(each -> Metric.owners().stream().anyMatch(each::reports))
            .toList();
    long failed = readings.stream().filter(CellWarnings::hasFailed).count();
    if (failed > 0) {
      add(
          WarningKind.LEDGER_FAILED,
          "%d of %d readings of the ledger failed, and are unknown: causes rest on the others"
              .formatted(failed, readings.size()),
          "measure more iterations, on a quiet machine");
    }
  }

  private static boolean hasFailed(Iteration iteration) {
    return Metric.owners().stream().allMatch(owner -> Double.isNaN(iteration.value(owner)));
  }

  /** The bundled driver was verified when it was bundled. */
  private void unverifiedDriver() {
    Testee testee = forks.get(0).testee();
    boolean bundled = Parameter.DRIVER.isDefault(Parameter.DRIVER.in(forks.get(0).params()));
    if (testee != null && !bundled && "not verified".equals(testee.driverChecksum())) {
      add(
          WarningKind.UNVERIFIED_DRIVER,
          "there is no checksum to compare the driver's jar with: it may be another than its name"
              + " says",
          "compare the SHA-256 in cells/" + forks.get(0).number() + ".json with the publisher's");
    }
  }

  private List<Iteration> iterations() {
    return forks.stream().flatMap(fork -> fork.iterations().stream()).toList();
  }
}
