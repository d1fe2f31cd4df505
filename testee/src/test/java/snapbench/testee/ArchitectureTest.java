package snapbench.testee;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom in the testee. */
@AnalyzeClasses(packages = "snapbench.testee", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesImportOnlyWhatTheDesignAllows =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("snapbench.testee..")
          .layer("main")
          .definedBy("snapbench.testee")
          .layer("api")
          .definedBy("snapbench.testee.api..")
          .layer("sql")
          .definedBy("snapbench.testee.sql..")
          .layer("database")
          .definedBy("snapbench.testee.database..")
          .layer("snapshot")
          .definedBy("snapbench.testee.snapshot..")
          .layer("dump")
          .definedBy("snapbench.testee.dump..")
          .layer("cycle")
          .definedBy("snapbench.testee.cycle..")
          .layer("http")
          .definedBy("snapbench.testee.http..")
          .layer("memory")
          .definedBy("snapbench.testee.memory..")
          .layer("fault")
          .definedBy("snapbench.testee.fault..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("memory")
          .mayOnlyBeAccessedByLayers("main", "http")
          .whereLayer("cycle")
          .mayOnlyBeAccessedByLayers("main", "http")
          .whereLayer("fault")
          .mayOnlyBeAccessedByLayers("main", "cycle")
          .whereLayer("dump")
          .mayOnlyBeAccessedByLayers("cycle")
          .whereLayer("snapshot")
          .mayOnlyBeAccessedByLayers("cycle", "http")
          .whereLayer("database")
          .mayOnlyBeAccessedByLayers("main", "cycle", "fault")
          .whereLayer("sql")
          .mayOnlyBeAccessedByLayers("main", "cycle", "snapshot", "dump", "fault", "database");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("snapbench.testee.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noDriverClasses =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sqlite..", "io.roastedroot..");

  @ArchTest
  static final ArchRule onlyMemoryCallsNativeCode =
      noClasses()
          .that()
          .resideOutsideOfPackage("snapbench.testee.memory..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.jna..", "java.lang.foreign..");
}
