package snapbench.cli.drivers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.cli.testee.TemporaryWork;
import snapbench.driver.DriverName;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.driver.KnownVersion;
import snapbench.results.files.InvalidInputException;

/** {@code drivers}: which versions of a driver exist, and what drivers can do. */
@Command(
    name = "drivers",
    description =
        "lists the versions of a driver that exist; with --probe tries what drivers can do",
    footer =
        "A version is listed with the snapshots that it can take where the project has probed it"
            + " (on Linux x86-64, packed into the jar); for others, and on other machines, use"
            + " --probe.",
    mixinStandardHelpOptions = true)
public final class DriversCommand implements Callable<Integer> {
  private static final String DEFAULT_LIBRARY = "org.xerial:sqlite-jdbc";

  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "group:artifact",
      description = "the driver's library (default: " + DEFAULT_LIBRARY + ")")
  private @Nullable String library;

  @Option(
      names = "--probe",
      split = ",",
      paramLabel = "driver",
      description = "drivers, named as in -p driver=, whose abilities are tried in a testee each")
  private @Nullable List<String> probed;

  /** With where to print results and progress. */
  public DriversCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    if (probed != null && library != null) {
      throw new InvalidInputException(
          library + " beside --probe is not possible; choose --probe A,B with commas between");
    }
    return probed == null ? list(library == null ? DEFAULT_LIBRARY : library) : probe(probed);
  }

  private int list(String library) throws Exception {
    DriverName.Library asked =
        DriverName.library(library)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "drivers " + library + " is not possible; choose group:artifact"));
    List<KnownVersion> versions;
    try (DriverResolver resolver = new DriverResolver(streams::say)) {
      versions = resolver.versions(asked);
    }
    String bundled = DEFAULT_LIBRARY.equals(library) ? Drivers.bundledVersion() : "";
    Map<String, String> known = DriverAbilities.known();
    for (KnownVersion version : versions) {
      String kinds = known.get(library + ":" + version.version());
      String marks =
          Stream.of(
                  version.local() ? "in the local repository" : "",
                  version.version().equals(bundled) ? "bundled" : "",
                  kinds == null ? "" : "snapshots: " + kinds)
              .filter(mark -> !mark.isEmpty())
              .collect(Collectors.joining(", "));
      streams.out().println((version.version() + "  " + marks).strip());
    }
    return ExitCode.OK.number();
  }

  private int probe(List<String> names) throws Exception {
    return TemporaryWork.run(
        "snapbench-drivers-",
        streams,
        (folder, interruption) -> {
          DriverProbe probe = new DriverProbe(folder, interruption, streams::say);
          List<DriverAbilities> abilities = probe.tryAll(names);
          DriverAbilities.table(abilities).forEach(streams.out()::println);
          boolean complete = abilities.stream().allMatch(DriverAbilities::complete);
          return (complete ? ExitCode.OK : ExitCode.FAILED).number();
        });
  }
}
