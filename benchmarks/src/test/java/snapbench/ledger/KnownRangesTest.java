package snapbench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.host.installed.ElfFile;

class KnownRangesTest {
  private static final MappingKind REST = MappingKind.LARGE_CHUNKS;

  @Test
  void cutsAMappingWhereOwnersMeet() {
    assertThat(known("10000-12000 Code", "14000-16000 GC").cut(range("f000-18000"), REST))
        .containsExactly(
            part("f000-10000", REST),
            part("10000-12000", MappingKind.CODE_CACHE),
            part("12000-14000", REST),
            part("14000-16000", MappingKind.JVM_OTHER),
            part("16000-18000", REST));
  }

  @Test
  void ofWhatOverlapsTheEarlierRangeCounts() {
    assertThat(
            known("10000-14000 Java Heap", "12000-16000 GC", "11000-12000 Code")
                .cut(range("10000-16000"), REST))
        .containsExactly(
            part("10000-14000", MappingKind.JAVA_HEAP), part("14000-16000", MappingKind.JVM_OTHER));
  }

  @Test
  void theZeroedDataOfALibraryIsItsOwnInWholePages() {
    Smaps smaps =
        new Smaps(
            List.of(new Mapping(range("20000-24000"), "r-xp", 0, "/lib/a.so", 16, 8, "rd ex")),
            4096);
    KnownRanges known =
        new KnownRanges(
            TrackedMemory.UNKNOWN,
            smaps,
            path ->
                List.of(
                    new ElfFile.ZeroedData(0x4100, 0x4200),
                    new ElfFile.ZeroedData(0x4200, 0x6001)));
    assertThat(known.cut(range("24000-28000"), REST))
        .containsExactly(
            part("24000-25000", REST),
            part("25000-27000", MappingKind.FILE_MAPPED),
            part("27000-28000", REST));
  }

  private static KnownRanges known(String... regions) {
    List<KnownRanges.Known> parsed =
        List.of(regions).stream()
            .map(region -> region.split(" ", 2))
            .map(words -> new KnownRanges.Known(range(words[0]), MappingKind.ofCategory(words[1])))
            .toList();
    return new KnownRanges(
        new TrackedMemory(Map.of(), parsed), new Smaps(List.of(), 4096), path -> List.of());
  }

  private static KnownRanges.Known part(String range, MappingKind kind) {
    return new KnownRanges.Known(range(range), kind);
  }

  private static AddressRange range(String text) {
    String[] addresses = text.split("-", 2);
    return AddressRange.parse(addresses[0], addresses[1]);
  }
}
