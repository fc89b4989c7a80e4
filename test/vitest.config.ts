import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Where the results go as JSON, next to the terminal: CI counts them. */
const results = process.env.TZT_TEST_RESULTS;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Of two cores vitest would leave one to itself; most tests wait for a process, a browser or a disk.
    maxWorkers: '100%',
    globals: false,
    // A test of the whole program starts processes and a law tries hundreds of files, on a machine that may be busy with others: what takes ten
    // seconds alone has taken more than thirty.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // So may be a page that is looked at until it says what it should.
    expect: { poll: { timeout: 20_000 } },
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    coverage: {
      provider: 'v8',
      // CI holds the floors on every run of all tests; at the desk `npm run check` does.
      enabled: process.env.CI === 'true',
      include: ['src/**/*.{ts,tsx}'],
      // Run elsewhere: cli.ts and the commands in child processes, where the tests of the program (test/end-to-end) look at what they print,
      // write and how they end; the script of the HTML report in a browser.
      exclude: ['src/cli.ts', 'src/commands/**', 'src/reporters/html/client/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 90, branches: 85, functions: 90, statements: 90 },
    },
  },
});
