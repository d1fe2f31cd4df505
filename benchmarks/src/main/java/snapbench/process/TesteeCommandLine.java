package snapbench.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a testee is started.
 *
 * @param java the JVM's launcher
 * @param jvmArguments arguments of the JVM
 * @param classPath the testee's jar and the driver's
 * @param arguments options of the testee
 * @param environment variables added to this process's own
 * @param folder its working folder and the folder of its temporary files, removed after it
 */
public record TesteeCommandLine(
    Path java,
    List<String> jvmArguments,
    List<Path> classPath,
    List<String> arguments,
    Map<String, String> environment,
    Path folder) {
  private static final String MAIN = "snapbench.testee.TesteeMain";

  /** Copies the collections. */
  public TesteeCommandLine {
    jvmArguments = List.copyOf(jvmArguments);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** The command line, program first. */
  public List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(java.toString());
    line.addAll(jvmArguments);
    // no file in the temporary folder that a kill would leave behind, no mapping of it in the RSS
    line.add("-XX:-UsePerfData");
    // native libraries of the driver, dumps and snapshots go where they are removed with the testee
    line.add("-Djava.io.tmpdir=" + folder);
    // removed by the testee, too, so that it is gone even if this process is killed
    line.add("-Dsnapbench.folder=" + folder);
    // from 22 on the JVM warns of native libraries that were not allowed; 17 takes the option too
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-cp");
    line.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    line.add(MAIN);
    line.addAll(arguments);
    line.add("--exit-on-eof");
    return line;
  }
}
