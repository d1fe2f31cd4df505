package snapbench.host.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Where the control groups of this process lie in the file system, version 1, version 2, or both: a
 * controller belongs to version 2 unless {@code /proc/self/cgroup} gives it a line of its own.
 */
public final class ControlGroups {
  /** Version 1 has no word for "no limit": it is the highest multiple of a page. */
  private static final double UNLIMITED = 0x1p62;

  private static final String VERSION_2 = "";

  private final Path mount;
  private final Map<String, String> groupOfController;

  private ControlGroups(Path mount, Map<String, String> groupOfController) {
    this.mount = mount;
    this.groupOfController = groupOfController;
  }

  /**
   * Finds the groups of this process.
   *
   * @param root the folder that {@code proc} and {@code sys} lie in
   */
  public static ControlGroups read(Path root) {
    String text = KernelFile.text(root.resolve("proc/self/cgroup")).orElse("");
    return new ControlGroups(root.resolve("sys/fs/cgroup"), parse(text));
  }

  /** Interprets lines such as {@code 4:cpu,cpuacct:/group}, or {@code 0::/group} of version 2. */
  private static Map<String, String> parse(String text) {
    Map<String, String> groups = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3) {
        for (String controller : fields[1].split(",", -1)) {
          groups.put(controller, fields[2]);
        }
      }
    }
    return groups;
  }

  /**
   * The lowest limit of a process's group and of those above it.
   *
   * @param limit reads the limit of one group's folder: infinite where there is none, NaN where it
   *     makes no sense
   * @return NaN where one makes no sense, and where no group is to be seen
   */
  public double lowest(String controller, ToDoubleFunction<Path> limit) {
    return folders(controller).stream()
        .filter(Files::isDirectory)
        .mapToDouble(limit)
        .min()
        .orElse(Double.NaN);
  }

  /**
   * The highest figure of a process's group and of those above it.
   *
   * @param figure reads that of one group's folder: NaN where there is none
   * @return NaN where there is none in any
   */
  double highest(String controller, ToDoubleFunction<Path> figure) {
    return folders(controller).stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  /** The folders of the process's group and of those above it, as far as they are visible. */
  private List<Path> folders(String controller) {
    String version1 = groupOfController.get(controller);
    Path top = version1 == null ? mount : mount.resolve(controller);
    String group = version1 == null ? groupOfController.get(VERSION_2) : version1;
    List<Path> folders = new ArrayList<>();
    if (group != null) {
      // in a container the path may lead outside of what is mounted: then the mount is all there is
      Path folder = top.resolve(group.replaceFirst("^/+", "")).normalize();
      while (folder != null && folder.startsWith(top) && !folder.equals(top)) {
        folders.add(folder);
        folder = folder.getParent();
      }
      folders.add(top);
    }
    return folders;
  }

  /** The lowest limit that a group's files hold; a group without such files has no such limit. */
  public static double limit(Path group, String... files) {
    return Stream.of(files)
        .flatMap(file -> KernelFile.text(group.resolve(file)).stream())
        .mapToDouble(ControlGroups::limit)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Interprets a limit: a number, or {@code max}, or version 1's -1 or highest number. */
  static double limit(String text) {
    if (text.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    double value = KernelFile.number(text);
    return value < 0 || value > UNLIMITED ? Double.POSITIVE_INFINITY : value;
  }
}
