package snapbench.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import snapbench.host.installed.ElfFile;

/** Ranges whose kind is known, whatever the mappings they lie in: by address, none overlapping. */
final class KnownRanges {
  /**
   * A range of one kind.
   *
   * @param range where it is
   * @param kind what it is for
   */
  record Known(AddressRange range, MappingKind kind) {}

  private final List<Known> ranges = new ArrayList<>();

  /** What HotSpot tracks, and the zero-initialised data of libraries. */
  KnownRanges(TrackedMemory tracked, Smaps smaps, LedgerSources.Libraries libraries) {
    List<Known> found = new ArrayList<>(tracked.regions());
    smaps
        .beginningsOfFiles()
        .forEach(file -> addZeroedData(file, smaps.pageBytes(), libraries, found));
    found.stream().sorted(Comparator.comparing(Known::range)).forEach(this::add);
  }

  /** Whole pages: the beginning of the data shares its page with what is in the file. */
  private static void addZeroedData(
      Mapping file, long pageBytes, LedgerSources.Libraries libraries, List<Known> found) {
    for (ElfFile.ZeroedData data : libraries.zeroedData(file.name())) {
      long start = roundUp(file.range().start() + data.start(), pageBytes);
      long end = roundUp(file.range().start() + data.end(), pageBytes);
      if (Long.compareUnsigned(start, end) < 0) {
        found.add(new Known(new AddressRange(start, end), MappingKind.FILE_MAPPED));
      }
    }
  }

  private static long roundUp(long address, long pageBytes) {
    return (address + pageBytes - 1) & -pageBytes;
  }

  /** Of what overlaps an earlier range, only the rest counts. */
  private void add(Known next) {
    AddressRange range = next.range();
    if (!ranges.isEmpty()) {
      long end = ranges.get(ranges.size() - 1).range().end();
      if (Long.compareUnsigned(range.end(), end) <= 0) {
        return;
      }
      if (Long.compareUnsigned(range.start(), end) < 0) {
        range = new AddressRange(end, range.end());
      }
    }
    ranges.add(new Known(range, next.kind()));
  }

  /** Cuts a mapping: what is known within it, and the rest, which has the kind given. */
  List<Known> cut(AddressRange mapping, MappingKind rest) {
    List<Known> parts = new ArrayList<>();
    long position = mapping.start();
    for (Known known : ranges) {
      if (known.range().overlaps(mapping)) {
        AddressRange part = known.range().intersection(mapping);
        if (position != part.start()) {
          parts.add(new Known(new AddressRange(position, part.start()), rest));
        }
        parts.add(new Known(part, known.kind()));
        position = part.end();
      }
    }
    if (position != mapping.end()) {
      parts.add(new Known(new AddressRange(position, mapping.end()), rest));
    }
    return parts;
  }
}
