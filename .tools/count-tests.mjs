/**
 * `node .tools/count-tests.mjs RESULTS…`: the closing line over the results (vitest's JSON) of the same tests on several Nodes.
 * A test is counted once: passed when it passed everywhere, failed when it failed anywhere. Exit code 1 when any failed or none ran.
 * What failed is named just above it with the start of its message, since the end of a log is what is read first.
 */
import { existsSync, readFileSync } from 'node:fs';

const RANK = { skipped: 0, passed: 1, failed: 2 };
const statuses = new Map();

for (const path of process.argv.slice(2)) {
  if (existsSync(path)) readResults(path);
  else note(`${path}: no results`, 'failed');
}
const count = (status) => [...statuses.values()].filter((found) => found === status).length;
const skipped = count('skipped');
console.log(`${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = count('failed') > 0 || count('passed') === 0 ? 1 : 0;

function readResults(path) {
  const results = JSON.parse(readFileSync(path, 'utf8'));
  for (const file of results.testResults) {
    const name = file.name.replace(/^.*\/test\//, 'test/');
    // Two tests may bear one title; their order tells them apart.
    const seen = new Map();
    for (const test of file.assertionResults) {
      const nth = (seen.get(test.fullName) ?? 0) + 1;
      seen.set(test.fullName, nth);
      note(`${name} ${test.fullName} ${nth}`, statusOf(test));
      if (test.status === 'failed') tell(`${name} > ${test.fullName}`, test.failureMessages.join('\n'));
    }
    // A file that cannot even be loaded has no tests to fail.
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      note(name, 'failed');
      tell(name, file.message);
    }
  }
}

/** Twenty lines: of a law the seed and the counterexample stand there. */
function tell(test, message) {
  console.log([`FAILED: ${test}`, ...message.split('\n').slice(0, 20)].join('\n    '));
}

function statusOf({ status }) {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}

function note(test, status) {
  if (RANK[status] >= RANK[statuses.get(test) ?? 'skipped']) statuses.set(test, status);
}
