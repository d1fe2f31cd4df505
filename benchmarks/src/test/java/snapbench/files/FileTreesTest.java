package snapbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a testee leaves in its folder goes with it. */
class FileTreesTest {
  @TempDir Path temporary;

  /** To root all folders are writable. */
  @Test
  void whatIsReadOnlyGoesToo() throws Exception {
    Path folder = temporary.resolve("folder");
    Path readOnly = Files.createDirectories(folder.resolve("a/b"));
    Files.createFile(readOnly.resolve("c"));
    assertThat(readOnly.toFile().setWritable(false)).isTrue();
    FileTrees.delete(folder);
    assertThat(folder).doesNotExist();
  }

  @Test
  void whatALinkLeadsToStays() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("folder"));
    Path other = Files.createDirectory(temporary.resolve("other"));
    Files.createFile(other.resolve("file"));
    Files.createSymbolicLink(folder.resolve("link"), other);
    FileTrees.delete(folder);
    assertThat(folder).doesNotExist();
    assertThat(other.resolve("file")).exists();
  }
}
