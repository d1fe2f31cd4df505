package snapbench.testee;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Activity;
import snapbench.testee.api.Leak;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.Ready;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.cycle.Cycle;
import snapbench.testee.cycle.CycleRunner;
import snapbench.testee.cycle.Workers;
import snapbench.testee.database.Contents;
import snapbench.testee.database.LiveDatabase;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.database.probe.LiveProbe;
import snapbench.testee.fault.Fault;
import snapbench.testee.http.Endpoint;
import snapbench.testee.http.QueryString;
import snapbench.testee.memory.NativeMemory;
import snapbench.testee.memory.ProcessMemory;
import snapbench.testee.sql.SqliteDriver;

/**
 * The process under test. Fills a large in-memory database, then serves snapshot and dump cycles:
 *
 * <pre>java -cp testee.jar:sqlite-jdbc.jar snapbench.testee.TesteeMain --scale 0.1
 * curl -X POST localhost:8890/dumpdb</pre>
 *
 * <p>One line on stdout, {@code READY} and the JSON of {@link Ready}, when the database is ready
 * and the endpoint answers; everything else goes to stderr. Exit code 2 for a wrong command line or
 * database, 1 for a failure.
 */
public final class TesteeMain {
  private static final String MESSAGE_PREFIX = "testee: ";

  private TesteeMain() {}

  /** Runs the testee until it is stopped. */
  public static void main(String[] arguments) {
    PrintStream stdout = System.out;
    System.setOut(System.err);
    if (List.of(arguments).contains("--help")) {
      stdout.print(TesteeOptions.USAGE);
      return;
    }
    try {
      TesteeOptions options = TesteeOptions.parse(List.of(arguments));
      if (options.exitOnEof()) {
        exitAtEndOf(System.in);
      }
      Path export = options.export();
      if (export == null) {
        serve(options, stdout);
      } else {
        export(options, export);
      }
    } catch (IllegalArgumentException e) {
      // one line, whatever is in the names of files
      System.err.println(MESSAGE_PREFIX + String.valueOf(e.getMessage()).replace("\n", "\\n"));
      System.exit(2);
    } catch (IOException | SQLException | RuntimeException e) {
      System.err.println(MESSAGE_PREFIX + e);
      System.exit(1);
    }
  }

  private static void serve(TesteeOptions options, PrintStream stdout)
      throws IOException, SQLException {
    Endpoint.requireFree(options.port());
    if (options.keepDump() != null) {
      Files.createDirectories(options.keepDump());
    }
    Path folder = TemporaryFolder.open(options.temporaryFolder());
    LiveDatabase database = open(options);
    Workers workers = new Workers(options.threads(), database);
    LiveProbe probe =
        LiveProbe.start(
            database, options.probesReads(), options.probesWrites(), System.err::println);
    CycleRunner cycles =
        new CycleRunner(
            database,
            workers,
            probe,
            folder,
            options.keepDump(),
            fault(options.leak(), database, folder));
    Endpoint endpoint = new Endpoint(options.port(), System.getenv(Protocol.TOKEN_VARIABLE));
    addRoutes(endpoint, cycles);
    endpoint.start();
    // the JVM's end otherwise waits 300 ms for the thread that waits for connections (VM_Exit)
    Runtime.getRuntime().addShutdownHook(new Thread(endpoint::close, "close-endpoint"));
    stdout.println(Ready.PREFIX + JSON.std.asString(ready(endpoint, database)));
    stdout.flush();
  }

  private static void export(TesteeOptions options, Path file) throws IOException, SQLException {
    TemporaryFolder.open(options.temporaryFolder());
    try (LiveDatabase database = open(options)) {
      database.export(file);
    }
  }

  private static LiveDatabase open(TesteeOptions options) throws IOException, SQLException {
    SqliteDriver driver =
        SqliteDriver.find(TesteeMain.class.getClassLoader(), options.driverClass());
    if (options.db().equals("seed")) {
      GeneratedData data = new GeneratedData(options.schema(), options.scale(), options.seed());
      return LiveDatabase.generate(driver, data, System.err::println);
    }
    return LiveDatabase.load(driver, Path.of(options.db()), System.err::println);
  }

  /** Null for none, of which nothing is loaded: it would be in the resident set. */
  private static @Nullable Fault fault(Leak leak, LiveDatabase database, Path folder)
      throws SQLException {
    if (leak.kind() == Leak.Kind.NONE) {
      return null;
    }
    System.err.println("a leak is planted in the cycles: " + leak);
    return Fault.of(leak, database, folder);
  }

  private static void addRoutes(Endpoint endpoint, CycleRunner cycles) {
    endpoint
        .route(
            "POST",
            "/dumpdb",
            query -> {
              query.demandOnly("snapshot", "activity");
              return cycles.run(cycle(query));
            })
        .route("GET", "/health", query -> Map.of("status", "ready"))
        .route("GET", "/memory", TesteeMain::memory)
        .route(
            "POST",
            "/gc",
            query -> {
              System.gc();
              return Map.of("collected", true);
            })
        .route("POST", "/trim", query -> Map.of("trimmed", ProcessMemory.trim().orElse("unknown")));
  }

  private static Object memory(QueryString query) {
    query.demandOnly("ledger");
    return switch (query.get("ledger", "false")) {
      case "true" -> NativeMemory.read();
      case "false" -> ProcessMemory.read();
      default ->
          throw new IllegalArgumentException(
              "ledger=" + query.get("ledger", "") + " is not known; choose true or false");
    };
  }

  private static Cycle cycle(QueryString query) {
    String snapshot = query.get("snapshot", SnapshotKind.MEMORY.label());
    return new Cycle(
        snapshot.equals(Protocol.NO_SNAPSHOT) ? null : SnapshotKind.of(snapshot),
        Activity.of(query.get("activity", Activity.DUMP.label())));
  }

  private static Ready ready(Endpoint endpoint, LiveDatabase database) {
    Contents contents = database.contents();
    return new Ready(
        ProcessHandle.current().pid(),
        endpoint.port(),
        database.driver().className(),
        database.driver().version(),
        contents.sqliteVersion(),
        contents.compileOptions(),
        "%s %s (%s)"
            .formatted(
                System.getProperty("java.vendor"),
                Runtime.version(),
                System.getProperty("java.vm.name")),
        contents.rows(),
        contents.databaseBytes(),
        database.fillMillis());
  }

  private static void exitAtEndOf(InputStream input) {
    Thread watch =
        new Thread(
            () -> {
              try {
                // nothing is ever said on it; only its end matters
                input.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("testee: stdin failed, which ends it: " + e);
              }
              System.exit(0);
            },
            "stdin");
    watch.setDaemon(true);
    watch.start();
  }
}
