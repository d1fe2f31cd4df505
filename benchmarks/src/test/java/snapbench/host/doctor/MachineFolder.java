package snapbench.host.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A machine whose files are those of a real one, in a folder that stands for the root. */
record MachineFolder(Path root) {
  /** What the doctor finds in an environment without variables. */
  List<Finding> examine() {
    return examine(Map.of(), () -> {});
  }

  /** What the doctor finds for a run at a quarter of the scale on 16 threads. */
  List<Finding> examine(Map<String, String> variables, Runnable pause) {
    return Doctor.examine(root, variables, RunSize.ofScale(0.25, 16, Path.of(".")), pause);
  }

  /** The finding of a kind, in an environment without variables. */
  Finding find(FindingKind kind) {
    return find(kind, examine());
  }

  /** The finding of a kind. */
  static Finding find(FindingKind kind, List<Finding> findings) {
    return findings.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  /** Writes a file, given by its path below the root. */
  void has(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
