import { eiField } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import { type Aw319Log, at } from './aw319-log.ts';
import { valueIn } from './aw319-text.ts';
import type { EiData } from './ei-rules.ts';

type PairFault = EiData<'ei-field-pair'>['fault'];
type OpenFault = EiData<'ei-conditional-field'>['fault'];

/** Subversion (0104) that has no zeros in the field of the institution. */
const ALWAYS_INSTITUTION = '04';
/** Naamcode (0212) that says that the name of the partner follows. */
const PARTNER = '2';

/** Holds conditional fields of the header record (01) against the fields they depend on. */
export function checkHeaderPairs(record: EiRecord, log: Aw319Log): void {
  const isFilled = filledIn(record);
  const [vendor, version] = [isFilled('0106'), isFilled('0107')];
  if (vendor && !version) report(record, '0107', '0106', 'empty-beside-filled', log);
  if (version && !vendor) report(record, '0107', '0106', 'filled-beside-empty', log);
  if (!isFilled('0108')) ask(record, '0108', 'insurer', log);
  if (isFilled('0110') !== isFilled('0111')) ask(record, isFilled('0110') ? '0111' : '0110', 'practice', log);
  // That the payee is empty has been told already.
  const isPayee = valueIn(record.text, '0113') === '04';
  const isAlways = valueIn(record.text, '0104') === ALWAYS_INSTITUTION;
  if (isAlways && !isPayee && !isFilled('0112')) ask(record, '0112', 'institution', log);
}

/** The same for a client record (02). */
export function checkClientPairs(record: EiRecord, log: Aw319Log): void {
  const isFilled = filledIn(record);
  if (isFilled('0213') && valueIn(record.text, '0212') !== PARTNER) {
    report(record, '0213', '0212', 'filled-without-partner', log);
  }
  if (!isFilled('0217') && !isFilled('0221')) report(record, '0221', '0217', 'both-empty', log);
  if (isFilled('0217') && isFilled('0218')) report(record, '0218', '0217', 'both-filled', log);
  if (isFilled('0222')) ask(record, '0222', 'debtor', log);
}

function filledIn(record: EiRecord): (number: string) => boolean {
  return (number) => valueIn(record.text, number) !== '';
}

function report(record: EiRecord, number: string, other: string, fault: PairFault, log: Aw319Log): void {
  log.record('ei-field-pair', record, number, { fault, ...at(number), other, otherName: eiField(other).name });
}

/** Where the sources do not settle whether the field may be as it is. */
function ask(record: EiRecord, number: string, fault: OpenFault, log: Aw319Log): void {
  log.repeated('ei-conditional-field', record.row, number, { fault, ...at(number) });
}
