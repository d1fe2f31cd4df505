package snapbench.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import snapbench.model.Parameter;

/**
 * What a testee's allocator is and is told: the value of the parameter {@code malloc}. Variables of
 * glibc: mallopt(3); trimming by HotSpot: JDK-8293114.
 *
 * @param value as it was given
 * @param environment variables of the testee; without LD_PRELOAD
 * @param jvmArguments arguments of its JVM
 * @param allocator what it preloads instead of glibc's
 * @param arenas the most arenas that glibc may make; 0 where that is not limited
 * @param mappedBytes the least size of a chunk that gets a mapping of its own; 0 where glibc
 *     decides
 * @param trimIntervalMillis after how many milliseconds HotSpot has glibc return free memory, again
 *     and again; 0 where it does not
 */
public record AllocatorSetting(
    String value,
    Map<String, String> environment,
    List<String> jvmArguments,
    Optional<PreloadedAllocator> allocator,
    int arenas,
    int mappedBytes,
    int trimIntervalMillis) {
  /** The value that leaves everything as it is. */
  private static final String SYSTEM = Parameter.MALLOC.defaultValue();

  private static final Pattern TUNABLE = Pattern.compile("(arena|mmap|trim):([1-9]\\d{0,7})");
  private static final Map<String, String> SHORT_NAMES =
      Map.of("arena1", "arena:1", "mmap", "mmap:4096", "trim", "trim:500");
  private static final String MOST_MAPPED_CHUNKS = "1000000";

  public AllocatorSetting {
    environment = Map.copyOf(environment);
    jvmArguments = List.copyOf(jvmArguments);
  }

  /**
   * Says whether a value is a lever.
   *
   * @param value with commas, not semicolons
   * @return null if it is; otherwise what would be, to follow the word "choose"
   */
  public static @Nullable String choices(String value) {
    try {
      of(value);
      return null;
    } catch (IllegalArgumentException e) {
      return Parameter.MALLOC.choices();
    }
  }

  /**
   * Reads a value.
   *
   * @param value with commas, not semicolons
   * @throws IllegalArgumentException if it is no lever
   */
  public static AllocatorSetting of(String value) {
    String[] nameAndSettings = value.split(":", 2);
    PreloadedAllocator allocator = PreloadedAllocator.of(nameAndSettings[0]).orElse(null);
    // tunables of glibc say nothing to another allocator
    return allocator == null
        ? ofGlibc(value)
        : new AllocatorSetting(
            value,
            allocator.environment(nameAndSettings.length == 2 ? nameAndSettings[1] : ""),
            List.of(),
            Optional.of(allocator),
            0,
            0,
            0);
  }

  private static AllocatorSetting ofGlibc(String value) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (String part : value.equals(SYSTEM) ? new String[0] : value.split("\\+", -1)) {
      Matcher tunable = TUNABLE.matcher(SHORT_NAMES.getOrDefault(part, part));
      if (!tunable.matches()
          || numbers.put(tunable.group(1), Integer.valueOf(tunable.group(2))) != null) {
        throw new IllegalArgumentException(value + " is not a lever");
      }
    }
    int arenas = numbers.getOrDefault("arena", 0);
    int mapped = numbers.getOrDefault("mmap", 0);
    int trim = numbers.getOrDefault("trim", 0);
    Map<String, String> environment = new TreeMap<>();
    if (arenas > 0) {
      environment.put("MALLOC_ARENA_MAX", Integer.toString(arenas));
    }
    if (mapped > 0) {
      environment.put("MALLOC_MMAP_THRESHOLD_", Integer.toString(mapped));
      environment.put("MALLOC_MMAP_MAX_", MOST_MAPPED_CHUNKS);
    }
    List<String> jvm = trim > 0 ? List.of("-XX:TrimNativeHeapInterval=" + trim) : List.of();
    return new AllocatorSetting(value, environment, jvm, Optional.empty(), arenas, mapped, trim);
  }

  /** Whether there is anything to it. */
  public boolean isSystem() {
    return environment.isEmpty() && jvmArguments.isEmpty() && allocator.isEmpty();
  }

  /** Whether HotSpot has glibc return free memory at intervals. */
  public boolean trims() {
    return trimIntervalMillis > 0;
  }
}
