package snapbench.host.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.LoadSample;
import snapbench.host.kernel.ProcessorTimes;
import snapbench.host.kernel.SizeText;

/** What else the machine is busy with. */
final class LoadCheck {
  private static final Pattern SOME = Pattern.compile("(?m)^some avg10=([0-9.]+)");
  private static final double FEW = 0.05;
  private static final double MANY = 0.15;
  private static final int BUSIEST = 3;
  private static final String WAIT = "wait until the others are done, or end them";

  private LoadCheck() {}

  /** Processor time that others used just now, by whom as far as they can be seen. */
  static Finding otherProcesses(Machine machine) {
    double share = machine.othersShare();
    List<String> busiest = busiest(machine);
    return Finding.of(
        FindingKind.OTHER_PROCESSES,
        Severity.of(share, FEW, MANY),
        SizeText.percent(share)
            + " of all cores"
            + (busiest.isEmpty() ? "" : ": " + String.join(", ", busiest)),
        WAIT);
  }

  private record Busy(String described, double share) {}

  private static List<String> busiest(Machine machine) {
    double core = machine.lately().perCore();
    return machine.after().others().entrySet().stream()
        .map(process -> busy(machine, process, core))
        .filter(busy -> busy.share() >= 2 * FEW)
        .sorted(Comparator.comparing(Busy::share).reversed())
        .limit(BUSIEST)
        .map(Busy::described)
        .toList();
  }

  private static Busy busy(
      Machine machine, Map.Entry<String, LoadSample.Used> process, double core) {
    LoadSample.Used now = process.getValue();
    LoadSample.Used before = machine.before().others().get(process.getKey());
    double share = (now.ticks() - (before == null ? 0 : before.ticks())) / core;
    String described =
        "%s (pid %s) %s of a core".formatted(now.name(), process.getKey(), SizeText.percent(share));
    return new Busy(described, share);
  }

  /** Of the last minute: it may be over by now, as a build before the run is. */
  static Finding loadAverage(Machine machine) {
    double load =
        machine
            .text("proc/loadavg")
            .map(text -> KernelFile.number(text.split(" ", 2)[0]))
            .orElseGet(Environment::currentLoadAverage);
    double logical = machine.after().processors().cores();
    double cores = Double.isNaN(logical) ? machine.cores() : logical;
    return Finding.of(
        FindingKind.LOAD_AVERAGE,
        ifBusy(machine, Severity.of(load / cores, 0.2, 0.7)),
        "%s on %s cores".formatted(SizeText.number(load, 2), SizeText.number(cores, 0)),
        WAIT);
  }

  /** Share of the last 10 s in which somebody waited for a core: Documentation/accounting/psi. */
  static Finding pressure(Machine machine) {
    double share = KernelFile.number(machine.root().resolve("proc/pressure/cpu"), SOME) / 100;
    return Finding.of(
        FindingKind.PROCESSOR_PRESSURE,
        ifBusy(machine, Severity.of(share, 0.02, 0.1)),
        "somebody waited for a core in " + SizeText.percent(share) + " of the last 10 s",
        WAIT);
  }

  /** What is over does not distort any more. */
  private static Severity ifBusy(Machine machine, Severity severity) {
    boolean over = machine.othersShare() < FEW;
    return over && severity == Severity.DISTORTS ? Severity.WORTH_KNOWING : severity;
  }

  static Finding stealTime(Machine machine) {
    ProcessorTimes lately = machine.lately();
    ProcessorTimes ever = machine.after().processors();
    double now = lately.stolen() / lately.total();
    double sinceBoot = ever.stolen() / ever.total();
    Severity severity =
        now > 0.02
            ? Severity.DISTORTS
            : Math.max(now, sinceBoot) > 0.005 ? Severity.WORTH_KNOWING : Severity.FINE;
    return Finding.of(
        FindingKind.STEAL_TIME,
        Severity.ofKnown(now + sinceBoot, severity),
        "%s now, %s since boot".formatted(SizeText.percent(now), SizeText.percent(sinceBoot)),
        "measure on a machine of its own, or with --interleave and more forks");
  }
}
