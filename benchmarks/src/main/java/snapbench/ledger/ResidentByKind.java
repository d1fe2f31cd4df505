package snapbench.ledger;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives every resident page of every mapping one kind. */
final class ResidentByKind {
  private final KnownRanges known;
  private final Function<Mapping, MappingKind> rest;
  private final LedgerSources.ResidentPages pages;
  private final long pageBytes;
  private final Map<MappingKind, Double> kiB = new EnumMap<>(MappingKind.class);

  private ResidentByKind(
      KnownRanges known,
      Function<Mapping, MappingKind> rest,
      LedgerSources.ResidentPages pages,
      long pageBytes) {
    this.known = known;
    this.rest = rest;
    this.pages = pages;
    this.pageBytes = pageBytes;
  }

  /**
   * Resident KiB of each kind; together they are the resident set of all mappings.
   *
   * @param tracked what HotSpot tracks; {@link TrackedMemory#UNKNOWN} of a program that is no JVM
   * @param rest the kind of a mapping, or of what is left of it
   */
  static Map<MappingKind, Double> of(
      Smaps smaps,
      TrackedMemory tracked,
      LedgerSources.Libraries libraries,
      Function<Mapping, MappingKind> rest,
      LedgerSources.ResidentPages pages) {
    KnownRanges known = new KnownRanges(tracked, smaps, libraries);
    ResidentByKind resident = new ResidentByKind(known, rest, pages, smaps.pageBytes());
    smaps.mappings().stream().filter(mapping -> mapping.residentKiB() > 0).forEach(resident::add);
    return resident.kiB;
  }

  private void add(Mapping mapping) {
    List<KnownRanges.Known> parts = known.cut(mapping.range(), rest.apply(mapping));
    if (parts.stream().map(KnownRanges.Known::kind).distinct().count() == 1) {
      add(parts.get(0).kind(), mapping.residentKiB());
    } else {
      split(mapping, parts);
    }
  }

  /**
   * The kernel merges neighbours that are alike, so that a chunk of malloc's may lie in one mapping
   * with memory of HotSpot's. Their pages are counted one by one. Where they do not add up (a page
   * that was read but never written is present without being resident), nothing is guessed.
   */
  private void split(Mapping mapping, List<KnownRanges.Known> parts) {
    double[] partsKiB =
        parts.stream()
            .map(KnownRanges.Known::range)
            .mapToDouble(range -> pages.kiB(range.start(), range.end(), pageBytes))
            .toArray();
    if (Arrays.stream(partsKiB).sum() != mapping.residentKiB()) {
      add(MappingKind.UNATTRIBUTED, mapping.residentKiB());
      return;
    }
    for (int i = 0; i < partsKiB.length; i++) {
      add(parts.get(i).kind(), partsKiB[i]);
    }
  }

  private void add(MappingKind kind, double residentKiB) {
    kiB.merge(kind, residentKiB, Double::sum);
  }
}
