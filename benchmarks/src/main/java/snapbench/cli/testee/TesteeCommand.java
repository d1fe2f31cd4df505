package snapbench.cli.testee;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.driver.Driver;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.model.Parameter;
import snapbench.process.JvmLauncher;
import snapbench.results.files.InvalidInputException;
import snapbench.run.loop.Interruption;
import snapbench.run.plan.ParameterChecks;

/**
 * {@code testee …}: runs a testee on its own, with this process's stdout and stderr. It ends with
 * this process, however that ends: it watches the pipe that is its stdin. Asked to, it ends with
 * this process's stdin, too; ended by anything else, it has failed.
 */
@Command(
    name = "testee",
    description = "runs the testee on its own; its options are described by testee --help")
public class TesteeCommand implements Callable<Integer> {
  private static final String DRIVER = "--driver";
  private static final String JVM_ARGUMENT = "--jvm-argument";
  private static final String EXIT_ON_EOF = "--exit-on-eof";

  private static final String EXPORT = "--export";

  private static final long END_LIMIT_SECONDS = 2;

  private final Streams streams;

  @Unmatched private List<String> arguments = new ArrayList<>();

  /** With where to print messages. */
  public TesteeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    return launch(List.copyOf(arguments));
  }

  /**
   * Starts it and waits for its end.
   *
   * @param given what followed the word {@code testee}
   * @return its exit code
   * @throws Exception if it cannot be started; the message is for the user
   */
  protected int launch(List<String> given) throws Exception {
    String driver = Drivers.BUNDLED;
    List<String> jvmArguments = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (Iterator<String> words = given.iterator(); words.hasNext(); ) {
      String word = words.next();
      switch (word) {
        case DRIVER -> driver = value(words, DRIVER);
        case JVM_ARGUMENT -> jvmArguments.add(value(words, JVM_ARGUMENT));
        default -> rest.add(word);
      }
    }
    ParameterChecks.standard().check(Parameter.DRIVER, driver, DRIVER + " " + driver);
    String name = driver;
    return TemporaryWork.run(
        "snapbench-testee-",
        streams,
        (folder, interruption) ->
            toItsEnd(start(launcher(name, jvmArguments, rest, folder)), rest, interruption));
  }

  private static String value(Iterator<String> words, String option) throws InvalidInputException {
    if (!words.hasNext()) {
      throw new InvalidInputException(option + " needs a value");
    }
    return words.next();
  }

  private JvmLauncher launcher(
      String driverName, List<String> jvmArguments, List<String> rest, Path folder)
      throws IOException {
    Driver driver;
    try (DriverResolver resolver = new DriverResolver(streams.err()::println)) {
      driver = resolver.resolve(driverName, folder);
    }
    return new JvmLauncher(
        jvmArguments,
        Drivers.classPath(driver, folder),
        Stream.concat(Stream.of("--driver-class", driver.className()), rest.stream()).toList(),
        folder);
  }

  private static Process start(JvmLauncher launcher) throws IOException {
    return new ProcessBuilder(launcher.line())
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private int toItsEnd(Process process, List<String> options, Interruption interruption)
      throws InterruptedException {
    AtomicBoolean told = new AtomicBoolean();
    if (options.contains(EXIT_ON_EOF)) {
      Thread watch = new Thread(() -> endWithStdin(process, told), "stdin");
      watch.setDaemon(true);
      watch.start();
    }
    try {
      int code = process.waitFor();
      if (code == 0 && !told.get() && !interruption.isRequested() && !isDone(options)) {
        streams.say("the testee, or its driver, ended the process without being asked to");
        return ExitCode.FAILED.number();
      }
      return code;
    } finally {
      // so that it removes a folder that the user gave it
      process.destroy();
      awaitEnd(process);
      process.destroyForcibly();
      awaitEnd(process);
    }
  }

  /** Whether it did what it ends by itself after. */
  private static boolean isDone(List<String> options) {
    int export = options.indexOf(EXPORT) + 1;
    return options.contains("--help")
        || (export > 0 && export < options.size() && Files.exists(Path.of(options.get(export))));
  }

  /** Closes its stdin when ours ends. */
  private void endWithStdin(Process process, AtomicBoolean told) {
    try (OutputStream stdin = process.getOutputStream()) {
      System.in.transferTo(OutputStream.nullOutputStream());
      told.set(true);
    } catch (IOException e) {
      streams.say("stdin cannot be read, which ends the testee: " + e.getMessage());
    }
  }

  /** An interrupt does not end this, a limit does. */
  private static void awaitEnd(Process process) {
    process.onExit().completeOnTimeout(process, END_LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }
}
