package snapbench.workload;

import java.nio.file.Path;
import java.util.List;
import snapbench.model.Parameter;

/**
 * What a live database is made of.
 *
 * @param db {@code seed} for generated data, or the path of a SQLite file
 * @param schema of generated data
 * @param scale size of generated data
 */
public record DatabaseSource(String db, String schema, String scale) {
  private static final String GENERATED = Parameter.DB.defaultValue();

  /** Whether it is generated, not a user's file. */
  public boolean isGenerated() {
    return db.equals(GENERATED);
  }

  /** What the testee is told by {@code --db}, whatever its working folder. */
  private String absoluteDb() {
    return isGenerated() ? db : Path.of(db).toAbsolutePath().toString();
  }

  /** The same, loaded from a file that was made of it. */
  DatabaseSource from(Path file) {
    return new DatabaseSource(file.toString(), schema, scale);
  }

  /** The JVM testee's options. */
  List<String> options() {
    return List.of("--db", absoluteDb(), "--scale", scale, "--schema", schema);
  }

  /** The same text for the same database. */
  String key() {
    return isGenerated() ? String.join(" ", db, schema, scale) : absoluteDb();
  }

  @Override
  public String toString() {
    return isGenerated() ? "schema=" + schema + ", scale=" + scale : "db=" + db;
  }
}
