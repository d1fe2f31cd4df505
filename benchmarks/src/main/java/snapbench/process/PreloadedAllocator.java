package snapbench.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An allocator that takes glibc's place in a process that preloads it. */
public enum PreloadedAllocator {
  /** Its settings are those of MALLOC_CONF: {@code name:value,name:value}; jemalloc(3). */
  JEMALLOC("libjemalloc2", "libjemalloc.so.2"),
  /** Its settings are variables: {@code purge_delay:0} is MIMALLOC_PURGE_DELAY=0. */
  MIMALLOC("libmimalloc2.0", "libmimalloc.so.2.0 libmimalloc.so.2 libmimalloc.so.3"),
  /** Its settings are variables: {@code release_rate:10} is TCMALLOC_RELEASE_RATE=10. */
  TCMALLOC("libtcmalloc-minimal4", "libtcmalloc_minimal.so.4 libtcmalloc.so.4");

  private final String debianPackage;
  private final String fileNames;

  PreloadedAllocator(String debianPackage, String fileNames) {
    this.debianPackage = debianPackage;
    this.fileNames = fileNames;
  }

  /** Its name as a lever, for instance {@code jemalloc}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The allocator of that name; empty if it is none of them. */
  static Optional<PreloadedAllocator> of(String label) {
    return Stream.of(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** The Debian package that brings it. */
  public String debianPackage() {
    return debianPackage;
  }

  /** Names of its library, the preferred one first. */
  public List<String> fileNames() {
    return List.of(fileNames.split(" ", -1));
  }

  /**
   * The variables that carry its settings.
   *
   * @param settings {@code name:value} pairs with commas between them; may be empty
   * @throws IllegalArgumentException if it is no such list
   */
  Map<String, String> environment(String settings) {
    List<String> pairs = settings.isEmpty() ? List.of() : List.of(settings.split(",", -1));
    Map<String, String> variables = new TreeMap<>();
    for (String pair : pairs) {
      if (!pair.matches("[A-Za-z][\\w.]*:[\\w.:/-]+")) {
        throw new IllegalArgumentException(pair + " is not name:value");
      }
      String[] nameAndValue = pair.split(":", 2);
      variables.put(name() + "_" + nameAndValue[0].toUpperCase(Locale.ROOT), nameAndValue[1]);
    }
    // with the last one, jemalloc ends the process for a setting that it does not know
    return this == JEMALLOC && !pairs.isEmpty()
        ? Map.of("MALLOC_CONF", settings + ",abort_conf:true")
        : variables;
  }
}
