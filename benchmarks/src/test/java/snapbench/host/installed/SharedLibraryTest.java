package snapbench.host.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedLibraryTest {
  private static final SharedLibrary LIBRARY =
      new SharedLibrary(List.of("libexample.so.2", "libexample.so.1"), "libexample2");

  @TempDir Path root;

  @Test
  void findsItWhereDebianPutsIt() throws Exception {
    Path file = create("usr/lib/x86_64-linux-gnu/libexample.so.2");
    create("usr/lib/x86_64-linux-gnu/libexample.so.1");
    assertThat(LIBRARY.find(root, "")).contains(file);
  }

  @Test
  void prefersTheLibraryPath() throws Exception {
    create("usr/lib64/libexample.so.2");
    Path own = create("own/libexample.so.1");
    assertThat(LIBRARY.find(root, "/nowhere:" + own.getParent())).contains(own);
  }

  @Test
  void saysWhichPackageBringsIt() {
    assertThat(LIBRARY.find(root, "")).isEmpty();
    assertThat(LIBRARY.need())
        .isEqualTo("needs the Debian package libexample2 (libexample.so.2 was not found)");
  }

  private Path create(String name) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
