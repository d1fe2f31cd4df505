package snapbench.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.model.Fork;
import snapbench.model.Fork.Testee;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.AmountText;
import snapbench.report.text.EnvironmentValues;
import snapbench.report.text.Numbers;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhSettings;

/** The machine, the system and the JVMs that the runs of a report were measured with. */
public final class EnvironmentSection {
  private static final String NOTHING_RECORDED =
      "A result file of JMH's says nothing of the machine, nor does a folder without its"
          + " environment.json: what is unknown here cannot be compared with other results.";

  private final Map<String, Object> environment;
  private final List<List<String>> rows = new ArrayList<>();

  private EnvironmentSection(Map<String, Object> environment) {
    this.environment = environment;
  }

  public static Section of(JudgedRun judged) {
    EnvironmentSection section = new EnvironmentSection(judged.merged().environment());
    section.machine();
    section.virtualMachines(judged);
    section.load(judged.runs());
    return new Section(
            "Environment",
            List.of(new Table(List.of(Column.text("What"), Column.text("Value")), section.rows)),
            section.environment.isEmpty() ? List.of(NOTHING_RECORDED) : List.of())
        .as(Section.Role.DETAIL);
  }

  private void add(String what, String value) {
    rows.add(List.of(what, value));
  }

  private String text(String path) {
    return EnvironmentValues.text(environment, path);
  }

  private double number(String path) {
    return EnvironmentValues.number(environment, path);
  }

  private void machine() {
    add("Processor", text("processor.model"));
    add(
        "Cores: logical, physical, available to the JVM",
        Stream.of("logicalCores", "physicalCores", "availableCores")
            .map(name -> Numbers.whole(number("processor." + name)))
            .collect(Collectors.joining(", ")));
    add("Frequency governor", text("processor.governor"));
    add("Virtual machine", text("processor.hypervisor"));
    add("Clock source", text("processor.clockSource"));
    add("Memory", AmountText.of(number("memory.totalKiB")));
    add("Swap", AmountText.of(number("memory.swapTotalKiB")));
    add("Transparent huge pages", text("memory.transparentHugePages"));
    add("Operating system", text("operatingSystem.version"));
    add("Kernel", joined("%s %s, %s", "operatingSystem", "name", "kernel", "architecture"));
    add("C library and its allocator", text("operatingSystem.libc"));
    add("Container's limit of memory", limit("limits.memoryKiB", true));
    add("Container's limit of cores", limit("limits.cores", false));
    add("Container's limit of processes", limit("limits.processes", false));
    add("Cores it may run on", text("limits.allowedCores"));
  }

  private String limit(String path, boolean isMemory) {
    double value = number(path);
    if (Double.isInfinite(value)) {
      return "none";
    }
    return isMemory ? AmountText.of(value) : Numbers.decimals(value, 2);
  }

  private void virtualMachines(JudgedRun judged) {
    List<JmhSettings> settings =
        judged.merged().results().stream().map(JmhResult::settings).toList();
    add(
        "JVM of the harness",
        joined("%s %s (%s)", "javaVirtualMachine", "vendor", "version", "name"));
    add("JVM of JMH's forks", joined(settings.stream().map(JmhSettings::jdk)));
    if (!judged.observed().isEmpty()) {
      Stream<Testee> testees =
          judged.merged().forks().stream().map(Fork::testee).filter(Objects::nonNull);
      add("JVM of the testee", joined(testees.map(Testee::jdk)));
    }
    add("JMH", joined(settings.stream().map(JmhSettings::jmhVersion)));
    add("snapbench", text("snapbench"));
    add("Variables that change memory or a JVM", variables());
  }

  private String joined(String format, String path, String... names) {
    return environment.isEmpty()
        ? Numbers.UNKNOWN
        : format.formatted(Arrays.stream(names).map(name -> text(path + "." + name)).toArray());
  }

  private static String joined(Stream<String> texts) {
    List<String> distinct = texts.distinct().toList();
    return distinct.isEmpty() ? Numbers.UNKNOWN : String.join("; ", distinct);
  }

  private String variables() {
    if (!(EnvironmentValues.at(environment, "variables") instanceof Map<?, ?> variables)) {
      return Numbers.UNKNOWN;
    }
    return variables.isEmpty()
        ? "none"
        : variables.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }

  private void load(List<Run> runs) {
    for (Run run : runs) {
      String of = runs.size() == 1 ? "" : " of " + run.path();
      add("Began at" + of, EnvironmentValues.text(run.environment(), "time"));
      add(
          "Load average of the minute before" + of,
          Numbers.decimals(EnvironmentValues.number(run.environment(), "loadAverage"), 2));
    }
    add("File system of temporary files", text("temporaryFileSystem"));
  }
}
