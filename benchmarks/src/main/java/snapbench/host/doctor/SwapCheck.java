package snapbench.host.doctor;

import java.util.List;
import java.util.Optional;
import snapbench.host.kernel.ControlGroups;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.SizeText;

/** Whether a process's memory may leave main memory, as {@code /proc/swaps} says. */
final class SwapCheck {
  private static final String ADVICE = "sudo swapoff -a (and sudo swapon -a afterwards)";
  private static final int SIZE = 2;
  private static final int USED = 3;

  private SwapCheck() {}

  /** One area: a line of {@code /proc/swaps}. */
  private record Area(String device, double sizeKiB, double usedKiB) {
    static Area parse(String line) {
      String[] fields = line.strip().split("\\s+", -1);
      return fields.length <= USED
          ? new Area(KernelFile.UNKNOWN, Double.NaN, Double.NaN)
          : new Area(fields[0], KernelFile.number(fields[SIZE]), KernelFile.number(fields[USED]));
    }

    boolean isCompressedMemory() {
      return device.startsWith("/dev/zram");
    }
  }

  static Finding check(Machine machine) {
    Optional<String> text = machine.text("proc/swaps");
    if (text.isEmpty()) {
      return Finding.unknown(FindingKind.SWAP);
    }
    List<Area> areas = text.get().lines().skip(1).map(Area::parse).toList();
    if (areas.isEmpty()) {
      return Finding.fine(FindingKind.SWAP, "none");
    }
    double used = areas.stream().mapToDouble(Area::usedKiB).sum();
    String read =
        described(areas, used) + ", swappiness " + machine.textOrUnknown("proc/sys/vm/swappiness");
    if (allowedKiB(machine) == 0) {
      return Finding.fine(FindingKind.SWAP, read + ", of which this control group may use none");
    }
    return Finding.of(
        FindingKind.SWAP, used == 0 ? Severity.WORTH_KNOWING : Severity.DISTORTS, read, ADVICE);
  }

  private static String described(List<Area> areas, double usedKiB) {
    double size = areas.stream().mapToDouble(Area::sizeKiB).sum();
    boolean compressed = areas.stream().anyMatch(Area::isCompressedMemory);
    return SizeText.size(size)
        + (compressed ? " (with zram, which is memory)" : "")
        + ", "
        + (usedKiB == 0 ? "nothing" : SizeText.size(usedKiB))
        + " in use";
  }

  private static double allowedKiB(Machine machine) {
    return ControlGroups.read(machine.root())
        .lowest("memory", group -> ControlGroups.limit(group, "memory.swap.max"));
  }
}
