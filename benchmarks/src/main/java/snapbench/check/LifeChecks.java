package snapbench.check;

import static snapbench.check.BrokenContractException.require;
import static snapbench.check.BrokenContractException.requireEqual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import snapbench.testee.api.Activity;
import snapbench.testee.api.Ready;

/** How a testee begins and ends. */
final class LifeChecks {
  private LifeChecks() {}

  static List<Check> first() {
    return List.of(
        Check.ofAll("it becomes ready", ContractRule.READY, LifeChecks::isReady),
        Check.ofAll("READY tells the truth", ContractRule.READY_FIELDS, LifeChecks::tellsTheTruth));
  }

  static List<Check> last() {
    return List.of(
        Check.ofAll(
            "the file is left alone", ContractRule.READ_ONLY, LifeChecks::leavesTheFileAlone),
        Check.ofAll("it ends before a cycle", ContractRule.END, LifeChecks::ends),
        Check.ofAll("it ends after a cycle", ContractRule.END, LifeChecks::endsAfterACycle));
  }

  private static void isReady(CheckedTestee checked) throws BrokenContractException {
    requireEqual("pid", checked.testee().pid(), checked.ready().pid());
  }

  private static void tellsTheTruth(CheckedTestee checked) throws BrokenContractException {
    Ready ready = checked.ready();
    requireEqual("rows", checked.original().rows(), ready.rows());
    requireEqual("databaseBytes", checked.original().databaseBytes(), ready.databaseBytes());
    require(
        "a SQLite version", ready.sqliteVersion().matches("\\d+\\.\\d+.*"), ready.sqliteVersion());
    require("a program's name", !ready.driverName().isBlank(), "none");
    require("a kind of snapshot", !checked.snapshots().isEmpty(), "none");
  }

  private static void leavesTheFileAlone(CheckedTestee checked)
      throws IOException, InterruptedException {
    for (String snapshot : checked.snapshots()) {
      checked.cycle(snapshot, Activity.NONE.label());
    }
    require(
        "the database's file as it was, and nothing beside it",
        checked.original().isUntouched(),
        checked.original().neighbours());
  }

  private static void endsAfterACycle(CheckedTestee checked)
      throws IOException, InterruptedException {
    checked.cycle(checked.usualSnapshot(), Activity.DUMP.label());
    ends(checked);
  }

  private static void ends(CheckedTestee checked) throws IOException, InterruptedException {
    List<ProcessHandle> started =
        ProcessHandle.of(checked.testee().pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .toList();
    OptionalInt exitCode = checked.testee().end();
    require("its end after that of stdin", exitCode.isPresent(), "it goes on");
    requireEqual("exit code", 0, exitCode.getAsInt());
    require(
        "no process left",
        started.stream().noneMatch(ProcessHandle::isAlive),
        started.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList());
    require("nothing left in its folder", left(checked).isEmpty(), left(checked));
    checked.requireSilence();
  }

  private static List<String> left(CheckedTestee checked) throws IOException {
    if (!Files.exists(checked.launcher().workingFolder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checked.launcher().workingFolder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
