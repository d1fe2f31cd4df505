package snapbench.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.results.files.InvalidInputException;
import snapbench.testee.api.Activity;
import snapbench.testee.api.Leak;
import snapbench.testee.api.SnapshotKind;

class ParameterChecksTest {
  private final ParameterChecks checks = ParameterChecks.standard();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "snapshot,memory",
    "snapshot,serialize",
    "scale,0.001",
    "scale,10",
    "schema,flat",
    "activity,queries",
    "threads,1024",
    "malloc,system",
    "leak,none",
    "leak,fd:10",
    "leak,native:1%",
    "db,seed",
    "driver,bundled",
    "driver,3.36.0.3",
    "driver,org.example:driver:1.0-rc.1",
    "testee,jvm",
    "jdk,this",
    "jvmArgs,-Xmx1g;2g",
    "somethingElse,anything"
  })
  void acceptsWhatIsPossible(String parameter, String value) {
    assertThatCode(() -> checks.check(parameter, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "snapshot,disk,'one of memory, file, memdb, vacuum, serialize'",
    "snapshot,Memory,'one of memory, file, memdb, vacuum, serialize'",
    "scale,0,a number from 0.001 to 10.0",
    "scale,NaN,a number from 0.001 to 10.0",
    "scale,big,a number from 0.001 to 10.0",
    "schema,round,'one of seed, flat'",
    "activity,none,'one of dump, queries'",
    "threads,0,a whole number from 1 to 1024",
    "threads,1.5,a whole number from 1 to 1024",
    "db,no/such/file,seed or a readable SQLite file",
    "driver,no.jar,'bundled, a version of org.xerial:sqlite-jdbc, group:artifact:version, or the path of a jar; no.jar is not a file that can be read'",
    "driver,org.xerial:sqlite-jdbc,'bundled, a version of org.xerial:sqlite-jdbc, group:artifact:version, or the path of a jar'",
    "testee,cobol,one of jvm",
    "jdk,no/such/jdk,this or the folder of a JDK (with bin/java)"
  })
  void refusesTheRestAndNamesTheChoices(String parameter, String value, String choices) {
    assertThat(catchThrowable(() -> checks.check(parameter, value)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("-p " + parameter + "=" + value + " is not possible; choose " + choices);
  }

  @Test
  void refusesALeakThatCannotBePlanted() {
    assertThat(catchThrowable(() -> checks.check("leak", "native")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("-p leak=native is not possible; choose " + Leak.CHOICES);
  }

  @Test
  void knowsEverySnapshotAndActivityOfTheTestee() throws Exception {
    for (SnapshotKind kind : SnapshotKind.values()) {
      checks.check("snapshot", kind.label());
    }
    for (Activity activity : EnumSet.complementOf(EnumSet.of(Activity.NONE))) {
      checks.check("activity", activity.label());
    }
  }

  @Test
  void refusesWhatACommandLineOfTheTesteeCannotHaveOnItsClassPath() throws Exception {
    String folderName = "run 10" + File.pathSeparator + "30";
    Path jar = Files.createFile(Files.createDirectory(folder.resolve(folderName)).resolve("x.jar"));
    String choices = " whose absolute path is without '" + File.pathSeparator + "'";
    assertThat(catchThrowable(() -> checks.check("driver", jar.toString())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("-p driver=" + jar + " is not possible; choose a jar" + choices);
    assertThat(catchThrowable(() -> ParameterChecks.checkResults(jar.resolveSibling("results"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("--results ")
        .hasMessageContaining("results is not possible; choose a folder" + choices);
  }

  @Test
  void acceptsFilesThatExistWithCommasWrittenAsSemicolons() throws Exception {
    Path file = Files.createFile(folder.resolve("a,b.db"));
    assertThatCode(() -> checks.check("db", file.toString().replace(',', ';')))
        .doesNotThrowAnyException();
    assertThatCode(() -> checks.check("jdk", System.getProperty("java.home")))
        .doesNotThrowAnyException();
  }
}
