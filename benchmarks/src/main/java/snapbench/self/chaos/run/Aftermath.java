package snapbench.self.chaos.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import snapbench.model.Fork;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.results.folder.RunFolder;
import snapbench.self.chaos.fault.Fault;
import snapbench.self.chaos.input.Attempt;

/** What is wrong with what a run left. */
final class Aftermath {
  private static final String FRAME = "\n\tat ";
  private static final List<String> PAGES = List.of("report.md", "report.html", "series.csv");

  private final Undisturbed undisturbed;
  private final Attempt report;
  private final Map<Fault, String> faults = new EnumMap<>(Fault.class);

  /**
   * Of a run.
   *
   * @param undisturbed what is true
   * @param report runs commands on what it left
   */
  Aftermath(Undisturbed undisturbed, Attempt report) {
    this.undisturbed = undisturbed;
    this.report = report;
  }

  /** Everything that is wrong, with the evidence; empty if nothing is. */
  Map<Fault, String> faults(Ended ended) throws IOException, InterruptedException {
    if (!ended.disturbance().permits(ended.exitCode())) {
      note(Fault.EXIT_CODE, ended.exitCode() + ": " + ended.errors());
    }
    if (("\n" + ended.output() + "\n" + ended.errors()).contains(FRAME)) {
      note(Fault.FRAMES, ended.errors());
    }
    if (ended.exitCode() == 2 && ended.errors().lines().count() != 1) {
      note(Fault.LINES, ended.errors());
    }
    if (!ended.processes().isEmpty()) {
      note(Fault.LEFT_OVER, "processes: " + ended.processes());
    }
    List<String> temporary = names(ended.place().temporary());
    if (!temporary.isEmpty()) {
      note(Fault.LEFT_OVER, "in the temporary folder: " + temporary);
    }
    List<String> runs = names(ended.place().results());
    if (runs.size() > 1) {
      note(Fault.LEFT_OVER, "runs: " + runs);
    } else if (runs.size() == 1) {
      look(ended.place().results().resolve(runs.get(0)), ended);
    } else if (ended.exitCode() == 0) {
      note(Fault.FIGURES, "nothing is there, and the exit code is 0");
    }
    return faults;
  }

  private void look(Path folder, Ended ended) throws IOException, InterruptedException {
    for (String name : names(folder)) {
      if (name.equals("tmp") || name.endsWith("~") || name.contains(".tmp")) {
        note(Fault.LEFT_OVER, folder.resolve(name).toString());
      }
      if (PAGES.contains(name) && Files.readString(folder.resolve(name)).contains(FRAME)) {
        note(Fault.FRAMES, "in " + name);
      }
    }
    boolean failed = folder.toString().endsWith(RunFolder.FAILED_SUFFIX);
    try {
      Run run = Run.read(folder);
      run.forks().forEach(this::look);
      look(run, failed, ended);
    } catch (InvalidInputException unreadable) {
      boolean empty = names(folder).stream().noneMatch("cells"::equals);
      if (!failed || !empty) {
        note(Fault.FIGURES, folder + " cannot be read: " + unreadable.getMessage());
      }
      return;
    }
    report
        .of(
            List.of("report", folder.toString(), "-o", ended.place().reports().toString()),
            ended.place().folder())
        .forEach((fault, said) -> note(fault, "report: " + said));
  }

  private void look(Fork fork) {
    undisturbed.difference(fork).ifPresent(difference -> note(Fault.FIGURES, difference));
    String reason = Optional.ofNullable(fork.reason()).orElse("none");
    if (fork.state() == Fork.State.UNSUPPORTED || reason.isBlank()) {
      note(Fault.FIGURES, "%d.json: %s, %s".formatted(fork.number(), fork.state(), reason));
    }
    if (reason.contains("\n")) {
      note(Fault.FRAMES, "the reason in %d.json: %s".formatted(fork.number(), reason));
    }
  }

  private void look(Run run, boolean failed, Ended ended) {
    long measured =
        run.forks().stream().filter(fork -> fork.state() == Fork.State.MEASURED).count();
    boolean complete = measured == undisturbed.forks() && run.missing().isEmpty();
    if (ended.exitCode() == 0 && (failed || !complete)) {
      note(Fault.EXIT_CODE, "0, and %s has %d forks".formatted(run.path(), measured));
    }
    if (!failed && !complete) {
      note(Fault.FIGURES, "%s has %d forks".formatted(run.path(), measured));
    }
    if (run.forks().size() < undisturbed.forks() && run.missing().isEmpty()) {
      note(Fault.FIGURES, "nobody says what is missing in " + run.path());
    }
  }

  private void note(Fault fault, String evidence) {
    faults.merge(fault, evidence, (one, other) -> one + "\n" + other);
  }

  /** HotSpot's own files are not ours. */
  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("hsperfdata"))
          .sorted()
          .toList();
    }
  }
}
