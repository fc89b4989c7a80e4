/**
 * Version 1: runs.
 *
 * What is looked at as a whole is kept as the JSON it was, so that a loaded run is the saved run to the letter; columns to search by are
 * derived from it by SQLite and cannot contradict it. Lines are searched and counted, and are columns.
 */
export const RUNS = `
  CREATE TABLE store (key_check TEXT NOT NULL) STRICT;

  -- document: the result without inputs, findings and client-months, which have their own rows.
  CREATE TABLE runs (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    document   TEXT NOT NULL,
    started_at TEXT AS (document ->> '$.run.startedAt'),
    verdict    TEXT AS (document ->> '$.run.verdict')
  ) STRICT;

  CREATE TABLE inputs (
    run      INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    document TEXT NOT NULL,
    name     TEXT AS (document ->> '$.name'),
    role     TEXT AS (document ->> '$.role'),
    sha256   TEXT AS (document ->> '$.sha256'),
    PRIMARY KEY (run, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE findings (
    run         INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    document    TEXT NOT NULL,
    fingerprint TEXT AS (document ->> '$.fingerprint'),
    rule        TEXT AS (document ->> '$.rule'),
    severity    TEXT AS (document ->> '$.severity'),
    client      TEXT AS (document ->> '$.client'),
    month       TEXT AS (document ->> '$.month'),
    PRIMARY KEY (run, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE client_months (
    run      INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    document TEXT NOT NULL,
    client   TEXT AS (document ->> '$.client'),
    month    TEXT AS (document ->> '$.month'),
    PRIMARY KEY (run, number)
  ) STRICT, WITHOUT ROWID;

  -- The clients of one run, numbered from 0: a line then needs no text, and nothing of a client outlives its runs.
  CREATE TABLE clients (
    run       INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (run, number)
  ) STRICT, WITHOUT ROWID;

  -- Technology lines, laid down by client and month within the run, so that a client-month is one place in the file.
  -- month: year * 12 + month - 1. first_day, last_day: days since 1970-01-01, both included. credit: 1 for a credit.
  -- verdict: 0 approved, 1 rejected, 2 undecided, 3 ignored. reference, corrects, provider, insurer: '' when unknown.
  CREATE TABLE lines (
    run             INTEGER NOT NULL,
    client          INTEGER NOT NULL,
    month           INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    code            TEXT NOT NULL,
    first_day       INTEGER NOT NULL,
    last_day        INTEGER NOT NULL,
    minutes         INTEGER NOT NULL,
    credit          INTEGER NOT NULL,
    reference       TEXT NOT NULL,
    corrects        TEXT NOT NULL,
    provider        TEXT NOT NULL,
    insurer         TEXT NOT NULL,
    amount_cents    INTEGER,
    verdict         INTEGER NOT NULL,
    allowed_minutes INTEGER NOT NULL,
    input           INTEGER NOT NULL,
    row             INTEGER NOT NULL,
    PRIMARY KEY (run, client, month, number),
    FOREIGN KEY (run, client) REFERENCES clients ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
`;
