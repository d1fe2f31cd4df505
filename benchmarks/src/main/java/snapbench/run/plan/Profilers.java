package snapbench.run.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import snapbench.results.files.InvalidInputException;

/**
 * Names for profilers of ours, since JMH knows short names for its own only, and the one that is on
 * when none of them was asked for.
 *
 * @param classes class by short name, for instance of {@code process}
 * @param byDefault short name of the one that is always on; null if none
 */
public record Profilers(Map<String, String> classes, @Nullable String byDefault) {
  public Profilers {
    classes = Map.copyOf(classes);
  }

  /** No profilers of ours. */
  public static Profilers none() {
    return new Profilers(Map.of(), null);
  }

  /** One profiler that is always on. */
  public static Profilers always(String name, String className) {
    return new Profilers(Map.of(name, className), name);
  }

  /** What was asked for, with classes for names, and what is always on. */
  public List<ProfilerConfig> resolve(List<ProfilerConfig> asked) {
    List<ProfilerConfig> resolved = new ArrayList<>();
    for (ProfilerConfig config : asked) {
      String className = classes.getOrDefault(config.getKlass(), config.getKlass());
      resolved.add(new ProfilerConfig(className, config.getOpts()));
    }
    String always = byDefault == null ? null : classes.get(byDefault);
    if (always != null && resolved.stream().noneMatch(p -> p.getKlass().equals(always))) {
      resolved.add(new ProfilerConfig(always, ""));
    }
    return resolved;
  }

  /**
   * Constructs each profiler once, so that a wrong option shows before the first measurement.
   *
   * @throws InvalidInputException if one cannot be had
   */
  public void check(List<ProfilerConfig> asked) throws InvalidInputException {
    Set<String> seen = new HashSet<>();
    for (ProfilerConfig config : resolve(asked)) {
      if (!seen.add(config.getKlass())) {
        throw new InvalidInputException("-prof " + config.getKlass() + " is given more than once");
      }
      try {
        ProfilerFactory.getProfilerOrException(config);
      } catch (ProfilerException e) {
        throw new InvalidInputException("-prof " + config.getKlass() + ": " + reason(e), e);
      }
    }
  }

  /** What each profiler that was asked for {@code :help} answers; empty if none was. */
  public List<String> help(List<ProfilerConfig> asked) {
    List<String> answers = new ArrayList<>();
    for (ProfilerConfig config : resolve(asked)) {
      if (config.getOpts().equals("help")) {
        try {
          ProfilerFactory.getProfilerOrException(config);
        } catch (ProfilerException e) {
          answers.add(reason(e));
        }
      }
    }
    return answers;
  }

  private static String reason(ProfilerException e) {
    if (e.getCause() instanceof ClassNotFoundException) {
      return "there is no such profiler; -lprof lists them";
    }
    return String.valueOf(e.getMessage());
  }
}
