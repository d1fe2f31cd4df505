package snapbench.testee.database.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import snapbench.testee.sql.Sql;

/**
 * Fills the tables of the schema {@code seed}, as a service does that takes on one account after
 * the other: their random ids come in no order.
 */
final class SeedData {
  /**
   * The seven tables of the schema, parents first. They have what the original report's tables
   * have: no rowids, text UUIDs and dates checked by their LIKE patterns, checked enumerations, a
   * UNIQUE over three columns, primary keys of id and date, and deferred foreign keys that cascade.
   */
  private static final String TABLES =
      """
      CREATE TABLE currency (
        id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
        issuer TEXT NOT NULL,
        code TEXT NOT NULL,
        UNIQUE (issuer, code)
      ) WITHOUT ROWID;
      CREATE TABLE currency_rate (
        currency_id TEXT NOT NULL
          CHECK (currency_id LIKE '________-____-____-____-____________'),
        date TEXT NOT NULL CHECK (date LIKE '____-__-__'),
        rate REAL NOT NULL,
        PRIMARY KEY (currency_id, date),
        FOREIGN KEY (currency_id) REFERENCES currency (id)
          ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
      ) WITHOUT ROWID;
      CREATE TABLE account (
        id TEXT NOT NULL PRIMARY KEY CHECK (id LIKE '________-____-____-____-____________'),
        note TEXT,
        active INTEGER NOT NULL CHECK (active IN (0, 1)),
        last_used TEXT NOT NULL DEFAULT (date('now')) CHECK (last_used LIKE '____-__-__')
      ) WITHOUT ROWID;
      CREATE TABLE account_key (
        account_id TEXT NOT NULL
          CHECK (account_id LIKE '________-____-____-____-____________'),
        kind TEXT NOT NULL CHECK (kind IN ('login', 'contract')),
        value TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY (account_id) REFERENCES account (id)
          ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
      ) WITHOUT ROWID;
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
      ) WITHOUT ROWID;
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
      ) WITHOUT ROWID;
      CREATE TABLE position_value (
        position_id TEXT NOT NULL
          CHECK (position_id LIKE '________-____-____-____-____________'),
        date TEXT NOT NULL CHECK (date LIKE '____-__-__'),
        value REAL,
        PRIMARY KEY (position_id, date),
        FOREIGN KEY (position_id) REFERENCES position (id)
          ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
      ) WITHOUT ROWID\
      """;

  private static final int CURRENCIES = 30;
  private static final String[] STATES = {"open", "blocked", "closed"};
  private static final int BIRTH_DAYS = 30_000;

  private final Connection connection;
  private final RandomValues random;
  private final int accounts;
  private final FillProgress progress;

  SeedData(Connection connection, GeneratedData data, Consumer<String> progressLines) {
    this.connection = connection;
    this.random = new RandomValues(data.seed());
    this.accounts = data.accounts();
    long datedValues = (CURRENCIES + (long) accounts) * DatedValues.DATES;
    this.progress = new FillProgress("generating", datedValues, "dated values", progressLines);
  }

  /** Creates and fills the tables, within the connection's transaction. */
  void fill() throws SQLException {
    Sql.run(connection, TABLES.split(";\n", -1));
    fillCurrencies();
    fillAccounts();
  }

  private void fillCurrencies() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (MultiRowInsert currencies = new MultiRowInsert(connection, "currency", 3)) {
      for (int i = 0; i < CURRENCIES; i++) {
        ids.add(random.uuid());
        currencies.add(ids.get(i), "issuer", random.alphanumeric(2) + i);
      }
      currencies.flush();
    }
    fillValues("currency_rate", ids, -4, 8);
  }

  private void fillAccounts() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (MultiRowInsert holders = new MultiRowInsert(connection, "account", 4);
        MultiRowInsert keys = new MultiRowInsert(connection, "account_key", 3);
        MultiRowInsert details = new MultiRowInsert(connection, "account_detail", 7);
        MultiRowInsert positions = new MultiRowInsert(connection, "position", 6)) {
      for (int i = 0; i < accounts; i++) {
        String account = random.uuid();
        addAccount(holders, account);
        String key = addKeys(keys, account);
        addDetail(details, account);
        ids.add(addPosition(positions, account, key));
      }
      holders.flush();
      keys.flush();
      details.flush();
      positions.flush();
    }
    fillValues("position_value", ids, 0, 14);
  }

  /** Each owner's values are of an order of magnitude of their own. */
  private void fillValues(String table, List<String> owners, int lowestExponent, int exponents)
      throws SQLException {
    try (DatedValues values = new DatedValues(connection, table)) {
      for (String owner : owners) {
        int binaryExponent = lowestExponent + random.below(exponents);
        values.insert(owner, () -> random.price(binaryExponent));
        progress.advance(DatedValues.DATES);
      }
    }
  }

  private void addAccount(MultiRowInsert holders, String account) throws SQLException {
    String note = random.text(100, RandomValues.UNICODE_TEXT);
    holders.add(account, note, random.below(2), date(DatedValues.DATES));
  }

  private String addKeys(MultiRowInsert keys, String account) throws SQLException {
    String login = random.alphanumeric(13);
    String contract = random.alphanumeric(12);
    keys.add(account, "login", login);
    keys.add(account, "contract", contract);
    return contract;
  }

  private void addDetail(MultiRowInsert details, String account) throws SQLException {
    details.add(
        account,
        random.text(24, RandomValues.UNICODE_TEXT),
        random.text(24, RandomValues.UNICODE_TEXT),
        date(BIRTH_DAYS),
        random.below(100),
        random.price(random.below(20)),
        random.alphanumeric(8));
  }

  private String addPosition(MultiRowInsert positions, String account, String key)
      throws SQLException {
    String position = random.uuid();
    String state = STATES[random.below(STATES.length)];
    positions.add(position, account, random.below(2), date(DatedValues.DATES), key, state);
    return position;
  }

  private String date(int days) {
    return random.dateBefore(DatedValues.NEWEST, days);
  }
}
