package snapbench.results.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was found of the machine before a run, as {@code environment.json} has it under {@code
 * findings}. A text that is not there is empty.
 *
 * @param kind what was looked at, for instance {@code SWAP}
 * @param severity {@code FINE}, {@code UNKNOWN}, {@code WORTH_KNOWING}, {@code DISTORTS} or {@code
 *     PREVENTS}
 * @param read what was read
 * @param distorts what it distorts
 * @param advice how to change it
 */
public record HostFinding(
    String kind, String severity, String read, String distorts, String advice) {
  /** The findings in an environment; none where there are none, as in earlier runs. */
  public static List<HostFinding> of(Map<String, Object> environment) {
    List<HostFinding> findings = new ArrayList<>();
    if (environment.get("findings") instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> finding) {
          findings.add(parse(finding));
        }
      }
    }
    return findings;
  }

  private static HostFinding parse(Map<?, ?> finding) {
    return new HostFinding(
        text(finding, "kind"),
        text(finding, "severity"),
        text(finding, "read"),
        text(finding, "distorts"),
        text(finding, "advice"));
  }

  private static String text(Map<?, ?> finding, String key) {
    return finding.get(key) instanceof String text ? text : "";
  }

  /** Whether figures are other than they would be on a quiet machine, or the run may not end. */
  public boolean matters() {
    return severity.equals("DISTORTS") || severity.equals("PREVENTS");
  }

  /** Whether it is at least to be kept in mind. */
  public boolean isWorthKnowing() {
    return matters() || severity.equals("WORTH_KNOWING");
  }
}
