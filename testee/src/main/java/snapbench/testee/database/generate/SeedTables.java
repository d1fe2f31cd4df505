package snapbench.testee.database.generate;

/**
 * The seven tables of the schema {@code seed}. They have what the original report's tables have: no
 * rowids, text UUIDs and dates checked by their LIKE patterns, checked enumerations, a UNIQUE over
 * three columns, primary keys of id and date, and deferred foreign keys that cascade.
 */
final class SeedTables {
  /** The statements that create the tables, parents first. */
  static final String[] DEFINITIONS = {
    """
    CREATE TABLE currency (
      id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
      issuer TEXT NOT NULL,
      code TEXT NOT NULL,
      UNIQUE (issuer, code)
    ) WITHOUT ROWID\
    """,
    """
    CREATE TABLE currency_rate (
      currency_id TEXT NOT NULL
        CHECK (currency_id LIKE '________-____-____-____-____________'),
      date TEXT NOT NULL CHECK (date LIKE '____-__-__'),
      rate REAL NOT NULL,
      PRIMARY KEY (currency_id, date),
      FOREIGN KEY (currency_id) REFERENCES currency (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID\
    """,
    """
    CREATE TABLE account (
      id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
      note TEXT,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      last_used TEXT NOT NULL DEFAULT (date('now')) CHECK (last_used LIKE '____-__-__')
    ) WITHOUT ROWID\
    """,
    """
    CREATE TABLE account_key (
      account_id TEXT NOT NULL
        CHECK (account_id LIKE '________-____-____-____-____________'),
      kind TEXT NOT NULL CHECK (kind IN ('login', 'contract')),
      value TEXT NOT NULL PRIMARY KEY,
      FOREIGN KEY (account_id) REFERENCES account (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID\
    """,
    """
    CREATE TABLE account_detail (
      account_id TEXT NOT NULL PRIMARY KEY
        CHECK (account_id LIKE '________-____-____-____-____________'),
      given_name TEXT,
      family_name TEXT,
      birth_date TEXT CHECK (birth_date LIKE '____-__-__'),
      level INTEGER,
      credit REAL,
      reference TEXT,
      FOREIGN KEY (account_id) REFERENCES account (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID\
    """,
    """
    CREATE TABLE position (
      id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
      account_id TEXT NOT NULL,
      hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
      opened TEXT NOT NULL CHECK (opened LIKE '____-__-__'),
      account_key TEXT,
      state TEXT NOT NULL CHECK (state IN ('open', 'blocked', 'closed')),
      FOREIGN KEY (account_id) REFERENCES account (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (account_id, state, account_key)
    ) WITHOUT ROWID\
    """,
    """
    CREATE TABLE position_value (
      position_id TEXT NOT NULL
        CHECK (position_id LIKE '________-____-____-____-____________'),
      date TEXT NOT NULL CHECK (date LIKE '____-__-__'),
      value REAL,
      PRIMARY KEY (position_id, date),
      FOREIGN KEY (position_id) REFERENCES position (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID\
    """
  };

  private SeedTables() {}
}
