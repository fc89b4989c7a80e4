import type { Borders, Fill, Style } from 'exceljs';
import type { Severity } from '../../domain/finding.ts';
import type { LineVerdict, Verdict } from '../../domain/run.ts';

/** How a number is shown; a spreadsheet puts the marks of its own language, which is Dutch where this is read. */
const FORMATS = {
  whole: '#,##0',
  plainNumber: '0',
  hours: '[h]:mm',
  date: 'dd-mm-yyyy',
  month: '[$-413]mmmm yyyy',
  euros: '[$€-413] #,##0.00',
} as const;

const TOP = { vertical: 'top' } as const;
const WRAP = { vertical: 'top', wrapText: true } as const;
const THIN: Partial<Borders> = { bottom: { style: 'thin', color: { argb: 'FFD0D7DE' } } };
const BAD = { fill: fill('FFFBE3E4'), font: { bold: true, color: { argb: 'FF8C1D18' } } };
const UNSURE = { fill: fill('FFFFF4CE'), font: { bold: true, color: { argb: 'FF6B4E00' } } };
const GOOD = { fill: fill('FFE1F3E4'), font: { bold: true, color: { argb: 'FF14532D' } } };
const CALM = { fill: fill('FFE8F0FA'), font: { color: { argb: 'FF1F3B63' } } };
const TOTAL = { fill: fill('FFF1F3F5'), font: { bold: true } };
const BLUE = { color: { argb: 'FF0B57A4' }, underline: true };

const STYLES = {
  text: { alignment: TOP, border: THIN },
  wrapped: { alignment: WRAP, border: THIN },
  rightText: { alignment: { vertical: 'top', horizontal: 'right' }, border: THIN },
  whole: { alignment: TOP, border: THIN, numFmt: FORMATS.whole },
  plainNumber: { alignment: TOP, border: THIN, numFmt: FORMATS.plainNumber },
  hours: { alignment: TOP, border: THIN, numFmt: FORMATS.hours },
  date: { alignment: { vertical: 'top', horizontal: 'left' }, border: THIN, numFmt: FORMATS.date },
  month: { alignment: { vertical: 'top', horizontal: 'left' }, border: THIN, numFmt: FORMATS.month },
  euros: { alignment: TOP, border: THIN, numFmt: FORMATS.euros },
  link: { alignment: TOP, border: THIN, font: BLUE },
  remark: { alignment: WRAP, border: THIN, fill: fill('FFFFFBE6') },
  header: {
    alignment: { vertical: 'middle', wrapText: true },
    fill: fill('FF1F3B63'),
    font: { bold: true, color: { argb: 'FFFFFFFF' } },
  },
  title: { alignment: { vertical: 'middle' }, font: { bold: true, size: 16 } },
  section: { alignment: { vertical: 'middle' }, font: { bold: true, size: 12, color: { argb: 'FF1F3B63' } } },
  loose: { alignment: TOP },
  total: { alignment: TOP, border: THIN, ...TOTAL },
  totalLink: { alignment: TOP, border: THIN, fill: TOTAL.fill, font: { ...BLUE, bold: true } },
  totalWhole: { alignment: TOP, border: THIN, ...TOTAL, numFmt: FORMATS.whole },
  totalHours: { alignment: TOP, border: THIN, ...TOTAL, numFmt: FORMATS.hours },
  totalMonth: { alignment: { vertical: 'top', horizontal: 'left' }, border: THIN, ...TOTAL, numFmt: FORMATS.month },
  bad: { alignment: TOP, border: THIN, ...BAD },
  unsure: { alignment: TOP, border: THIN, ...UNSURE },
  good: { alignment: TOP, border: THIN, ...GOOD },
  calm: { alignment: TOP, border: THIN, ...CALM },
} as const satisfies Readonly<Record<string, Partial<Style>>>;

/** The looks a cell can have. */
export type StyleName = keyof typeof STYLES;

/** The style of that name; the same object each time, which the writer recognises. */
export function styleOf(name: StyleName): Partial<Style> {
  return STYLES[name];
}

/** The look of a severity; the word and a symbol stand beside it. */
export const SEVERITY_STYLES: Readonly<Record<Severity, StyleName>> = { error: 'bad', warning: 'unsure', info: 'calm' };

/** The look of the verdict of a run. */
export const VERDICT_STYLES: Readonly<Record<Verdict, StyleName>> = {
  rejected: 'bad',
  incomplete: 'unsure',
  approved: 'good',
};

/** The look of the verdict of a line. */
export const LINE_VERDICT_STYLES: Readonly<Record<LineVerdict, StyleName>> = {
  rejected: 'bad',
  undecided: 'unsure',
  approved: 'good',
  ignored: 'text',
};

function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
