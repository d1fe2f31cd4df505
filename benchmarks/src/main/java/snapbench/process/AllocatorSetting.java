package snapbench.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  public static final String SYSTEM = Parameter.MALLOC.defaultValue();

  private static final String DEFAULT_THRESHOLD_BYTES = "4096";
  private static final String DEFAULT_INTERVAL_MILLIS = "500";
  private static final String MOST_MAPPED_CHUNKS = "1000000";

  /** Copies the collections. */
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
    Builder builder = new Builder();
    if (!value.equals(SYSTEM)) {
      for (String part : value.split("\\+", -1)) {
        builder.add(part);
      }
    }
    return builder.build(value);
  }

  /** Whether there is anything to it. */
  public boolean isSystem() {
    return environment.isEmpty() && jvmArguments.isEmpty() && allocator.isEmpty();
  }

  /** Whether HotSpot has glibc return free memory at intervals. */
  public boolean trims() {
    return trimIntervalMillis > 0;
  }

  /** Puts the parts of a value together. */
  private static final class Builder {
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> jvmArguments = new ArrayList<>();
    private @Nullable PreloadedAllocator allocator;
    private int arenas;
    private int mappedBytes;
    private int trimIntervalMillis;

    void add(String part) {
      String[] nameAndRest = part.split(":", 2);
      @Nullable String rest = nameAndRest.length == 2 ? nameAndRest[1] : null;
      switch (nameAndRest[0]) {
        case "arena1" -> limitArenas(rest == null ? "1" : "");
        case "arena" -> limitArenas(rest == null ? "" : rest);
        case "mmap" -> mapChunks(rest == null ? DEFAULT_THRESHOLD_BYTES : rest);
        case "trim" -> trim(rest == null ? DEFAULT_INTERVAL_MILLIS : rest);
        default -> preload(nameAndRest[0], rest == null ? "" : rest);
      }
    }

    private void limitArenas(String number) {
      require(arenas == 0);
      arenas = wholeNumber(number);
      environment.put("MALLOC_ARENA_MAX", number);
    }

    private void mapChunks(String thresholdBytes) {
      require(mappedBytes == 0);
      mappedBytes = wholeNumber(thresholdBytes);
      environment.put("MALLOC_MMAP_THRESHOLD_", thresholdBytes);
      environment.put("MALLOC_MMAP_MAX_", MOST_MAPPED_CHUNKS);
    }

    private void trim(String intervalMillis) {
      require(trimIntervalMillis == 0);
      trimIntervalMillis = wholeNumber(intervalMillis);
      jvmArguments.add("-XX:TrimNativeHeapInterval=" + intervalMillis);
    }

    private void preload(String name, String settings) {
      for (PreloadedAllocator each : PreloadedAllocator.values()) {
        if (each.label().equals(name)) {
          require(allocator == null);
          allocator = each;
          environment.putAll(each.environment(settings));
          return;
        }
      }
      throw new IllegalArgumentException(name);
    }

    private static int wholeNumber(String text) {
      require(text.matches("[1-9]\\d{0,7}"));
      return Integer.parseInt(text);
    }

    private static void require(boolean condition) {
      if (!condition) {
        throw new IllegalArgumentException("not a lever");
      }
    }

    /** Tunables of glibc say nothing to another allocator. */
    AllocatorSetting build(String value) {
      require(allocator == null || (arenas == 0 && mappedBytes == 0 && trimIntervalMillis == 0));
      return new AllocatorSetting(
          value,
          environment,
          jvmArguments,
          Optional.ofNullable(allocator),
          arenas,
          mappedBytes,
          trimIntervalMillis);
    }
  }
}
