import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareTexts } from '../domain/compare-texts.ts';
import type { Day } from '../domain/day.ts';
import { isoOf } from '../domain/day.ts';
import type { RunFinding } from '../domain/run.ts';
import { daysLeft, EXPIRING_DAYS, type Waiver, waiverState } from '../domain/waiver.ts';
import { UserError } from '../errors.ts';
import { WAIVE_LABELS } from '../messages/waive-labels.ts';
import { aligned, type TextLine, type Tone, textLine } from '../reporters/text-line.ts';
import type { Store } from '../store/store.ts';
import { dayOption, momentOf } from './clock.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import { type StoreUse, usingStore } from './use-store.ts';
import { changeWaivers, readWaivers, WaiverShape } from './waiver-file.ts';

/** Options of `tzt waive`: with `waivers` a file is changed instead of the store, and looked at beside it. */
export interface WaiveOptions extends StoreOptions {
  readonly waivers?: string;
  /** The day "today" means. */
  readonly asOf?: string;
}

/** Options of `tzt waive add`. */
export interface WaiveAddOptions extends WaiveOptions {
  readonly reason?: string;
  readonly owner?: string;
  readonly until?: string;
  readonly from?: string;
}

/** `tzt waive add`: accepts a finding from a day (today) until a day, at most a year. Throws UserError for what is missing or not allowed. */
export async function addWaiver(fingerprint: string, options: WaiveAddOptions, shell: Shell): Promise<ExitCode> {
  const waiver = waiverOf(fingerprint, options, shell);
  return usingStore(options, shell, async ({ open, language, words, terminal }) => {
    const labels = WAIVE_LABELS[language];
    let before: Waiver | null = null;
    if (options.waivers === undefined) {
      before = (await open(true))?.store.addWaiver(waiver) ?? null;
    } else {
      await changeWaivers(options.waivers, shell.cwd, (waivers) => {
        before = waivers.find((other) => other.fingerprint === fingerprint) ?? null;
        return [...waivers.filter((other) => other.fingerprint !== fingerprint), waiver];
      });
    }
    const last = lastFindings((await open())?.store ?? null);
    if (last !== null && !last.byFingerprint.has(fingerprint)) terminal.note(labels.neverSeen(fingerprint));
    const lines = [labels.added(fingerprint, words.date(waiver.until), options.waivers ?? labels.store)];
    // The type checker does not see that the callback above ran.
    const replaced = before as Waiver | null;
    if (replaced !== null) lines.push(labels.replaced(replaced.owner, words.date(replaced.until)));
    terminal.lines(lines.map((line) => textLine(line)));
    return 0;
  });
}

/** `tzt waive remove`: takes a waiver out of the store, or out of a file. Throws UserError when it is not there. */
export async function removeWaiver(fingerprint: string, options: WaiveOptions, shell: Shell): Promise<ExitCode> {
  return usingStore(options, shell, async ({ open, language, terminal }) => {
    const labels = WAIVE_LABELS[language];
    const where = options.waivers ?? labels.store;
    const known =
      options.waivers === undefined
        ? ((await open())?.store.listWaivers() ?? [])
        : readWaivers(options.waivers, shell.cwd);
    if (!known.some((waiver) => waiver.fingerprint === fingerprint)) {
      throw new UserError(`In ${where} staat geen acceptatie van ${fingerprint}. Bekijk de lijst met: tzt waive list`);
    }
    if (options.waivers === undefined) (await open())?.store.removeWaiver(fingerprint);
    else {
      await changeWaivers(options.waivers, shell.cwd, (waivers) =>
        waivers.filter((waiver) => waiver.fingerprint !== fingerprint),
      );
    }
    terminal.lines([textLine(labels.removed(fingerprint, where))]);
    return 0;
  });
}

/** `tzt waive list`: all waivers, those that end first at the beginning. */
export async function listWaivers(options: WaiveOptions, shell: Shell): Promise<ExitCode> {
  return usingStore(options, shell, async (use) => {
    const { all } = await gathered(use, shell);
    use.terminal.lines(all.length === 0 ? [textLine(WAIVE_LABELS[use.language].none)] : table(all, use));
    return 0;
  });
}

/** `tzt waive check`: those that are expired, expire within 14 days, or were of no use in the last run. 1 when one has expired. */
export async function checkWaivers(options: WaiveOptions, shell: Shell): Promise<ExitCode> {
  return usingStore(options, shell, async (use) => {
    const { words, terminal } = use;
    const labels = WAIVE_LABELS[use.language];
    const { all, last } = await gathered(use, shell);
    const asking = all.filter(({ state, expiring, unused }) => state === 'expired' || expiring || unused);
    if (asking.length > 0) terminal.lines([...table(asking, use), textLine('')]);
    const count = (has: (entry: Entry) => boolean) => all.filter(has).length;
    const expired = count(({ state }) => state === 'expired');
    const summary = labels.summary(
      all.length,
      expired,
      count(({ expiring }) => expiring),
      count(({ unused }) => unused),
    );
    terminal.lines([
      textLine(last === null ? labels.noRun : labels.lastRun(last.run.id, words.date(last.run.startedAt)), 'dim'),
      textLine(all.length === 0 ? labels.none : summary, expired > 0 ? 'bad' : 'good'),
    ]);
    return expired > 0 ? 1 : 0;
  });
}

