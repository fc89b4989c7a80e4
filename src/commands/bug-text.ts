/** What is said of our own bug: what to report, and without a word of client data. */
export function bugText(error: unknown): string {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const trace = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [
    `Interne fout in tzt (${code ?? name ?? 'onbekend'}). Er zijn geen halve rapporten achtergebleven. Meld dit met:`,
    ...trace.slice(0, 6),
  ].join('\n');
}
