package snapbench.host.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import snapbench.host.kernel.KernelFile;

/** Whether anonymous memory comes in huge pages: Documentation/admin-guide/mm/transhuge. */
final class HugePageCheck {
  private static final String FOLDER = "sys/kernel/mm/transparent_hugepage";
  private static final Pattern CHOSEN = Pattern.compile("\\[([\\w+]+)\\]");
  private static final String ALWAYS = "always";

  private HugePageCheck() {}

  static Finding check(Machine machine) {
    Optional<String> enabled = chosen(machine.root().resolve(FOLDER + "/enabled"));
    if (enabled.isEmpty()) {
      return Finding.unknown(FindingKind.TRANSPARENT_HUGE_PAGES);
    }
    List<String> sizes = sizesInUse(machine, enabled.get());
    boolean known = !machine.entries(FOLDER, "hugepages-*kB").isEmpty();
    boolean always = known ? !sizes.isEmpty() : enabled.get().equals(ALWAYS);
    String defrag = chosen(machine.root().resolve(FOLDER + "/defrag")).orElse(KernelFile.UNKNOWN);
    return Finding.of(
        FindingKind.TRANSPARENT_HUGE_PAGES,
        always ? Severity.DISTORTS : Severity.FINE,
        enabled.get()
            + (sizes.isEmpty() ? "" : " (pages of " + String.join(", ", sizes) + ")")
            + ", defrag "
            + defrag,
        "echo madvise | sudo tee /" + FOLDER + "/enabled");
  }

  /** From Linux 6.8 on each size has a setting of its own, which may inherit that of all. */
  private static List<String> sizesInUse(Machine machine, String ofAll) {
    return machine.entries(FOLDER, "hugepages-*kB").stream()
        .filter(size -> isAlways(size, ofAll))
        .map(size -> size.getFileName().toString().replaceAll("hugepages-(\\d+)kB", "$1 KiB"))
        .sorted()
        .toList();
  }

  private static boolean isAlways(Path size, String ofAll) {
    String own = chosen(size.resolve("enabled")).orElse("inherit");
    return own.equals(ALWAYS) || (own.equals("inherit") && ofAll.equals(ALWAYS));
  }

  private static Optional<String> chosen(Path file) {
    return KernelFile.find(file, CHOSEN);
  }
}
