package snapbench.cli.measure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import snapbench.driver.Driver;
import snapbench.files.Executables;
import snapbench.files.OwnJvm;
import snapbench.model.Parameter;
import snapbench.process.TesteeName;
import snapbench.run.plan.Plan;

/** The files that the forks of a plan are started with or read. */
final class FilesOfPlan {
  private FilesOfPlan() {}

  /**
   * The jars on the class path, drivers and what they need, what tells one release of a JDK from
   * another, and programs with the files that their command names. A database is none of them: a
   * run measures a copy.
   *
   * @param drivers those that were resolved for the plan
   */
  static List<Path> of(Plan plan, Collection<Driver> drivers) {
    Stream<String> jdks = decoded(plan, Parameter.JDK).filter(jdk -> !Parameter.JDK.isDefault(jdk));
    Stream<String> words =
        decoded(plan, Parameter.TESTEE)
            .map(TesteeName::new)
            .filter(TesteeName::isCommand)
            .flatMap(testee -> testee.command().stream());
    return Stream.of(
            OwnJvm.classPath().stream(),
            drivers.stream().flatMap(driver -> driver.jars().stream()),
            Stream.concat(Stream.of(OwnJvm.home().toString()), jdks)
                .map(jdk -> Path.of(jdk, "release")),
            words.map(word -> Executables.find(word).orElse(Path.of(word))))
        .flatMap(files -> files)
        .toList();
  }

  private static Stream<String> decoded(Plan plan, Parameter parameter) {
    return plan.values(parameter.label()).stream().map(Parameter::decoded);
  }
}
