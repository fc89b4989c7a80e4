/**
 * Version 2: bookings and waivers.
 *
 * A booking has its own copy of the lines, under pseudonyms: it outlives the run. Copies are never changed, so the booked lines of any
 * moment can be told from the numbers of the bookings alone. Every booking and every end of one takes the next number.
 */
export const BOOKINGS = `
  -- The last number given out when the run was judged. Nothing was booked before this version.
  ALTER TABLE runs ADD COLUMN judged_at INTEGER NOT NULL DEFAULT 0;
  -- The booked runs that did not count when it was judged, as a JSON list of ids: it brings their lines again, or takes their place.
  ALTER TABLE runs ADD COLUMN judged_without TEXT NOT NULL DEFAULT '[]';

  -- The run that had booked the line already, when that is all that is wrong with it.
  ALTER TABLE lines ADD COLUMN booked_by TEXT;

  -- A client of a run, in any run: the entries of one run lie together, so that a new run is written at the end.
  CREATE UNIQUE INDEX client_of_run ON clients (run, pseudonym);

  -- run, replaces, replaced_by: ids of runs, which may have been removed since. booked_at, ended_at: ISO 8601.
  -- ended: the number its end took; null while it counts. forgotten: 1 when it ended and its lines were removed with its run.
  CREATE TABLE bookings (
    number      INTEGER PRIMARY KEY,
    run         TEXT NOT NULL,
    booked_at   TEXT NOT NULL,
    replaces    TEXT,
    ended       INTEGER,
    ended_at    TEXT,
    replaced_by TEXT,
    forgotten   INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX booking_of_run ON bookings (run);
  CREATE UNIQUE INDEX counting_booking ON bookings (run) WHERE ended IS NULL;

  -- The claims files of a booked run.
  CREATE TABLE booking_files (
    booking INTEGER NOT NULL REFERENCES bookings,
    sha256  TEXT NOT NULL,
    PRIMARY KEY (booking, sha256)
  ) STRICT, WITHOUT ROWID;

  -- What a booking holds of each care month. minutes: debits less credits.
  CREATE TABLE booking_months (
    booking INTEGER NOT NULL REFERENCES bookings,
    month   INTEGER NOT NULL,
    lines   INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (booking, month)
  ) STRICT, WITHOUT ROWID;

  -- The clients of booked lines.
  CREATE TABLE booked_clients (
    number    INTEGER PRIMARY KEY,
    pseudonym TEXT NOT NULL UNIQUE
  ) STRICT;

  -- Booked lines, laid down by month: a new month is written at the end, and a client-month is one place. Columns as in lines.
  -- client: of booked_clients. Not declared as a reference, for which removing a client would walk through all lines.
  CREATE TABLE booked (
    month     INTEGER NOT NULL,
    client    INTEGER NOT NULL,
    booking   INTEGER NOT NULL REFERENCES bookings,
    number    INTEGER NOT NULL,
    code      TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day  INTEGER NOT NULL,
    minutes   INTEGER NOT NULL,
    credit    INTEGER NOT NULL,
    reference TEXT NOT NULL,
    corrects  TEXT NOT NULL,
    insurer   TEXT NOT NULL,
    PRIMARY KEY (month, client, booking, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX booked_reference ON booked (reference) WHERE reference <> '';
  CREATE INDEX booked_corrects ON booked (corrects) WHERE corrects <> '';

  -- Days as jjjj-mm-dd, both included.
  CREATE TABLE waivers (
    fingerprint TEXT PRIMARY KEY,
    reason      TEXT NOT NULL,
    owner       TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
