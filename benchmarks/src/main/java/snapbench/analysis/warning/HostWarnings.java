package snapbench.analysis.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import snapbench.results.folder.HostFinding;

/** Warnings of what was found of the machine before a run. */
public final class HostWarnings {
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
                WarningKind.ofFinding(finding.kind()),
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
