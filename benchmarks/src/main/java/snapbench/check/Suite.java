package snapbench.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All checks of a testee, each with a testee that is started for it. */
public final class Suite {
  private final Starter starter;

  private Suite(Starter starter) {
    this.starter = starter;
  }

  /**
   * Makes all checks.
   *
   * @param each sees each outcome as it comes
   * @return all outcomes
   * @throws IOException if the database or the driver cannot be read; what the testee does wrong is
   *     an outcome
   */
  public static List<CheckOutcome> run(CheckSettings settings, Consumer<CheckOutcome> each)
      throws IOException, InterruptedException {
    try (RestoringDriver driver = RestoringDriver.open(settings.driver(), settings.folder())) {
      Original original = Original.read(settings.database(), driver);
      Dumps dumps = new Dumps(driver);
      Starter starter =
          settings.program().isEmpty()
              ? new JvmStarter(settings, original, dumps)
              : new ProgramStarter(settings, original, dumps);
      return new Suite(starter).run(each);
    }
  }

  private static List<Check> checks() {
    List<Check> checks = new ArrayList<>(LifeChecks.first());
    checks.addAll(CycleChecks.all());
    checks.addAll(LineChecks.all());
    checks.addAll(LifeChecks.last());
    return checks;
  }

  private List<CheckOutcome> run(Consumer<CheckOutcome> each) throws InterruptedException {
    List<CheckOutcome> outcomes = new ArrayList<>();
    for (Check check : checks()) {
      CheckOutcome outcome = outcome(check, outcomes);
      outcomes.add(outcome);
      each.accept(outcome);
    }
    return List.copyOf(outcomes);
  }

  private CheckOutcome outcome(Check check, List<CheckOutcome> before) throws InterruptedException {
    if (!before.isEmpty() && before.get(0).state() == CheckOutcome.State.FAILED) {
      return new CheckOutcome(
          check.name(),
          CheckOutcome.State.SKIPPED,
          "it does not become ready",
          check.clause().text());
    }
    if (check.ofProgramsOnly() && !starter.isProgram()) {
      return new CheckOutcome(
          check.name(),
          CheckOutcome.State.SKIPPED,
          "the JVM testee is talked to over HTTP",
          check.clause().text());
    }
    try (CheckedTestee checked = starter.start()) {
      check.body().run(checked);
      return new CheckOutcome(check.name(), CheckOutcome.State.PASSED, "", check.clause().text());
    } catch (BrokenContractException | IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("what this came to is no finding");
      }
      return new CheckOutcome(
          check.name(),
          CheckOutcome.State.FAILED,
          String.valueOf(e.getMessage()),
          check.clause().text());
    }
  }
}
