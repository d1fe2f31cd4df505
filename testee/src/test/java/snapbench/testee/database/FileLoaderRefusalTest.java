package snapbench.testee.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.testee.sql.SqliteDriver;

/** Files that cannot be loaded, and what is said of them. */
class FileLoaderRefusalTest {
  @TempDir Path folder;
  private UserFile file;

  @BeforeEach
  void nameTheFile() {
    file = new UserFile(folder.resolve("it's a file.db"));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    file.assertRefused("db=" + file.path() + " does not exist");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(file.path());
    file.assertRefused("db=" + file.path() + " is not a file that can be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite format 3", "some other text, long enough for a header........"})
  void aFileOfAnotherFormatIsRefused(String content) throws IOException {
    Files.writeString(file.path(), content.repeat(content.length() > 20 ? 3 : 1));
    file.assertRefused("db=" + file.path() + " is not a SQLite database, or is encrypted");
  }

  @Test
  void aHotJournalIsRefused() throws Exception {
    file.make();
    Files.write(file.beside("-journal"), HexFormat.of().parseHex("d9d505f920a163d7"));
    file.assertRefused(
        "db="
            + file.path()
            + " has a hot journal, it's a file.db-journal: it is being written to, or a writer"
            + " died; open it once with sqlite3, then retry");
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    file.make();
    byte[] bytes = Files.readAllBytes(file.path());
    Files.write(file.path(), Arrays.copyOf(bytes, bytes.length / 2));
    file.assertRefused("malformed");
  }

  @Test
  void aDamagedPageIsRefused() throws Exception {
    file.make();
    byte[] bytes = Files.readAllBytes(file.path());
    Arrays.fill(bytes, 4096, 4096 + 100, (byte) 0x55);
    Files.write(file.path(), bytes);
    file.assertRefused("malformed");
  }

  @Test
  void aSchemaThatTheDriverIsTooOldForIsRefused() throws Exception {
    file.make("CREATE TABLE typed (a INTEGER) STRICT");
    SqliteDriver oldest = Drivers.all().get(1);
    assertThatThrownBy(() -> file.load(oldest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("db=" + file.path() + " cannot be loaded by the driver 3.")
        .hasMessageContaining("STRICT")
        .message()
        .hasLineCount(1);
  }
}
