package snapbench.analysis.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import snapbench.results.folder.HostFinding;

/** Warnings of what was found of the machine before a run. */
public final class HostWarnings {
  private static final Map<String, WarningKind> KINDS =
      Map.ofEntries(
          Map.entry("FREE_MEMORY", WarningKind.LITTLE_SPACE),
          Map.entry("MEMORY_LIMIT", WarningKind.LITTLE_SPACE),
          Map.entry("RESULTS_SPACE", WarningKind.LITTLE_SPACE),
          Map.entry("TEMPORARY_SPACE", WarningKind.LITTLE_SPACE),
          Map.entry("RESULTS_FILE_SYSTEM", WarningKind.DUMP_FOLDER),
          Map.entry("FREQUENCY_GOVERNOR", WarningKind.FREQUENCY_SCALING),
          Map.entry("TURBO", WarningKind.FREQUENCY_SCALING),
          Map.entry("OTHER_PROCESSES", WarningKind.OTHER_LOAD),
          Map.entry("LOAD_AVERAGE", WarningKind.OTHER_LOAD),
          Map.entry("PROCESSOR_PRESSURE", WarningKind.OTHER_LOAD),
          Map.entry("STEAL_TIME", WarningKind.VIRTUAL_MACHINE),
          Map.entry("VIRTUAL_MACHINE", WarningKind.VIRTUAL_MACHINE),
          Map.entry("PROCESSOR_LIMIT", WarningKind.THROTTLED_CONTAINER),
          Map.entry("THROTTLING", WarningKind.THROTTLED_CONTAINER),
          Map.entry("SWAP", WarningKind.SWAP),
          Map.entry("TRANSPARENT_HUGE_PAGES", WarningKind.HUGE_PAGES),
          Map.entry("PROACTIVE_RECLAIM", WarningKind.RECLAIMED_MEMORY),
          Map.entry("RESIDENT_COUNTER", WarningKind.LAGGING_COUNTER),
          Map.entry("JVM_OPTIONS", WarningKind.INHERITED_VARIABLES),
          Map.entry("ALLOCATOR_VARIABLES", WarningKind.INHERITED_VARIABLES));

  /** What a reader of figures must know even where it is as it should be for such a machine. */
  private static final Set<String> ALWAYS_TOLD =
      Set.of("VIRTUAL_MACHINE", "RESIDENT_COUNTER", "TURBO");

  private HostWarnings() {}

  /**
   * Warnings of a machine, in the order of its findings; none where its findings are not on record.
   *
   * @param subject what to call it
   * @param environment what {@code environment.json} says of it
   */
  public static List<Warning> of(String subject, Map<String, Object> environment) {
    List<Warning> warnings = new ArrayList<>();
    for (HostFinding finding : HostFinding.of(environment)) {
      boolean told = ALWAYS_TOLD.contains(finding.kind()) && finding.isWorthKnowing();
      if (told || finding.matters()) {
        warnings.add(
            new Warning(
                KINDS.getOrDefault(finding.kind(), WarningKind.MACHINE),
                subject,
                named(finding) + "; it distorts " + finding.distorts(),
                finding.advice()));
      }
    }
    return warnings;
  }

  /** What was read says little without what it is of: {@code SWAP} as "swap". */
  private static String named(HostFinding finding) {
    return finding.kind().replace('_', ' ').toLowerCase(Locale.ROOT) + ": " + finding.read();
  }
}
