package snapbench.report.section;

import java.util.List;
import snapbench.report.model.Section;
import snapbench.report.text.EnvironmentValues;
import snapbench.results.folder.Run;

/** The command that repeats each run, as it was given. */
public final class CommandSection {
  /** Its name in {@code environment.json}. */
  static final String COMMAND = "command";

  private CommandSection() {}

  public static Section of(List<Run> runs) {
    List<String> commands =
        runs.stream()
            .map(run -> EnvironmentValues.at(run.environment(), COMMAND))
            .map(command -> command instanceof String text ? text : "# not on record")
            .distinct()
            .toList();
    return new Section("To repeat it", List.of(), commands).as(Section.Role.COMMAND);
  }
}
