package snapbench.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HotSpot's native memory tracking in detail, in KB.
 *
 * @param mallocKiB what it has taken by malloc, by category; the tracking's own headers included
 * @param regions what it has mapped itself, and the stacks
 */
record TrackedMemory(Map<String, Double> mallocKiB, List<KnownRanges.Known> regions) {
  static final TrackedMemory UNKNOWN = new TrackedMemory(Map.of(), List.of());

  /** The category of what Java code takes, by {@code Unsafe}, for direct buffers above all. */
  private static final String OTHER = "Other";

  private static final String MAP = "Virtual memory map:";
  private static final Pattern CATEGORY = Pattern.compile("-\\s+(\\S.*?) \\(reserved=\\d+KB, .*");
  private static final Pattern AMOUNT =
      Pattern.compile("\\s+\\((?:malloc|arena|tracking overhead)=(\\d+)KB\\b.*");
  private static final Pattern REGION =
      Pattern.compile(
          "\\[0x(\\p{XDigit}+) - 0x(\\p{XDigit}+)\\] reserved (?:and committed )?\\d+KB"
              + " for (.+?)(?: from)?\\s*");

  TrackedMemory {
    mallocKiB = Map.copyOf(mallocKiB);
    regions = List.copyOf(regions);
  }

  /** Reads the text; {@link #UNKNOWN} where it is none, or has no address ranges. */
  static TrackedMemory parse(String text) {
    int map = text.indexOf(MAP);
    if (map < 0) {
      return UNKNOWN;
    }
    Map<String, Double> malloc = mallocOf(text.substring(0, map));
    List<KnownRanges.Known> regions = regionsOf(text.substring(map));
    return malloc.isEmpty() || regions.isEmpty() ? UNKNOWN : new TrackedMemory(malloc, regions);
  }

  private static Map<String, Double> mallocOf(String summary) {
    Map<String, Double> malloc = new LinkedHashMap<>();
    String category = "";
    for (String line : summary.lines().toList()) {
      Matcher heading = CATEGORY.matcher(line);
      Matcher amount = AMOUNT.matcher(line);
      if (heading.matches()) {
        category = heading.group(1);
      } else if (!category.isEmpty() && amount.matches()) {
        malloc.merge(category, Double.valueOf(amount.group(1)), Double::sum);
      }
    }
    return malloc;
  }

  private static List<KnownRanges.Known> regionsOf(String map) {
    List<KnownRanges.Known> regions = new ArrayList<>();
    for (String line : map.lines().toList()) {
      // what is committed within a region is indented
      Matcher region = line.startsWith("[") ? REGION.matcher(line) : null;
      if (region != null && region.matches()) {
        regions.add(
            new KnownRanges.Known(
                AddressRange.parse(region.group(1), region.group(2)),
                MappingKind.ofCategory(region.group(3))));
      }
    }
    return regions;
  }

  boolean isKnown() {
    return !regions.isEmpty();
  }

  /** Taken by Java code. */
  double directKiB() {
    return mallocKiB.getOrDefault(OTHER, 0.0);
  }

  /** Taken by HotSpot itself. */
  double ownKiB() {
    return mallocKiB.values().stream().mapToDouble(Double::doubleValue).sum() - directKiB();
  }
}
