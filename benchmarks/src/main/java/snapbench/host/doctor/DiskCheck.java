package snapbench.host.doctor;

import java.nio.file.Path;
import java.util.Set;
import snapbench.host.kernel.DiskSpace;

/** Whether there is space for dumps, and on what. */
final class DiskCheck {
  private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs", "devtmpfs");
  private static final Set<String> NETWORK =
      Set.of("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "ceph", "glusterfs", "virtiofs");

  /** Libraries and logs of JVMs. */
  private static final double TEMPORARY_KIB = 64 * 1024;

  private DiskCheck() {}

  static Finding resultsSpace(Machine machine) {
    return space(
        FindingKind.RESULTS_SPACE,
        DiskSpace.of(machine.size().results()),
        machine.size().diskKiB(),
        "choose another folder by --results DIR, or lower -p scale=");
  }

  static Finding temporarySpace(Machine machine) {
    return space(
        FindingKind.TEMPORARY_SPACE,
        DiskSpace.of(Path.of(System.getProperty("java.io.tmpdir"))),
        TEMPORARY_KIB,
        "choose another folder by java -Djava.io.tmpdir=DIR -jar benchmarks.jar");
  }

  static Finding fileSystem(Machine machine) {
    return fileSystem(DiskSpace.of(machine.size().results()));
  }

  static Finding space(FindingKind kind, DiskSpace space, double neededKiB, String advice) {
    return Finding.ofSpace(kind, space.freeKiB(), "free", neededKiB, advice);
  }

  static Finding fileSystem(DiskSpace space) {
    boolean distorts = MEMORY.contains(space.type()) || NETWORK.contains(space.type());
    return Finding.of(
        FindingKind.RESULTS_FILE_SYSTEM,
        Severity.ofKnown(space.type(), distorts ? Severity.DISTORTS : Severity.FINE),
        space.type() + (MEMORY.contains(space.type()) ? ", which is memory" : ""),
        "choose a folder on a local disk by --results DIR");
  }
}
