/**
 * Version 3: return messages (AW320).
 *
 * What a payer sent back is kept with what was expected of it. A booked line that came back is not changed: a row beside it says since which
 * number it counts no longer. Returns that change what counts take their number from the same row as bookings and ends of bookings.
 */
export const RETURNS = `
  -- run: its id, which may have been removed since. booking: the booking of that run that counted; 0 when it was not booked.
  -- state: the number it took; 0 when no line stopped counting. stopped, stopped_minutes: the lines that stopped counting, and their minutes
  -- as debits less credits.
  -- dated: jjjj-mm-dd, as the message says. stored_at: ISO 8601. document: the message as a whole.
  CREATE TABLE returns (
    number          INTEGER PRIMARY KEY,
    sha256          TEXT NOT NULL,
    run             TEXT NOT NULL,
    booking         INTEGER NOT NULL,
    state           INTEGER NOT NULL,
    stopped         INTEGER NOT NULL,
    stopped_minutes INTEGER NOT NULL,
    dated           TEXT,
    stored_at       TEXT NOT NULL,
    document        TEXT NOT NULL
  ) STRICT;
  -- One message is stored once for a booking of a run.
  CREATE UNIQUE INDEX return_of_booking ON returns (sha256, run, booking);
  CREATE INDEX return_to_run ON returns (run);
  CREATE INDEX return_to_booking ON returns (booking);

  -- The lines of a return message in its order, each with what was expected of it.
  CREATE TABLE return_lines (
    return   INTEGER NOT NULL REFERENCES returns ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (return, number)
  ) STRICT, WITHOUT ROWID;

  -- Booked lines that came back and count no longer from a number on. The key is that of booked. codes: return codes, as a JSON list.
  CREATE TABLE returned (
    month   INTEGER NOT NULL,
    client  INTEGER NOT NULL,
    booking INTEGER NOT NULL REFERENCES bookings,
    number  INTEGER NOT NULL,
    return  INTEGER NOT NULL REFERENCES returns,
    state   INTEGER NOT NULL,
    codes   TEXT NOT NULL,
    PRIMARY KEY (month, client, booking, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX returned_of_booking ON returned (booking);
`;
