package snapbench.host.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerLimitsTest {
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  /** Stands for the root of the file system. */
  @TempDir Path root;

  @BeforeEach
  void mayRunOnFourCores() throws Exception {
    has("proc/self/status", "Cpus_allowed:\tf\nCpus_allowed_list:\t0-3\n");
  }

  @Test
  void version2TakesTheLowestLimitUpTheTree() throws Exception {
    has("proc/self/cgroup", "0::/user.slice/session.scope\n");
    has("sys/fs/cgroup/user.slice/memory.max", "1073741824\n");
    has("sys/fs/cgroup/user.slice/session.scope/memory.max", "max\n");
    has("sys/fs/cgroup/user.slice/session.scope/cpu.max", "150000 100000\n");
    has("sys/fs/cgroup/user.slice/session.scope/pids.max", "max\n");
    assertThat(ContainerLimits.read(root))
        .isEqualTo(new ContainerLimits(1048576, 1.5, NO_LIMIT, "0-3"));
  }

  @Test
  void version2InAContainerSeesItsOwnGroupAtTheTop() throws Exception {
    has("proc/self/cgroup", "0::/../../outside\n");
    has("sys/fs/cgroup/memory.max", "max\n");
    has("sys/fs/cgroup/cpu.max", "max 100000\n");
    has("sys/fs/cgroup/pids.max", "512\n");
    assertThat(ContainerLimits.read(root))
        .isEqualTo(new ContainerLimits(NO_LIMIT, NO_LIMIT, 512, "0-3"));
  }

  @Test
  void version1HasAFolderForEachController() throws Exception {
    has(
        "proc/self/cgroup",
        """
        9:name=systemd:/
        8:pids:/docker/0a1b
        4:memory:/docker/0a1b
        3:cpu,cpuacct:/docker/0a1b
        0::/
        """);
    has("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    has("sys/fs/cgroup/memory/docker/0a1b/memory.limit_in_bytes", "536870912\n");
    has("sys/fs/cgroup/cpu/docker/0a1b/cpu.cfs_quota_us", "-1\n");
    has("sys/fs/cgroup/cpu/docker/0a1b/cpu.cfs_period_us", "100000\n");
    has("sys/fs/cgroup/pids/docker/0a1b/pids.max", "max\n");
    assertThat(ContainerLimits.read(root))
        .isEqualTo(new ContainerLimits(524288, NO_LIMIT, NO_LIMIT, "0-3"));
  }

  @Test
  void isUnknownWhereTheTextMakesNoSense() throws Exception {
    has("proc/self/cgroup", "nonsense\n0::\n");
    has("sys/fs/cgroup/memory.max", "plenty\n");
    has("sys/fs/cgroup/cpu.max", "100000\n");
    assertThat(ContainerLimits.read(root))
        .isEqualTo(new ContainerLimits(Double.NaN, Double.NaN, NO_LIMIT, "0-3"));
  }

  @Test
  void isUnknownWhereControlGroupsAreNotMounted() throws Exception {
    has("proc/self/cgroup", "0::/\n");
    assertThat(ContainerLimits.read(root))
        .isEqualTo(new ContainerLimits(Double.NaN, Double.NaN, Double.NaN, "0-3"));
  }

  private void has(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
