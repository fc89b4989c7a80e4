import { type Outcome, showOutcome } from './outcome.ts';
import { DATA, element, problemOf, say } from './texts.ts';

/** One line of the answer. */
interface Told {
  readonly progress?: { readonly name: string; readonly share: number };
  readonly outcome?: Outcome;
  readonly problem?: string;
}

/** Checks the files of this tab and shows what came of it; what is wrong is said where progress was. */
export async function check(signal: AbortSignal): Promise<void> {
  const bar = element<HTMLProgressElement>('voortgang');
  const state = element('stand');
  element('uitslag').hidden = true;
  state.textContent = '';
  bar.removeAttribute('value');
  bar.hidden = false;
  try {
    const wishes = new URLSearchParams({
      month: element<HTMLInputElement>('maand').value.trim(),
      replaces: element<HTMLSelectElement>('vervangt').value,
      remember: element<HTMLInputElement>('onthoud').checked ? 'yes' : 'no',
    });
    const answer = await fetch(`desks/${DATA.desk}/run?${wishes}`, { method: 'POST', signal });
    if (!answer.ok || answer.body === null) {
      state.textContent = await problemOf(answer);
      return;
    }
    let ended = false;
    for await (const { progress, outcome, problem } of linesOf(answer.body)) {
      if (progress) {
        bar.value = progress.share;
        state.textContent = progress.share < 100 ? say('reading', progress) : say('judging');
      }
      if (problem !== undefined) state.textContent = problem;
      if (outcome) {
        state.textContent = '';
        showOutcome(outcome);
      }
      ended ||= outcome !== undefined || problem !== undefined;
    }
    if (!ended) state.textContent = say('gone');
  } catch {
    state.textContent = say(signal.aborted ? 'cancelled' : 'gone');
  } finally {
    bar.hidden = true;
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = `${rest}${value}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Told;
  }
}
