package snapbench.testee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Refusal;

/** What old drivers cannot do is refused with the reason, and what they can do gives the same. */
final class OldDriversTest {
  private static final String OLDEST = "3.8.11.2";
  private static final String OLD = "3.36.0.3";

  @TempDir Path folder;

  @Test
  void aDriverThatWritesADiskFileForAMemoryUriIsRefused() throws Exception {
    try (RunningTestee testee = RunningTestee.startWith(RunningTestee.oldDriver(OLDEST), folder)) {
      List<Path> before = files();
      Refusal refusal = refused(testee, "memory");
      assertThat(refusal.reason())
          .startsWith("snapshot=memory: the driver wrote a disk file named 'file:")
          .doesNotContain("snapshot=vacuum");
      assertThat(files()).isEqualTo(before);
      assertThat(refused(testee, "memdb").unsupported()).isTrue();
      assertThat(refused(testee, "vacuum").reason()).contains("syntax error");
      assertThat(refused(testee, "serialize").reason()).contains("no method serialize");
      assertThat(testee.request("POST", "/dumpdb?snapshot=file").statusCode()).isEqualTo(200);
      assertThat(files()).isEqualTo(before);
    }
  }

  @Test
  void aDriverWithoutSerializeTakesAllOtherSnapshots() throws Exception {
    try (RunningTestee testee = RunningTestee.startWith(RunningTestee.oldDriver(OLD), folder)) {
      assertThat(testee.ready().sqliteVersion()).isEqualTo("3.36.0");
      for (String kind : List.of("memory", "file", "memdb", "vacuum")) {
        assertThat(testee.request("POST", "/dumpdb?snapshot=" + kind).statusCode())
            .as(kind)
            .isEqualTo(200);
      }
      assertThat(refused(testee, "serialize").unsupported()).isTrue();
    }
  }

  @Test
  void theSameSeedGivesTheSameDumpByteForByteWhateverTheDriver() throws Exception {
    byte[] bundled = dump(RunningTestee.start(folder, null, keepDump("bundled")), "bundled");
    for (String version : List.of(OLDEST, OLD)) {
      RunningTestee testee =
          RunningTestee.startWith(RunningTestee.oldDriver(version), folder, keepDump(version));
      assertThat(dump(testee, version)).as(version).isEqualTo(bundled);
    }
  }

  /** Their SQLite cuts joined text at a NUL character, which here is in the last row of a batch. */
  @Test
  void textThatTheirSqliteWouldCutIsWhole() throws Exception {
    Path file = folder.resolve("nul.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String text : List.of("'a'||char(0)||'b'", "'a'||char(31,0)||'b'")) {
        String table = "t" + text.length();
        statement.executeUpdate("CREATE TABLE " + table + "(id INTEGER PRIMARY KEY, a TEXT)");
        statement.executeUpdate(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<9000)"
                + (" INSERT INTO %s SELECT x, CASE WHEN x%%100=0 AND x>4000 THEN %s ELSE 'y' END"
                        + " FROM n")
                    .formatted(table, text));
      }
    }
    String[] bundledOptions = withFile(file, "bundled");
    byte[] bundled = dump(RunningTestee.start(folder, null, bundledOptions), "bundled");
    RunningTestee testee =
        RunningTestee.startWith(RunningTestee.oldDriver(OLD), folder, withFile(file, OLD));
    assertThat(dump(testee, OLD)).isEqualTo(bundled);
  }

  private String[] withFile(Path file, String name) {
    return new String[] {"--db", file.toString(), "--keep-dump", folder.resolve(name).toString()};
  }

  private String[] keepDump(String name) {
    return new String[] {"--keep-dump", folder.resolve(name).toString()};
  }

  private byte[] dump(RunningTestee testee, String name) throws Exception {
    try (testee) {
      var answer = testee.request("POST", "/dumpdb?snapshot=none");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      CycleReport report = JSON.std.beanFrom(CycleReport.class, answer.body());
      byte[] dump = Files.readAllBytes(folder.resolve(name).resolve("dump-1.sql"));
      assertThat(dump).hasSize((int) report.dumpBytes());
      return dump;
    }
  }

  private static Refusal refused(RunningTestee testee, String snapshot) throws Exception {
    var answer = testee.request("POST", "/dumpdb?snapshot=" + snapshot);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(501);
    Refusal refusal = JSON.std.beanFrom(Refusal.class, answer.body());
    assertThat(refusal.unsupported()).isTrue();
    return refusal;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
