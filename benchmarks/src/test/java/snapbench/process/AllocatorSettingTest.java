package snapbench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocatorSettingTest {
  @Test
  void systemChangesNothing() {
    assertThat(AllocatorSetting.of("system").isSystem()).isTrue();
    assertThat(AllocatorSetting.of("system").environment()).isEmpty();
  }

  @Test
  void glibcsTunablesAreVariablesAndTrimIsAnOptionOfTheJvm() {
    AllocatorSetting lever = AllocatorSetting.of("arena:2+mmap+trim:100");
    assertThat(lever.environment())
        .containsOnly(
            Map.entry("MALLOC_ARENA_MAX", "2"),
            Map.entry("MALLOC_MMAP_THRESHOLD_", "4096"),
            Map.entry("MALLOC_MMAP_MAX_", "1000000"));
    assertThat(lever.jvmArguments()).containsExactly("-XX:TrimNativeHeapInterval=100");
    assertThat(lever.arenas()).isEqualTo(2);
    assertThat(lever.mappedBytes()).isEqualTo(4096);
    assertThat(lever.trims()).isTrue();
    assertThat(lever.isSystem()).isFalse();
  }

  @Test
  void shortNamesStandForUsualSettings() {
    assertThat(AllocatorSetting.of("arena1").environment())
        .containsExactly(Map.entry("MALLOC_ARENA_MAX", "1"));
    assertThat(AllocatorSetting.of("trim").jvmArguments())
        .isEqualTo(List.of("-XX:TrimNativeHeapInterval=500"));
    assertThat(AllocatorSetting.of("mmap:65536").environment())
        .containsEntry("MALLOC_MMAP_THRESHOLD_", "65536");
  }

  @Test
  void settingsOfAnAllocatorBecomeItsVariables() {
    AllocatorSetting jemalloc =
        AllocatorSetting.of("jemalloc:background_thread:true,dirty_decay_ms:500");
    assertThat(jemalloc.allocator()).contains(PreloadedAllocator.JEMALLOC);
    assertThat(jemalloc.environment())
        .containsExactly(
            Map.entry("MALLOC_CONF", "background_thread:true,dirty_decay_ms:500,abort_conf:true"));
    assertThat(AllocatorSetting.of("mimalloc:purge_delay:0").environment())
        .containsExactly(Map.entry("MIMALLOC_PURGE_DELAY", "0"));
    assertThat(AllocatorSetting.of("tcmalloc:release_rate:10").environment())
        .containsExactly(Map.entry("TCMALLOC_RELEASE_RATE", "10"));
    assertThat(AllocatorSetting.of("jemalloc").environment()).isEmpty();
    assertThat(AllocatorSetting.of("jemalloc").isSystem()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arena",
        "arena:",
        "arena:0",
        "arena1:2",
        "arena:two",
        "arena1+arena:2",
        "mmap:-1",
        "trim:0",
        "trim+trim",
        "system+trim",
        "jemalloc+trim",
        "jemalloc+mimalloc",
        "jemalloc:dirty",
        "jemalloc:a:1,,b:2",
        "mimalloc:purge delay:0",
        "hoard",
        "arena1+"
      })
  void refusesWhatIsNoLever(String value) {
    assertThat(AllocatorSetting.choices(value)).contains("arena:N", "arena1+trim", "jemalloc:");
  }
}
