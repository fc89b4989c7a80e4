import type { ReturnFault } from '../domain/return-message.ts';
import type { ReturnLabels } from './return-label-keys.ts';

/** What `tzt return` says in English. */
export const RETURN_LABELS_EN: ReturnLabels = {
  fault: enFault,
  declaration: (message, version) =>
    `is no return message but the declaration itself: ${message}, version ${version}. Check it with tzt validate, and give the message that the insurer or zorgkantoor sent back (AW320).`,
  other: (message, version) =>
    `is an EI message (${message}, version ${version}), but not the AW320 1.3 or 1.4 that is read here. Give the return message to an AW319.`,
  noHeader: 'does not begin with a header record (01): the message is not whole. Fetch it again.',
  xml: (message) =>
    `is ${message === undefined ? 'an XML or HTML file' : `an XML message, ${message}`}. Give the return message AW320, a text file with lines of 370 positions.`,
  noMessage: 'is no EI message. Give the return message AW320 as the insurer or zorgkantoor sent it back.',
  noRun:
    'No remembered run has lines that are in this return message. Was this declaration validated with tzt, and with this store (--store)?',
  severalRuns: (candidates) =>
    `This return message fits several runs equally well: ${candidates}. Name the run that was sent with --run.`,
  notOfRun: (run, candidates) =>
    `No line of this return message belongs to run ${run}.${candidates === '' ? '' : ` They do to: ${candidates}.`}`,
  candidate: (run, lines, booked) => `${run} (${lines} ${lines === 1 ? 'line' : 'lines'}${booked ? ', booked' : ''})`,
  wholeNeedsRun: (candidates) =>
    `The whole file was sent back, without lines: that does not show which run it answers. Name the run with --run.${candidates === '' ? '' : ` Booked in this period: ${candidates}.`}`,
  wholeSeveralFiles: (run, files) =>
    `The whole file was sent back, without lines, and run ${run} has several messages (${files}): which of them is not to be seen. If the whole run came back, take its booking back with tzt unbook ${run}.`,
  title: (name, version, dated) => `Return message AW320 ${version} (${name}) of ${dated}`,
  noDay: 'unknown date',
  about: (payer, invoice) => `insurer (UZOVI) ${payer}, invoice ${invoice}`,
  run: (run, booked) =>
    booked === null ? `Answers run ${run}, which is not booked.` : `Answers run ${run}, booked on ${booked}.`,
  pruned: 'Of this run only the booking was kept: what was expected is no longer known.',
  test: 'This answers a test message: it does not count, and nothing was stored.',
  wholeFile: 'The file was refused as a whole:',
  notStoredDamaged:
    'The message is not whole, or damaged. Nothing was stored and nothing stopped counting. Fetch the message again.',
  notStoredCounts:
    'The counts of the message are not right; lines may be missing. Nothing was stored. If the message is whole all the same, give --force.',
  inferred: 'No public description of AW320 1.4 was found; it was read by the layout of 1.3.',
  answers: {
    granted: 'granted',
    partly: 'partly granted',
    rejected: 'rejected',
    'not-judged': 'not judged',
    unclear: 'unclear',
  },
  comparisons: { agreed: 'as expected', hit: 'predicted', miss: 'missed', surprise: 'surprise', none: '–' },
  unmatched: {
    unknown: 'not in the run',
    differs: 'reference known, contents differ',
    ambiguous: 'several equal lines in the run',
  },
  columns: {
    row: 'Record',
    client: 'Client',
    code: 'Code',
    days: 'Period',
    time: 'Time',
    reference: 'Reference',
    answer: 'Answer',
    returnCode: 'Return code',
    expected: 'Expected by tzt',
    comparison: 'Outcome',
  },
  scoreColumns: {
    code: 'Return code',
    meaning: 'Meaning',
    rule: 'Rule',
    lines: 'Lines',
    otherCode: 'Other code',
    granted: 'Granted after all',
  },
  lines: 'Lines that were not simply granted',
  byCode: 'By return code',
  byRule: 'By check of tzt',
  nothingExpected: 'not known',
  rejectedHere: (codes) => (codes === '' ? 'rejected' : `rejected, ${codes}`),
  approvedHere: 'approved',
  undecidedHere: 'undecided',
  unknownCode: 'our sources do not give its meaning',
  topicOnly: (topic) => `about: ${topic}; our sources do not give its meaning`,
  more: (_n, text) => `and ${text} more; all of them with --all or --json`,
  agreedHidden: (n, text) =>
    `${text} ${n === 1 ? 'line was granted as expected and is' : 'lines were granted as expected and are'} not shown here; all of them with --all.`,
  totals: (lines, counts) =>
    `${lines === 1 ? '1 technology line' : `${lines} technology lines`}: ${counts.granted} granted, ${counts.partly} partly granted, ${counts.rejected} rejected, ${counts['not-judged']} not judged, ${counts.unclear} unclear.`,
  amounts: (declared, granted) => `Declared ${declared}, granted ${granted}.`,
  others: (lines, text, codes) =>
    `${text} ${lines === 1 ? 'line with another code was' : 'lines with other codes were'} only counted (${codes}).`,
  noTechnology: (codes) =>
    `There is no technology line in this return message${codes === '' ? '' : `; there is ${codes}`}.`,
  stopped: (n, text, hours) =>
    `${text} ${n === 1 ? 'line counts' : 'lines count'} no longer towards the maximum (${hours}). You can repair ${n === 1 ? 'it' : 'them'} and submit again.`,
  nothingStopped: 'All booked lines keep counting.',
  known: (day) => `This return message was processed already on ${day}; nothing was changed.`,
  notBooked: (run) =>
    `Run ${run} is not booked: nothing of it counted, so nothing stopped counting. If it was sent, book it (tzt book ${run}) and read this message again.`,
  partly: (n, text) =>
    `${text} ${n === 1 ? 'line was' : 'lines were'} partly granted. The message names an amount and no minutes: ${n === 1 ? 'the line keeps' : 'the lines keep'} counting in full.`,
  unclear: (n, text) =>
    `Of ${text} ${n === 1 ? 'line' : 'lines'} amount and code contradict each other: ${n === 1 ? 'it keeps' : 'they keep'} counting. Ask the insurer what was meant.`,
  earlier: (n, text) => `${text} rejected ${n === 1 ? 'line' : 'lines'} came back earlier already.`,
  neverBooked: (n, text) =>
    `${text} rejected ${n === 1 ? 'line was' : 'lines were'} not booked, and so did not count anyway.`,
  silent: (n, text) =>
    `${text} booked ${n === 1 ? 'line of this run is' : 'lines of this run are'} not in the message and ${n === 1 ? 'keeps' : 'keep'} counting. Whether granted lines come back differs; no message is no grant.`,
  unmatchedCount: (n, text) =>
    `${text} ${n === 1 ? 'line does' : 'lines do'} not belong to this run and ${n === 1 ? 'was' : 'were'} not processed.`,
  fileRefusedOthers: (n, text) =>
    `The file was refused as a whole, but ${text} booked ${n === 1 ? 'line is' : 'lines are'} not in the message. If ${n === 1 ? 'it comes' : 'they come'} back too, take the whole booking back with tzt unbook.`,
  cameBack: 'Came back, counts no longer',
  cameBackLine: (codes, day, run) =>
    `${codes === '' ? 'without a return code' : `return code ${codes}`}, return message of ${day}, run ${run}`,
};

function enFault(fault: ReturnFault): string {
  switch (fault.fault) {
    case 'record-length':
      return `Record ${fault.row} is ${fault.length} positions long instead of ${fault.expected}.`;
    case 'unknown-record':
      return `Record ${fault.row} is of an unknown type (${fault.type}).`;
    case 'first-again':
      return `Record ${fault.row} is a second header record (01): are there two messages in one file?`;
    case 'after-last':
      return `Record ${fault.row} stands behind the last record (99): are there two messages in one file?`;
    case 'no-client-above':
      return `Record ${fault.row} is a performance without a client record (02) above it.`;
    case 'no-last':
      return 'The last record (99) is missing: the message was cut.';
    case 'stopped':
      return `The file could not be read to its end (${fault.detail}).`;
    default:
      return `Record ${fault.row}, field ${fault.field} ${fault.name}: it says ${fault.found ?? 'no number'}, counted are ${fault.expected}${fault.fault === 'total' ? ' (eurocents)' : ''}.`;
  }
}
