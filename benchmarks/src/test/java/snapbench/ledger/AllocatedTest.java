package snapbench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules by which resident memory of malloc is split. */
class AllocatedTest {
  private static final TrackedMemory TRACKED =
      new TrackedMemory(
          Map.of("Other", 100.0, "Compiler", 200.0),
          List.of(new KnownRanges.Known(new AddressRange(0, 4096), MappingKind.CODE_CACHE)));

  @Test
  void freeIsWhatIsResidentAndNotInUse() {
    Allocated split = Allocated.split(2000, 0, TRACKED, new MallocInfoXml(1, 2000, 700, 0, 0));
    assertThat(split).isEqualTo(new Allocated(100, 200, 1000, 700, 0, 0));
  }

  @Test
  void whatIsNotResidentOfTheArenasIsFree() {
    Allocated split = Allocated.split(1500, 0, TRACKED, new MallocInfoXml(1, 2000, 700, 0, 0));
    assertThat(split).isEqualTo(new Allocated(100, 200, 1000, 200, 0, 500));
  }

  @Test
  void liveMemoryThatWasNeverWrittenToLeavesNothingForTheRest() {
    Allocated split = Allocated.split(250, 0, TRACKED, new MallocInfoXml(1, 2000, 700, 0, 0));
    assertThat(split).isEqualTo(new Allocated(100, 150, 0, 0, 0, 1750));
  }

  @Test
  void whatIsNotResidentOfLargeChunksIsHotSpots() {
    Allocated split = Allocated.split(1000, 500, TRACKED, new MallocInfoXml(1, 1000, 400, 650, 0));
    assertThat(split).isEqualTo(new Allocated(100, 50, 950, 400, 0, 150));
  }

  @Test
  void whatMallocDoesNotHaveIsUnclaimed() {
    Allocated split = Allocated.split(1000, 900, TRACKED, new MallocInfoXml(1, 1200, 400, 500, 0));
    assertThat(split).isEqualTo(new Allocated(100, 200, 1000, 400, 200, 0));
  }
}
