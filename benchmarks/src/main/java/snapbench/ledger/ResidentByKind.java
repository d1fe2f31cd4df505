package snapbench.ledger;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives every resident page of every mapping one kind. */
final class ResidentByKind {
  private static final double BYTES_PER_KIB = 1024;

  private final KnownRanges known;
  private final Function<Mapping, MappingKind> rest;
  private final LedgerSources.ResidentPages pages;
  private final long pageBytes;
  private final boolean countsAgain;
  private final Map<MappingKind, Double> residentKiB = new EnumMap<>(MappingKind.class);
  private final Map<MappingKind, Double> countedKiB = new EnumMap<>(MappingKind.class);

  private ResidentByKind(
      KnownRanges known,
      Function<Mapping, MappingKind> rest,
      LedgerSources.ResidentPages pages,
      Smaps smaps) {
    this.known = known;
    this.rest = rest;
    this.pages = pages;
    this.pageBytes = smaps.pageBytes();
    this.countsAgain = smaps.countsAgain();
  }

  /**
   * Adds up all mappings.
   *
   * @param tracked what HotSpot tracks; {@link TrackedMemory#UNKNOWN} of a program that is no JVM
   * @param rest the kind of a mapping, or of what is left of it
   */
  static ResidentByKind of(
      Smaps smaps,
      TrackedMemory tracked,
      LedgerSources.Libraries libraries,
      Function<Mapping, MappingKind> rest,
      LedgerSources.ResidentPages pages) {
    KnownRanges known = new KnownRanges(tracked, smaps, libraries);
    ResidentByKind resident = new ResidentByKind(known, rest, pages, smaps);
    smaps.mappings().stream().filter(mapping -> mapping.residentKiB() > 0).forEach(resident::add);
    return resident;
  }

  /** Resident KiB of a kind; together they are the resident set of all mappings. */
  double residentKiB(MappingKind kind) {
    return residentKiB.getOrDefault(kind, 0.0);
  }

  /**
   * The same, where the resident set counts pages again by what each mapping has of the
   * proportional set. What is resident of a part of a mapping is known, but not which of its pages
   * are shared: each part is taken to share as much as the whole.
   */
  double countedKiB(MappingKind kind) {
    return countedKiB.getOrDefault(kind, 0.0);
  }

  private void add(Mapping mapping) {
    List<KnownRanges.Known> parts = known.cut(mapping.range(), rest.apply(mapping));
    if (parts.stream().map(KnownRanges.Known::kind).distinct().count() == 1) {
      add(mapping, parts.get(0).kind(), mapping.residentKiB());
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
      add(mapping, MappingKind.UNATTRIBUTED, mapping.residentKiB());
      return;
    }
    for (int i = 0; i < partsKiB.length; i++) {
      add(mapping, parts.get(i).kind(), partsKiB[i]);
    }
  }

  private void add(Mapping mapping, MappingKind kind, double kiB) {
    double share = countsAgain ? mapping.proportionalKiB() / mapping.residentKiB() : 1;
    residentKiB.merge(kind, kiB, Double::sum);
    countedKiB.merge(kind, shareKiB(kiB, share), Double::sum);
  }

  /** In whole bytes, so that sums are exact. */
  static double shareKiB(double kiB, double share) {
    return Math.rint(kiB * share * BYTES_PER_KIB) / BYTES_PER_KIB;
  }
}
