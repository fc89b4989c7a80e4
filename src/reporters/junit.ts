import type { RunFinding } from '../domain/run.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { cut, xmlText } from './escape.ts';
import { findingMarks } from './finding-marks.ts';
import { headingOf } from './heading.ts';
import { inputName } from './input-text.ts';
import { type JunitCase, type JunitSuite, junitSuites } from './junit-suites.ts';
import { publisher } from './published-finding.ts';
import type { Reporter, ReportMatter } from './reporter.ts';
import { shownPlace } from './shown-place.ts';

/** JUnit XML for CI servers that show tests: one suite per rule, pseudonyms only, well-formed whatever the data. */
export const junit: Reporter = {
  id: 'junit',
  extension: '.xml',
  fileName: 'junit',
  async *render(matter) {
    const suites = junitSuites(matter);
    const publish = publisher(matter);
    const all = suites.flatMap(({ cases }) => cases);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `<testsuites name="${xmlText(matter.result.tool.name)}" ${counts(all)} errors="0" time="0">\n`;
    for (const [index, suite] of suites.entries()) {
      yield opening(suite, index, matter.result.run.startedAt);
      for (const one of suite.cases) {
        yield testcase(suite, 'finding' in one ? findingTest(one, publish(one.finding), matter) : one);
      }
      yield '  </testsuite>\n';
    }
    yield '</testsuites>\n';
  },
};

/** A test with its words. */
interface JunitTest {
  readonly outcome: JunitCase['outcome'];
  readonly name: string;
  readonly text: string;
  /** What stands below the message of a finding. */
  readonly more?: readonly string[];
}

/** Places that a test names; the rest is counted. */
const MOST_PLACES = 50;
const MOST_NAME = 200;

function counts(cases: readonly JunitCase[]): string {
  return `tests="${cases.length}" failures="${cases.filter(({ outcome }) => outcome === 'failed').length}"`;
}

function opening({ rule, title, cases }: JunitSuite, index: number, startedAt: string): string {
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped').length;
  const facts = `${counts(cases)} errors="0" skipped="${skipped}" time="0" timestamp="${xmlText(startedAt.slice(0, 19))}"`;
  return [
    `  <testsuite name="${xmlText(rule)}" ${facts} id="${index}" package="tzt">`,
    `    <properties><property name="title" value="${xmlText(title)}"/></properties>\n`,
  ].join('\n');
}

/** A test keeps its name when rows move, so that a CI server knows a failure again. */
function findingTest({ outcome }: JunitCase, finding: RunFinding, { result, words }: ReportMatter): JunitTest {
  const labels = reportLabels(words.language);
  const { rule, client, month, fingerprint, expectedReturnCode, places } = finding;
  const subject = client === null ? [shownPlace(finding, result).input] : [client, ...(month === null ? [] : [month])];
  const shown = places.slice(0, MOST_PLACES).map((place) => {
    const file = inputName({ name: place.input, sheet: place.sheet }, labels);
    return place.row < 1 ? file : `${file}:${place.row}`;
  });
  const left = places.length - shown.length;
  return {
    outcome,
    name: `${cut(subject.join(', '), MOST_NAME)} (${fingerprint})`,
    text: [words.message(finding), ...findingMarks(finding, words, labels)].join(' '),
    more: [
      ...shown,
      ...(left > 0 ? [labels.count.morePlaces(left, words.number(left))] : []),
      `${headingOf(labels.columns.remedy)}: ${words.rule(rule).remedy}`,
      ...(expectedReturnCode === null ? [] : [headingOf(words.expectedReturnCode(expectedReturnCode))]),
    ],
  };
}

function testcase({ rule }: JunitSuite, { outcome, name, text, more = [] }: JunitTest): string {
  const start = `    <testcase classname="tzt.${xmlText(rule)}" name="${xmlText(name)}" time="0"`;
  const body = [text, ...more].map(xmlText).join('\n');
  switch (outcome) {
    case 'failed':
      return `${start}>\n      <failure type="error" message="${xmlText(text)}">${body}</failure>\n    </testcase>\n`;
    case 'skipped':
      return `${start}>\n      <skipped>${body}</skipped>\n    </testcase>\n`;
    case 'passed':
      return text === '' ? `${start}/>\n` : `${start}>\n      <system-out>${body}</system-out>\n    </testcase>\n`;
  }
}
