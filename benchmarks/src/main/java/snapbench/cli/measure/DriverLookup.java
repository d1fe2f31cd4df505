package snapbench.cli.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.model.Parameter;
import snapbench.run.plan.Plan;

/**
 * Resolves all drivers of a command before anything is measured. The bundled one is left out: it
 * needs the run's folder, and {@link snapbench.driver.ResolvedDrivers} adds it there.
 */
public final class DriverLookup {
  private final PrintStream err;

  public DriverLookup(PrintStream err) {
    this.err = err;
  }

  /** Each driver of a plan, by its name as given. */
  public Map<String, Driver> resolve(Plan plan) throws IOException, DriverException {
    Set<String> names = new LinkedHashSet<>();
    plan.cells().stream()
        .map(cell -> cell.params().get(Parameter.DRIVER.label()))
        .filter(value -> value != null)
        .forEach(value -> names.add(Parameter.decoded(value)));
    return resolve(names);
  }

  /** Each driver, by its name as given. */
  public Map<String, Driver> resolve(Collection<String> names) throws IOException, DriverException {
    Map<String, Driver> drivers = new LinkedHashMap<>();
    try (DriverResolver resolver = new DriverResolver(line -> err.println("snapbench: " + line))) {
      for (String name : names) {
        if (!name.equals(Drivers.BUNDLED)) {
          drivers.put(name, resolver.resolve(name, Path.of("")));
        }
      }
    }
    return drivers;
  }
}
