package snapbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Who may import whom in the benchmarks. */
@AnalyzeClasses(packages = "snapbench", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "snapbench.";
  private static final String API = "testee.api";

  private static final String MODEL = "model";
  private static final String FILES = "files";

  /** Package, and those of ours that it may import; all may import model and files, and cli all. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(MODEL, Set.of(API)),
          Map.entry(FILES, Set.of()),
          Map.entry("run", Set.of("driver", "control", "host", "results", API)),
          Map.entry(
              "workload",
              Set.of("process", "driver", "control", "profile", "host", "ledger", "results", API)),
          Map.entry("process", Set.of(API)),
          Map.entry("driver", Set.of()),
          Map.entry("control", Set.of()),
          Map.entry("check", Set.of("process", "driver", "profile", API)),
          Map.entry("profile", Set.of("host")),
          Map.entry("host", Set.of()),
          Map.entry("ledger", Set.of("host", API)),
          Map.entry("results", Set.of()),
          Map.entry("analysis", Set.of("results")),
          Map.entry("report", Set.of("results", "analysis")),
          Map.entry(
              "self",
              Set.of(
                  "process",
                  "driver",
                  "profile",
                  "host",
                  "control",
                  "workload",
                  "run",
                  "results",
                  "analysis",
                  "report",
                  "ledger",
                  "check",
                  API)));

  @ArchTest
  static final ArchRule packagesImportOnlyWhatTheDesignAllows =
      classes().that().resideInAPackage("snapbench..").should(importOnlyWhatIsAllowed());

  /** Of packages at every level, each by itself. */
  @ArchTest
  static final ArchRule noCycles = slices().matching("snapbench.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyProfileKnowsOshi =
      noClasses()
          .that()
          .resideOutsideOfPackage("snapbench.profile..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("oshi..");

  @ArchTest
  static final ArchRule onlyTheCommandLineExits =
      noClasses()
          .that()
          .resideOutsideOfPackages("snapbench.cli..", "snapbench.testee")
          .should()
          .callMethod(System.class, "exit", int.class);

  private static ArchCondition<JavaClass> importOnlyWhatIsAllowed() {
    return new ArchCondition<>("import only what the design allows") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String from = roomOf(item);
        if (from.equals("cli") || from.startsWith("testee")) {
          return;
        }
        item.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !isBottom(roomOf(dependency.getTargetClass())))
            .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
            .filter(dependency -> !roomOf(dependency.getTargetClass()).equals(from))
            .filter(
                dependency ->
                    !ALLOWED
                        .getOrDefault(from, Set.of())
                        .contains(roomOf(dependency.getTargetClass())))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
      }
    };
  }

  /** What all may import. */
  private static boolean isBottom(String room) {
    return room.equals(MODEL) || room.equals(FILES);
  }

  /** The package below ours: {@code run} of {@code run.loop}, but {@code testee.api} whole. */
  private static String roomOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    String room = name.substring(ROOT.length());
    return room.startsWith("testee") ? room : room.split("\\.", 2)[0];
  }
}
