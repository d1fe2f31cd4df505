package snapbench.cli.preset;

import java.util.List;
import snapbench.results.files.InvalidInputException;

/**
 * A preset and what stands beside it on a command line.
 *
 * @param announcement lines that say what runs, and for how long
 * @param settings of the preset
 * @param rest what else was given
 */
public record ChosenPreset(List<String> announcement, List<String> settings, List<String> rest) {
  public ChosenPreset {
    announcement = List.copyOf(announcement);
    settings = List.copyOf(settings);
    rest = List.copyOf(rest);
  }

  /**
   * The one that the first argument names; with no settings if that is none.
   *
   * @throws InvalidInputException if the list of drivers is missing
   */
  public static ChosenPreset of(List<String> arguments) throws InvalidInputException {
    Preset preset = arguments.isEmpty() ? null : Preset.of(arguments.get(0)).orElse(null);
    if (preset == null) {
      return new ChosenPreset(List.of(), List.of(), arguments);
    }
    if (preset != Preset.DRIVERS) {
      return of(preset, "", arguments.subList(1, arguments.size()));
    }
    String drivers = arguments.size() > 1 ? arguments.get(1) : "";
    if (drivers.isEmpty() || drivers.startsWith("-")) {
      throw new InvalidInputException(
          "--drivers needs a list, for instance 3.36.0.3,3.46.1.3,bundled");
    }
    return of(preset, drivers, arguments.subList(2, arguments.size()));
  }

  private static ChosenPreset of(Preset preset, String drivers, List<String> rest) {
    return new ChosenPreset(List.of(preset.announcement(drivers)), preset.settings(drivers), rest);
  }

  /** The one for a command line that names no benchmark. */
  public static ChosenPreset ofNone(List<String> arguments) {
    ChosenPreset chosen = of(Preset.DEFAULT, "", arguments);
    String others =
        "Shorter: quick, about a minute; the original's size: full; help has these and the others."
            + " Ctrl-C ends it and keeps what was measured.";
    return arguments.isEmpty()
        ? new ChosenPreset(
            List.of(chosen.announcement.get(0), others), chosen.settings, chosen.rest)
        : chosen;
  }
}