interface Entry {
  readonly waiver: Waiver;
  readonly where: string;
  readonly state: ReturnType<typeof waiverState>;
  readonly daysLeft: number;
  /** Holds, for fourteen days more at most. */
  readonly expiring: boolean;
  /** Holds, and its finding is not in the last run. */
  readonly unused: boolean;
  /** Of its finding in the last run. */
  readonly rule: string;
}

function waiverOf(fingerprint: string, options: WaiveAddOptions, shell: Shell): Waiver {
  const { reason, owner, until } = options;
  const missing = Object.entries({ reason, owner, until }).flatMap(([name, value]) => (value ? [] : [`--${name}`]));
  if (missing.length > 0)
    throw new UserError(
      `Een acceptatie heeft een reden, een eigenaar en een einde nodig. Geef ook: ${missing.join(' ')}`,
    );
  const parsed = WaiverShape.safeParse({
    fingerprint,
    reason,
    owner,
    from: isoOf(options.from === undefined ? todayOf(options, shell) : dayOption(options.from, '--from')),
    until: isoOf(dayOption(until ?? '', '--until')),
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path[0] === 'fingerprint' ? `${fingerprint} ${message}.` : `--${path.map(String).join('.')} ${message}.`,
  );
  throw new UserError(faults.join('\n'));
}

function todayOf({ asOf }: Pick<WaiveOptions, 'asOf'>, shell: Shell): Day {
  return asOf === undefined ? momentOf(shell).today : dayOption(asOf, '--as-of');
}

async function gathered(
  { open, language, settled }: StoreUse,
  shell: Shell,
): Promise<{ readonly all: Entry[]; readonly last: ReturnType<typeof lastFindings> }> {
  const { options } = settled;
  const today = todayOf(options, shell);
  const store = (await open())?.store ?? null;
  const last = lastFindings(store);
  const inStore = (store?.listWaivers() ?? []).map((waiver) => ({ waiver, where: WAIVE_LABELS[language].store }));
  const inFile = fileWaivers(options, shell).map((waiver) => ({ waiver, where: options.waivers ?? '' }));
  const all = [...inStore, ...inFile].map(({ waiver, where }): Entry => {
    const state = waiverState(waiver, today);
    const left = daysLeft(waiver, today);
    const rule = last?.byFingerprint.get(waiver.fingerprint)?.rule ?? '';
    const holds = state === 'holds';
    return {
      waiver,
      where,
      state,
      daysLeft: left,
      expiring: holds && left <= EXPIRING_DAYS,
      unused: holds && last !== null && rule === '',
      rule,
    };
  });
  return { all: all.sort((a, b) => compareTexts(a.waiver.until, b.waiver.until)), last };
}

function fileWaivers({ waivers }: Pick<WaiveOptions, 'waivers'>, shell: Shell): Waiver[] {
  if (waivers === undefined) return [];
  if (!existsSync(resolve(shell.cwd, waivers))) throw new UserError(`Acceptatiebestand ${waivers} bestaat niet.`);
  return readWaivers(waivers, shell.cwd);
}

/** The run remembered last and its findings; null when none is remembered. */
function lastFindings(store: Store | null): {
  readonly run: { readonly id: string; readonly startedAt: string };
  readonly byFingerprint: ReadonlyMap<string, RunFinding>;
} | null {
  const [row] = store?.listRuns() ?? [];
  const found = row && store?.loadRun(row.run.id);
  if (!row || found?.found !== 'one') return null;
  return {
    run: row.run,
    byFingerprint: new Map(found.result.findings.map((finding) => [finding.fingerprint, finding])),
  };
}

function table(entries: readonly Entry[], { language, words }: StoreUse): TextLine[] {
  const labels = WAIVE_LABELS[language];
  const rows = entries.map(({ waiver, where, state, expiring, unused, rule, daysLeft: left }) => [
    waiver.fingerprint,
    [labels.states[state], ...(expiring ? [labels.expiring(left)] : []), ...(unused ? [labels.unused] : [])].join(', '),
    words.date(waiver.from),
    words.date(waiver.until),
    waiver.owner,
    rule,
    where,
    waiver.reason,
  ]);
  return aligned([labels.heading, ...rows]).map((text, index) => textLine(text, toneOf(entries[index - 1])));
}

function toneOf(entry: Entry | undefined): Tone {
  if (entry === undefined) return 'heading';
  return entry.state === 'expired' ? 'bad' : entry.expiring ? 'warning' : 'plain';
}
