import type { Severity } from '../domain/finding.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { printable, relativePath } from './escape.ts';
import { findingMarks } from './finding-marks.ts';
import { inputName } from './input-text.ts';
import { jsonLines } from './json-lines.ts';
import { publisher } from './published-finding.ts';
import type { Reporter } from './reporter.ts';
import { shownPlace } from './shown-place.ts';

/** GitLab's Code Quality report: one entry per finding, pseudonyms only. An accepted finding is of the lowest severity, and says so. */
export const gitlab: Reporter = {
  id: 'gitlab',
  extension: '.json',
  fileName: 'gl-code-quality-report',
  async *render(matter) {
    const { result, words } = matter;
    const labels = reportLabels(words.language);
    const publish = publisher(matter);
    yield '[';
    yield* jsonLines(result.findings, '  ', (found) => {
      const finding = publish(found);
      const { rule, severity, fingerprint, waiver } = finding;
      const { input, sheet, row } = shownPlace(finding, result);
      const sheetNote = sheet === null ? [] : [`(${inputName({ name: input, sheet }, labels)})`];
      const text = [words.message(finding), ...findingMarks(finding, words, labels), ...sheetNote].join(' ');
      return {
        description: printable(text),
        check_name: rule,
        fingerprint: printable(fingerprint),
        severity: waiver === null ? SEVERITIES[severity] : SEVERITIES.info,
        location: { path: relativePath(input), lines: { begin: row } },
      };
    });
    yield `${result.findings.length > 0 ? '\n' : ''}]\n`;
  },
};

/** GitLab's words, from info over minor, major and critical to blocker; no finding stops GitLab itself. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };
