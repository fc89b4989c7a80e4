import type { ServeLabels } from '../../messages/serve-labels.ts';
import { filledIn, SERVE_LABELS } from '../../messages/serve-labels.ts';
import type { CopyKind } from '../../reporters/copies/copy-kind.ts';
import type { ReportMatter } from '../../reporters/reporter.ts';
import { COPY_KINDS } from '../copy-files.ts';
import { copyNames } from '../copy-names.ts';
import { reporterOf } from '../report-files.ts';
import type { RunOutcome } from './run-outcome.ts';

/** Something of a run that can be fetched: a report, or a copy of a file. */
export interface Download {
  /** In the address: `xlsx`, `annotated-0`. */
  readonly id: string;
  readonly label: string;
  readonly fileName: string;
}

/** A download that is being made. */
export interface MadeDownload extends Download {
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

const REPORTS = [
  'xlsx',
  'csv',
  'json',
  'markdown',
  'html',
] as const satisfies readonly (keyof ServeLabels['reports'])[];

/** Everything that can be fetched of a run. */
export async function downloadsOf({ matter, copies }: Pick<RunOutcome, 'matter' | 'copies'>): Promise<Download[]> {
  const labels = SERVE_LABELS[matter.words.language];
  const reports = await Promise.all(
    REPORTS.map(async (id) => ({ id, label: labels.reports[id], fileName: await reportName(id, matter) })),
  );
  const taken = new Set<string>();
  return [...reports, ...copies.flatMap((copy, index) => copiesOf(copy, index, taken, labels))];
}

/**
 * Makes one of them; null when there is no such thing, `empty` for a half of a message without a line in it. Throws CopyRefused for a file of which no copy can be made, before anything is sent
 * when that shows at once.
 */
export async function made(
  outcome: Pick<RunOutcome, 'matter' | 'copies'>,
  id: string,
): Promise<MadeDownload | 'empty' | null> {
  const download = (await downloadsOf(outcome)).find((one) => one.id === id);
  if (download === undefined) return null;
  const [, kind, index] = /^(annotated|approved|rejected)-(\d+)$/.exec(id) ?? [];
  const copy = outcome.copies[Number(index)];
  if (kind === undefined || copy === undefined) {
    const reporter = await reporterOf(id);
    return reporter === undefined ? null : { ...download, pieces: reporter.render(outcome.matter) };
  }
  // What was sent cannot be taken back: the copy is made once for nobody, to be sure that it can be made.
  const first = await copy.make(kind as CopyKind);
  if (first === null) return 'empty';
  for await (const _ of first.bytes);
  const second = await copy.make(kind as CopyKind);
  return second && { ...download, pieces: second.bytes };
}

function copiesOf(
  source: RunOutcome['copies'][number],
  index: number,
  taken: Set<string>,
  labels: ServeLabels,
): Download[] {
  return COPY_KINDS.map(({ kind, suffix }) => {
    const named = { name: source.fileName, extension: source.extension(kind) };
    const [fileName = ''] = copyNames(named, [suffix], (name) => !taken.has(name.toLowerCase()));
    taken.add(fileName.toLowerCase());
    return { id: `${kind}-${index}`, label: filledIn(labels.copies[kind], { name: source.name }), fileName };
  });
}

async function reportName(id: string, matter: ReportMatter): Promise<string> {
  const reporter = await reporterOf(id);
  return reporter === undefined ? id : `${reporter.fileName}-${matter.result.run.id}${reporter.extension}`;
}
