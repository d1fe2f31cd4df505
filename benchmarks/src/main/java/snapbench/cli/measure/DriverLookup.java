package snapbench.cli.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.model.Parameter;
import snapbench.run.plan.Plan;

/** Resolves all drivers of a command, each once, before anything is measured. */
public final class DriverLookup {
  private static final String DRIVER = Parameter.DRIVER.label();

  private final PrintStream err;

  public DriverLookup(PrintStream err) {
    this.err = err;
  }

  /** Each driver of a plan, by the parameter's value as it was given. */
  public Map<String, Driver> resolve(Plan plan) throws IOException, DriverException {
    return resolve(
        plan.cells().stream()
            .flatMap(cell -> Optional.ofNullable(cell.params().get(DRIVER)).stream())
            .distinct()
            .toList());
  }

  /**
   * Each driver, by the parameter's value as it was given; but for the bundled one, which has to be
   * unpacked into a run's folder.
   */
  public Map<String, Driver> resolve(Collection<String> values)
      throws IOException, DriverException {
    Map<String, Driver> drivers = new LinkedHashMap<>();
    try (DriverResolver resolver = new DriverResolver(line -> err.println("snapbench: " + line))) {
      for (String value : values) {
        if (!value.equals(Drivers.BUNDLED)) {
          drivers.put(value, resolver.resolve(Parameter.decoded(value), Path.of("")));
        }
      }
    }
    return drivers;
  }
}
