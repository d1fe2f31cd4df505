package snapbench.host.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.kernel.ContainerLimits;
import snapbench.host.kernel.Memory;
import snapbench.host.kernel.OperatingSystem;
import snapbench.host.kernel.Processor;

class EnvironmentTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T08:59:30.123Z"), ZoneOffset.UTC);

  /** Stands for the root of the file system. */
  @TempDir Path root;

  @Test
  void readsALinuxMachine() throws Exception {
    has("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n");
    has("proc/sys/kernel/osrelease", "6.1.0-18-amd64\n");
    has("proc/meminfo", "MemTotal:       24684100 kB\nSwapTotal:             0 kB\n");
    has("proc/cpuinfo", logicalCore(0, 0) + logicalCore(1, 0) + logicalCore(2, 1));
    has("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    has("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "schedutil\n");
    has("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
    Environment environment = Environment.read(root, CLOCK, Map.of(), List.of());
    assertThat(environment.time()).isEqualTo("2026-11-23T08:59:30Z");
    assertThat(environment.operatingSystem().version()).isEqualTo("Debian GNU/Linux 12 (bookworm)");
    assertThat(environment.operatingSystem().kernel()).isEqualTo("6.1.0-18-amd64");
    assertThat(environment.memory()).isEqualTo(new Memory(24684100, 0, "madvise"));
    int available = Runtime.getRuntime().availableProcessors();
    assertThat(environment.processor())
        .isEqualTo(new Processor("AMD EPYC", 3, 2, available, "schedutil", "yes", "tsc"));
  }

  private static String logicalCore(int number, int core) {
    return """
    processor\t: %d
    model name\t: AMD EPYC
    physical id\t: 0
    core id\t\t: %d
    flags\t\t: fpu rdrand hypervisor lahf_lm

    """
        .formatted(number, core);
  }

  @Test
  void readsWithUnknownsWhereThereIsNoProcAndNoSys() {
    Environment environment = Environment.read(root, CLOCK, Map.of(), List.of());
    assertThat(environment.operatingSystem().name()).isEqualTo(System.getProperty("os.name"));
    assertThat(environment.processor().model()).isEqualTo("unknown");
    assertThat(environment.processor().logicalCores()).isNaN();
    assertThat(environment.processor().hypervisor()).isEqualTo("unknown");
    assertThat(environment.memory().totalKiB()).isPositive();
    assertThat(environment.memory().swapTotalKiB()).isNaN();
    assertThat(environment.limits())
        .isEqualTo(new ContainerLimits(Double.NaN, Double.NaN, Double.NaN, "unknown"));
  }

  @Test
  void keepsOnlyVariablesThatChangeMemoryOrTheJvm() {
    Map<String, String> variables =
        Map.of(
            "MALLOC_ARENA_MAX", "1",
            "LD_PRELOAD", "libjemalloc.so.2",
            "JAVA_TOOL_OPTIONS", "-Xmx1g",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "MY_MALLOC_", "no");
    assertThat(Environment.read(root, CLOCK, variables, List.of()).variables())
        .containsOnlyKeys("JAVA_TOOL_OPTIONS", "LD_PRELOAD", "MALLOC_ARENA_MAX");
  }

  @Test
  void namesMusl() {
    assertThat(
            OperatingSystem.parseMusl(
                """
                musl libc (x86_64)
                Version 1.2.4_git20230717
                Dynamic Program Loader
                Usage: /lib/ld-musl-x86_64.so.1 [options] [--] pathname
                """))
        .contains("musl 1.2.4_git20230717");
    assertThat(OperatingSystem.parseMusl("ldd (Debian GLIBC 2.36-9) 2.36")).isEmpty();
  }

  @Test
  void becomesJson() throws Exception {
    ObjectMapper json = new ObjectMapper();
    Finding finding = Finding.of(FindingKind.SWAP, Severity.DISTORTS, "8.0 GiB", "swapoff -a");
    Environment environment =
        Environment.read(root, CLOCK, Map.of("LD_PRELOAD", "x.so"), List.of(finding));
    JsonNode tree = json.readTree(json.writeValueAsString(environment));
    assertThat(tree.at("/javaVirtualMachine/version").asText())
        .isEqualTo(Runtime.version().toString());
    assertThat(tree.at("/findings/0/kind").asText()).isEqualTo("SWAP");
    assertThat(tree.at("/limits/memoryKiB").asText()).isEqualTo("NaN");
    assertThat(tree.at("/variables/LD_PRELOAD").asText()).isEqualTo("x.so");
    assertThat(json.treeToValue(tree, Environment.class)).isEqualTo(environment);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsThisMachine() {
    Environment environment = Environment.read(RunSize.unknown(Path.of(".")));
    assertThat(environment.operatingSystem().libc()).matches("(glibc|musl) [0-9].*");
    assertThat(environment.processor().logicalCores()).isPositive();
    assertThat(environment.limits().allowedCores()).matches("[0-9,-]+");
    assertThat(environment.memory().totalKiB()).isPositive();
    assertThat(environment.loadAverage()).isGreaterThanOrEqualTo(0);
    assertThat(environment.temporaryFileSystem()).isNotEqualTo("unknown");
    assertThat(environment.findings()).hasSize(FindingKind.values().length);
  }

  private void has(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
