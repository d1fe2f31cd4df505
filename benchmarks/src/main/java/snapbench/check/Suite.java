package snapbench.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All checks of a testee, each with a testee that is started for it. */
public final class Suite {
  private final CheckSettings settings;
  private final Original original;
  private final RestoringDriver driver;
  private final List<CheckOutcome> outcomes = new ArrayList<>();

  private Suite(CheckSettings settings, RestoringDriver driver) throws IOException {
    this.settings = settings;
    this.original = driver.original(settings.database());
    this.driver = driver;
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
      return new Suite(settings, driver).run(each);
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
    for (Check check : checks()) {
      CheckOutcome outcome = outcome(check);
      outcomes.add(outcome);
      each.accept(outcome);
    }
    return List.copyOf(outcomes);
  }

  private CheckOutcome outcome(Check check) throws InterruptedException {
    if (!outcomes.isEmpty() && outcomes.get(0).state() == CheckOutcome.State.FAILED) {
      return outcome(check, CheckOutcome.State.SKIPPED, "it does not become ready");
    }
    if (check.ofProgramsOnly() && settings.program().isEmpty()) {
      return outcome(check, CheckOutcome.State.SKIPPED, "the JVM testee is talked to over HTTP");
    }
    try (CheckedTestee checked =
        CheckedTestee.start(settings, original, driver, outcomes.size() + 1)) {
      check.body().run(checked);
      return outcome(check, CheckOutcome.State.PASSED, "");
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("what this came to is no finding");
      }
      return outcome(check, CheckOutcome.State.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static CheckOutcome outcome(Check check, CheckOutcome.State state, String detail) {
    return new CheckOutcome(check.name(), state, detail, check.clause().text);
  }
}
