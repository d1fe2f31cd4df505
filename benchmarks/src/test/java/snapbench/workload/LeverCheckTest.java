package snapbench.workload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import snapbench.model.OwnMemory;
import snapbench.process.AllocatorSetting;
import snapbench.process.TesteeException;
import snapbench.testee.api.LedgerTexts;

/** A lever that is not in force is found out: this process was started without any. */
class LeverCheckTest {
  private static final long DATABASE_BYTES = 50_000_000;
  private final long pid = ProcessHandle.current().pid();

  @Test
  void aVariableThatTheProcessDoesNotHave() throws Exception {
    assertThatThrownBy(() -> LeverCheck.of("arena:3").before(pid))
        .isInstanceOf(TesteeException.class)
        .hasMessage("malloc=arena:3 is not in force: the testee does not have MALLOC_ARENA_MAX=3");
  }

  @Test
  void aJvmThatDoesNotTrim() throws Exception {
    assertThatThrownBy(() -> LeverCheck.of("trim").before(pid))
        .hasMessageContaining("malloc=trim is not in force: the testee's JVM does not trim");
  }

  @Test
  void aLibraryThatIsNotMapped() {
    LeverCheck check = new LeverCheck(AllocatorSetting.of("jemalloc"), Path.of("/etc/hostname"));
    assertThatThrownBy(() -> check.before(pid)).hasMessageContaining("LD_PRELOAD=/etc/hostname");
  }

  @Test
  void moreArenasThanAllowed() throws Exception {
    assertThatThrownBy(() -> after("arena:2", 3, 0, 10_000_000))
        .hasMessage("malloc=arena:2 is not in force: glibc has 3 arenas");
    assertThatCode(() -> after("arena:3", 3, 0, 10_000_000)).doesNotThrowAnyException();
  }

  @Test
  void pagesThatAreNotMapped() throws Exception {
    assertThatThrownBy(() -> mapped("mmap", 20, 4096))
        .hasMessage("malloc=mmap is not in force: glibc has 20 chunks in mappings of their own");
    assertThatCode(() -> mapped("mmap", 7_000, 4096)).doesNotThrowAnyException();
    assertThatCode(() -> mapped("mmap:65536", 2, 4096)).doesNotThrowAnyException();
  }

  /** A database of 50 MB has 763 of 64 KiB; one of 1 KiB is too small for a mapping. */
  @Test
  void asManyPagesAreMappedAsTheirSizeAllows() throws Exception {
    assertThatCode(() -> mapped("mmap", 500, 65536)).doesNotThrowAnyException();
    assertThatThrownBy(() -> mapped("mmap", 300, 65536)).hasMessageContaining("glibc has 300");
    assertThatCode(() -> mapped("mmap", 20, 1024)).doesNotThrowAnyException();
    assertThatThrownBy(() -> mapped("mmap:1024", 20, 1024)).hasMessageContaining("glibc has 20");
  }

  @Test
  void whereThePageSizeIsUnknownOnlyWhatIsTrueOfAnyIsDemanded() throws Exception {
    assertThatCode(() -> after("mmap", 3, 20, 10_000_000)).doesNotThrowAnyException();
    assertThatCode(() -> after("mmap:512", 3, 400, 10_000_000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> after("mmap:512", 3, 300, 10_000_000))
        .hasMessageContaining("glibc has 300 chunks");
  }

  @Test
  void glibcThatStillServes() {
    LeverCheck check = new LeverCheck(AllocatorSetting.of("jemalloc"), Path.of("/etc/hostname"));
    assertThatThrownBy(() -> check.after(texts(1, 0, 60_000_000), DATABASE_BYTES, Double.NaN))
        .hasMessageContaining("glibc still serves");
    assertThatCode(() -> check.after(texts(1, 0, 100_000), DATABASE_BYTES, Double.NaN))
        .doesNotThrowAnyException();
  }

  @Test
  void anAllocatorThatSaysNothing() throws Exception {
    LedgerTexts silent =
        new LedgerTexts("", "", Double.NaN, List.of("malloc_info: no such function"));
    assertThatThrownBy(
            () ->
                LeverCheck.of("arena1")
                    .after(new SelfReport(new OwnMemory.OfJvm(silent)), DATABASE_BYTES, Double.NaN))
        .hasMessageContaining("cannot be told: malloc_info: no such function");
  }

  private static void after(String lever, int arenas, int mappedChunks, long bytes)
      throws Exception {
    LeverCheck.of(lever).after(texts(arenas, mappedChunks, bytes), DATABASE_BYTES, Double.NaN);
  }

  private static void mapped(String lever, int chunks, int pageBytes) throws Exception {
    LeverCheck.of(lever).after(texts(3, chunks, 10_000_000), DATABASE_BYTES, pageBytes);
  }

  private static SelfReport texts(int arenas, int mappedChunks, long bytes) {
    String info =
        "<malloc version=\"1\">"
            + "<heap></heap>".repeat(arenas)
            + "<total type=\"fast\" count=\"0\" size=\"0\"/><total type=\"rest\" count=\"1\""
            + " size=\"0\"/><total type=\"mmap\" count=\""
            + mappedChunks
            + "\" size=\"0\"/><system type=\"current\" size=\""
            + bytes
            + "\"/></malloc>";
    return new SelfReport(new OwnMemory.OfJvm(new LedgerTexts("", info, Double.NaN, List.of())));
  }
}
