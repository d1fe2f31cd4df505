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
record LifeChecks(CheckedTestee checked) {
  static List<Check> first() {
    return List.of(
        check("it becomes ready", ContractRule.READY, LifeChecks::isReady),
        check("READY tells the truth", ContractRule.READY_FIELDS, LifeChecks::tellsTheTruth));
  }

  static List<Check> last() {
    return List.of(
        check("the file is left alone", ContractRule.READ_ONLY, LifeChecks::leavesTheFileAlone),
        check("it ends before a cycle", ContractRule.END, LifeChecks::ends),
        check("it ends after a cycle", ContractRule.END, LifeChecks::endsAfterACycle));
  }

  private static Check check(String name, ContractRule clause, Check.Body<LifeChecks> body) {
    return Check.ofAll(name, clause, LifeChecks::new, body);
  }

  private void isReady() throws BrokenContractException {
    requireEqual("pid", checked.testee().pid(), checked.ready().pid());
  }

  private void tellsTheTruth() throws BrokenContractException {
    Ready ready = checked.ready();
    requireEqual("rows", checked.original().rows(), ready.rows());
    requireEqual("databaseBytes", checked.original().databaseBytes(), ready.databaseBytes());
    require(
        "a SQLite version", ready.sqliteVersion().matches("\\d+\\.\\d+.*"), ready.sqliteVersion());
    require("a program's name", !ready.driverName().isBlank(), "none");
    require("a kind of snapshot", !checked.snapshots().isEmpty(), "none");
  }

  private void leavesTheFileAlone() throws IOException, InterruptedException {
    for (String snapshot : checked.snapshots()) {
      checked.cycle(snapshot, Activity.NONE.label());
    }
    require(
        "the database's file as it was, and nothing beside it",
        checked.original().isUntouched(),
        checked.original().neighbours());
  }

  private void endsAfterACycle() throws IOException, InterruptedException {
    checked.cycle(checked.usualSnapshot(), Activity.DUMP.label());
    ends();
  }

  private void ends() throws IOException, InterruptedException {
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
    require("nothing left in its folder", left().isEmpty(), left());
    checked.requireSilence();
  }

  private List<String> left() throws IOException {
    if (!Files.exists(checked.launcher().workingFolder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checked.launcher().workingFolder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
