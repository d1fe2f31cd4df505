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

  boolean isGenerated() {
    return db.equals(GENERATED);
  }

  /** What the testee is told by {@code --db}, whatever its working folder. */
  String absoluteDb() {
    return isGenerated() ? db : Path.of(db).toAbsolutePath().toString();
  }

  /** The JVM testee's options. */
  List<String> options() {
    return List.of("--db", absoluteDb(), "--schema", schema, "--scale", scale);
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
