package snapbench.run.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import snapbench.host.doctor.RunSize;
import snapbench.model.Parameter;

/** What the cell of a plan that needs most will need of the machine. */
final class PlannedSize {
  private static final String NONE = "none";

  /** Kinds whose pages malloc takes one by one, so that they stay in an arena once freed. */
  private static final Set<String> KEPT = Set.of("memory", "vacuum");

  /** Settings of the allocator that give back what was freed, or keep it once only. */
  private static final Set<String> FREEING = Set.of("mmap", "trim");

  private static final Pattern ARENAS = Pattern.compile("arena:?(\\d+)");

  /** The serialized database, and the Java heap that holds it and its copy. */
  private static final int OF_SERIALIZE = 3;

  private static final double BYTES_PER_KIB = 1024;

  private PlannedSize() {}

  static RunSize of(Plan plan, Path results) {
    RunSize largest = RunSize.unknown(results);
    for (PlannedCell cell : plan.cells()) {
      largest = largest.orLarger(of(cell.params(), results));
    }
    return largest;
  }

  private static RunSize of(Map<String, String> params, Path results) {
    String db = Parameter.DB.in(params);
    int snapshots = snapshots(params);
    return Parameter.DB.isDefault(db)
        ? RunSize.ofScale(number(params, Parameter.SCALE), snapshots, results)
        : new RunSize(kiB(Parameter.decoded(db)), snapshots, results);
  }

  private static int snapshots(Map<String, String> params) {
    String kind = params.getOrDefault(Parameter.SNAPSHOT.label(), NONE);
    String malloc = Parameter.MALLOC.in(params);
    if (kind.equals(NONE) || kind.equals("file")) {
      return 0;
    }
    if (kind.equals("serialize")) {
      return OF_SERIALIZE;
    }
    Matcher arenas = ARENAS.matcher(malloc);
    double threads =
        Math.min(
            number(params, Parameter.THREADS),
            arenas.find() ? Double.parseDouble(arenas.group(1)) : Double.POSITIVE_INFINITY);
    return KEPT.contains(kind) && FREEING.stream().noneMatch(malloc::contains) && threads > 0
        ? (int) threads
        : 1;
  }

  /** NaN where it is missing, or another project's and no number. */
  private static double number(Map<String, String> params, Parameter parameter) {
    return ParameterChecks.number(params.get(parameter.label()));
  }

  private static double kiB(String file) {
    try {
      return Files.size(Path.of(file)) / BYTES_PER_KIB;
    } catch (IOException | InvalidPathException unreadable) {
      return Double.NaN;
    }
  }
}
