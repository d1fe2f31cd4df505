package snapbench.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.analysis.LedgerCells;
import snapbench.model.Fork;
import snapbench.report.Report;
import snapbench.report.model.Headline;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;

/** Cells whose truth is known, and what the report says first of them. */
final class HeadlineCells {
  /** What a testee was started with, where nothing else is said. */
  static final List<String> COMMAND = List.of("java", "-cp", "testee.jar");

  /** Cycles in a round, which is the number of threads. */
  static final int ROUND = 4;

  /** In KiB. */
  static final double MIB = 1024;

  private static final String DRIVER = "org.xerial:sqlite-jdbc:3.54.1.0";
  private static final Map<String, Object> GLIBC =
      Map.of("operatingSystem", Map.of("libc", "glibc 2.36"));

  private static final int CYCLES = 48;

  /** The forks so far. */
  final List<Fork> forks = new ArrayList<>();

  /** Nothing but noise. */
  static LedgerCells planted() {
    return new LedgerCells(CYCLES, ROUND);
  }

  /** Retained by the allocator: as much as a database in each cycle of the first round. */
  static LedgerCells retained() {
    return planted().add("nativeFree", cycle -> Math.min(cycle, ROUND) * 60 * MIB);
  }

  /** Leaked by native code: 2 MiB in each cycle. */
  static LedgerCells leaking() {
    return planted().add("nativeLive", cycle -> cycle * 2 * MIB);
  }

  /** Resident sets in KiB that rise by as much with each of so many cycles. */
  static double[] steps(int count) {
    double[] series = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      series[i] = 100_000 + 100_000.0 * i;
    }
    return series;
  }

  /** With a fork of this plan, and with these parameters besides the usual. */
  HeadlineCells with(LedgerCells plan, String... params) {
    return with(plan, COMMAND, params);
  }

  /** With a fork of this plan, whose testee was started with a command. */
  HeadlineCells with(LedgerCells plan, List<String> command, String... params) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("threads", Integer.toString(ROUND));
    all.put("snapshot", "memory");
    all.put("malloc", "system");
    for (String param : params) {
      all.put(param.split("=", 2)[0], param.split("=", 2)[1]);
    }
    Fork cell = plan.cell(1);
    forks.add(Cells.with(cell, forks.size() + 1, all, Cells.testee(DRIVER, command)));
    return this;
  }

  /** Takes the last fork away, to be a fork of cell 1. */
  Fork take(int fork) {
    Fork last = forks.remove(forks.size() - 1);
    return ForkBuilder.like(last).number(1).fork(fork).build();
  }

  /** The report on them, on a machine with glibc. */
  Report report() {
    return Report.of(new Run(Path.of("run"), forks, GLIBC, List.of()));
  }

  /** What the report says first. */
  List<Headline> headlines() {
    return report().headlines();
  }

  /** The only headline. */
  String only() {
    assertThat(headlines()).hasSize(1);
    return headlines().get(0).sentences();
  }
}
