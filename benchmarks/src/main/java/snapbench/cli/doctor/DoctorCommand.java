package snapbench.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import snapbench.cli.measure.Diagnosis;
import snapbench.cli.terminal.ExitCode;
import snapbench.host.doctor.Doctor;
import snapbench.host.doctor.Finding;
import snapbench.host.doctor.RunSize;
import snapbench.model.Parameter;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.OwnOptions;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.RunOptions;

/** {@code doctor}: before a long run, whether this machine is fit to measure. */
@Command(
    name = "doctor",
    description = "says whether this machine is fit to measure, and what to change",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Every run looks at the same before its first measurement and keeps it in environment.json.",
      "Exit codes: 0 whatever it finds, 2 the command line is wrong."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final int WIDTH = 100;

  private final PrintStream out;

  @Option(
      names = "--scale",
      description =
          "size of the generated database, as in -p scale= of the run (default: ${DEFAULT-VALUE})")
  private String scale = Parameter.SCALE.defaultValue();

  @Option(
      names = "--threads",
      description = "worker threads of the testee, as in -p threads= (default: ${DEFAULT-VALUE})")
  private String threads = Parameter.THREADS.defaultValue();

  @Option(
      names = RunOptions.RESULTS,
      paramLabel = "DIR",
      description = "where the run's folder will be (default: ${DEFAULT-VALUE})")
  private String results = "results";

  @Option(names = "--json", description = "an object with the conclusion and an array of findings")
  private boolean json;

  /** With where to print. */
  public DoctorCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InvalidInputException, JsonProcessingException {
    Diagnosis diagnosis = new Diagnosis(Doctor.examine(size()));
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      Answer answer = new Answer(diagnosis.conclusion(), diagnosis.findings());
      out.println(mapper.writeValueAsString(answer));
    } else {
      diagnosis.table(WIDTH).forEach(out::println);
      out.println();
      out.println(diagnosis.conclusion());
    }
    return ExitCode.OK.number();
  }

  private RunSize size() throws InvalidInputException {
    ParameterChecks checks = ParameterChecks.standard();
    checks.check(Parameter.SCALE, scale, "--scale " + scale);
    checks.check(Parameter.THREADS, threads, "--threads " + threads);
    return RunSize.ofScale(
        Double.parseDouble(scale), Integer.parseInt(threads), OwnOptions.folder(results));
  }

  private record Answer(String conclusion, List<Finding> findings) {}
}
