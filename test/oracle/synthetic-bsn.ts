const FIRST = 99_999_000;
const LAST = 99_999_999;
const SECOND_FIRST = 99_900_000;
const MOST = 90_000;

/**
 * The n-th (from 0) SYNTHETIC BSN: nobody's number, made here from a counter that starts at 99999… (the range of the public test
 * numbers) with a last digit that makes the 11-proef come out. Only for test data. RangeError beyond 90,000.
 */
export function syntheticBsn(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= MOST) throw new RangeError('there are 90,000 synthetic BSNs');
  while (made.length <= n) {
    const bsn = completed(String(prefix));
    prefix = prefix === LAST ? SECOND_FIRST : prefix + 1;
    if (bsn !== null) made.push(bsn);
  }
  return made[n] as string;
}

/** A SYNTHETIC BSN that starts with a zero (0999…), as a spreadsheet eats it. `n` from 0 to 999. */
export function syntheticBsnWithZero(n: number): string {
  for (let tail = 9_990_000 + 2 * n; ; tail++) {
    const bsn = completed(`0${tail}`);
    if (bsn !== null) return bsn;
  }
}

/** Nine digits from the synthetic range of which the last is wrong: no BSN. */
export function brokenBsn(n: number): string {
  const bsn = syntheticBsn(n);
  return bsn.slice(0, 8) + ((Number(bsn[8]) + 1) % 10);
}

const made: string[] = [];
let prefix = FIRST;

/** Eight digits with the ninth that makes 9a + 8b + … + 2h − i divisible by 11, or null when that would have to be 10. */
function completed(eight: string): string | null {
  const sum = [...eight].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return sum % 11 === 10 ? null : eight + (sum % 11);
}
