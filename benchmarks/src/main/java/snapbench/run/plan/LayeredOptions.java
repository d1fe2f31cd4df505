package snapbench.run.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/**
 * A command line of JMH's over a preset's: what is given wins, of parameters each by itself. A
 * profiler of the preset gives way to the same one with other options only.
 */
public final class LayeredOptions extends CommandLineOptions {
  private static final long serialVersionUID = 1L;

  private final CommandLineOptions preset;

  LayeredOptions(List<String> given, List<String> preset) throws CommandLineOptionException {
    super(given.toArray(new String[0]));
    this.preset = new CommandLineOptions(preset.toArray(new String[0]));
  }

  /** A benchmark that is named takes the place of the preset's. */
  @Override
  public List<String> getIncludes() {
    return super.getIncludes().isEmpty() ? preset.getIncludes() : super.getIncludes();
  }

  @Override
  public Collection<Mode> getBenchModes() {
    return super.getBenchModes().isEmpty() ? preset.getBenchModes() : super.getBenchModes();
  }

  @Override
  public Optional<Collection<String>> getParameter(String name) {
    return super.getParameter(name).orAnother(preset.getParameter(name));
  }

  @Override
  public Optional<Integer> getForkCount() {
    return super.getForkCount().orAnother(preset.getForkCount());
  }

  @Override
  public Optional<Integer> getWarmupIterations() {
    return super.getWarmupIterations().orAnother(preset.getWarmupIterations());
  }

  @Override
  public Optional<TimeValue> getWarmupTime() {
    return super.getWarmupTime().orAnother(preset.getWarmupTime());
  }

  @Override
  public Optional<Integer> getMeasurementIterations() {
    return super.getMeasurementIterations().orAnother(preset.getMeasurementIterations());
  }

  @Override
  public Optional<TimeValue> getMeasurementTime() {
    return super.getMeasurementTime().orAnother(preset.getMeasurementTime());
  }

  @Override
  public List<ProfilerConfig> getProfilers() {
    List<ProfilerConfig> all = new ArrayList<>(super.getProfilers());
    for (ProfilerConfig other : preset.getProfilers()) {
      if (all.stream().noneMatch(given -> given.getKlass().equals(other.getKlass()))) {
        all.add(other);
      }
    }
    return all;
  }
}
