import type { ExitCode } from './shell.ts';
export async function selftest(_o: unknown, _s: unknown): Promise<ExitCode> {
  return 4;
}
