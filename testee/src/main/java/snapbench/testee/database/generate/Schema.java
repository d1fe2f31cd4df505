package snapbench.testee.database.generate;

/** The schemas that data can be generated for. */
public enum Schema {
  /** Seven related tables, of the same complexity as the original report's. */
  SEED,
  /** One table without constraints, of as many bytes. */
  FLAT
}
