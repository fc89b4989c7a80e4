import { mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type JobShell, jobShell, type Step } from './job-shell.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFile(join(ROOT, path), 'utf8');
const yaml = async (path: string) => parse(await read(path));
const GOOD = 'samples/goede-maand';
const BAD = 'samples/alle-regels';

let place: JobShell;
beforeAll(async () => {
  place = await jobShell();
});
afterAll(() => place.remove());

const jobFolder = () => place.jobFolder();
const shell: JobShell['run'] = (script, cwd, env) => place.run(script, cwd, env);

describe('the action for GitHub', () => {
  interface ActionStep {
    readonly name: string;
    readonly id?: string;
    readonly if?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly shell?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
    readonly runs: { readonly steps: readonly ActionStep[] };
  }
  const action = () => yaml('.github/actions/validate/action.yml') as Promise<Action>;

  /** Runs the shell steps of the action in their order, with inputs and outputs where it names them. */
  async function act(inputs: Readonly<Record<string, string>>) {
    const { inputs: known, runs } = await action();
    const folder = await jobFolder();
    const values = new Map<string, string>([['github.action_path', join(ROOT, '.github/actions/validate')]]);
    for (const [name, { default: text = '' }] of Object.entries(known))
      values.set(`inputs.${name}`, inputs[name] ?? text);
    const filled = (text: string) =>
      text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => values.get(name) ?? '');
    const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
    let last: Step = { exitCode: 0, output: '' };
    let log = '';
    for (const { id, name, run, env = {} } of runs.steps) {
      if (run === undefined || name === 'Build tzt') continue;
      const given = Object.fromEntries(Object.entries(env).map(([key, text]) => [key, filled(text)]));
      last = await shell(run, folder, { RUNNER_TEMP: folder, ...files, ...given });
      log += last.output;
      const outputs = await readFile(files.GITHUB_OUTPUT, 'utf8').catch(() => '');
      for (const [, key, text] of outputs.matchAll(/^([\w-]+)=(.*)$/gm))
        values.set(`steps.${id ?? 'tzt'}.outputs.${key}`, text ?? '');
    }
    const reports = values.get('steps.tzt.outputs.folder') ?? '';
    const names = (await readdir(reports)).sort();
    return {
      exitCode: last.exitCode,
      log,
      summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
      reports: names,
      texts: await Promise.all(names.map((name) => readFile(join(reports, name), 'utf8'))),
      sarif: values.get('steps.tzt.outputs.sarif'),
    };
  }

  it('ends with the exit code of tzt, after annotations, summary and reports', async () => {
    const { exitCode, log, summary, reports, texts, sarif } = await act({
      path: BAD,
      options: '--as-of=2026-04-02\n--lang=en\n',
    });
    expect(exitCode).toBe(1);
    expect(log).toMatch(/^::error title=Home-care technology check::REJECTED/m);
    expect(summary).toContain('REJECTED');
    expect(reports).toEqual(
      [
        'bevindingen.sarif',
        'gl-code-quality-report.json',
        'github-annotaties.txt',
        'junit.xml',
        'samenvatting.md',
      ].sort(),
    );
    expect(sarif).toMatch(/bevindingen\.sarif$/);
    for (const text of [log, summary, ...texts]) expect(text).not.toMatch(/\bC\d{4}\b/);
  });

  it('lets pass what is approved, and adds no report with clientnummers unasked', async () => {
    const { exitCode, log, summary, reports } = await act({
      path: `${GOOD}\n`,
      key: 'a passphrase for this test only',
    });
    expect(exitCode).toBe(0);
    expect(log).toMatch(/^::notice title=/m);
    expect(summary).toContain('GOEDGEKEURD');
    expect(reports.filter((name) => /\.(html|xlsx|csv)$|^report\.json$/.test(name))).toEqual([]);
  });

  it('has no command of a file in its log but its own', async () => {
    const hostile = '::error::x##[error]y.csv';
    const folder = await mkdtemp(join(place.folder, 'hostile-'));
    await writeFile(join(folder, hostile), 'a;b\n1;2\n');
    const { exitCode, log } = await act({ path: folder });
    expect(exitCode).toBe(1);
    const [, token = '', inside = '', after = ''] =
      /::stop-commands::(\S+)\n([\s\S]*)\n::\1::\n([\s\S]*)/.exec(log) ?? [];
    expect(token).toMatch(/^[\da-f-]{36}$/);
    expect(inside).toContain('error::x');
    expect(inside).not.toMatch(/^\s*::|##\[/m);
    for (const line of after.trimEnd().split('\n')) expect(line).toMatch(/^::(error|warning|notice) (file|title)=/);
  });

  it('takes paths and options one per line, blanks and all, and runs no word of them', async () => {
    const folder = await mkdtemp(join(place.folder, 'mrt 2026 $(touch ran) '));
    await symlink(join(ROOT, GOOD), join(folder, 'levering'));
    const { exitCode } = await act({
      path: `${folder}/levering\n`,
      options: '--as-of=2026-04-02\n\n--store=/dev/null/$(touch ran)\n--no-store',
    });
    expect(exitCode).toBe(0);
    expect(await readdir(place.folder)).not.toContain('ran');
  });

  it('uses the tzt that is installed when it is told how, and adds the reports that are asked for', async () => {
    const { exitCode, reports } = await act({
      path: GOOD,
      command: 'tzt',
      reports: 'html',
      store: 'memory/tzt.sqlite',
    });
    expect(exitCode).toBe(0);
    expect(reports).toContain('rapport.html');
  });

  it.each([
    [2, { path: 'not-there' }],
    [2, { path: GOOD, options: '--no-such-option' }],
  ])('ends with %i and says so when there are no reports', async (code, inputs) => {
    const { exitCode, log, summary, reports } = await act(inputs);
    expect(exitCode).toBe(code);
    expect(log).toContain(`::error title=tzt::tzt ended with exit code ${code}`);
    expect(summary).toContain(`tzt ended with exit code ${code}`);
    expect(reports).toEqual([]);
  });

  it('takes inputs by the environment only, so that none of them is ever part of a script', async () => {
    const { runs, inputs } = await action();
    for (const { run, shell: named } of runs.steps.filter((step) => step.run !== undefined)) {
      expect(run).not.toContain('${{');
      expect(named).toBe('bash');
    }
    const text = await read('.github/actions/validate/action.yml');
    for (const [, name = ''] of text.matchAll(/inputs\.([\w-]+)/g)) expect(Object.keys(inputs)).toContain(name);
    for (const name of Object.keys(inputs)) expect(await read('docs/ci.md')).toContain(`| \`${name}\` |`);
  });

  it('is what the workflow uses, with inputs that it has', async () => {
    const { jobs } = (await yaml('docs/ci/github-workflow.yml')) as {
      jobs: { validate: { steps: { uses: string; with?: Record<string, string> }[] } };
    };
    const step = jobs.validate.steps.at(-1);
    expect(step?.uses).toContain('.github/actions/validate@');
    const known = Object.keys((await action()).inputs);
    expect(Object.keys(step?.with ?? {}).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the job for GitLab', () => {
  it('installs, validates, and leaves what it says that it leaves', async () => {
    const { 'validate-claims': job } = (await yaml('docs/ci/gitlab-ci.yml')) as {
      'validate-claims': {
        variables: Record<string, string>;
        before_script: string[];
        script: string[];
        artifacts: { reports: Record<string, string> };
      };
    };
    const folder = await jobFolder();
    const variables = { ...job.variables, VALIDATOR: 'tzt-0.1.0.tgz', DELIVERY: BAD };
    const { exitCode, output } = await shell([...job.before_script, ...job.script].join('\n'), folder, variables);
    expect(output).toContain('npm install --global --no-audit --no-fund tzt-0.1.0.tgz');
    expect(exitCode).toBe(1);
    for (const path of Object.values(job.artifacts.reports))
      expect(await readFile(join(folder, path), 'utf8')).not.toBe('');
  });
});

describe('the pipeline for Azure', () => {
  it('installs, validates, uploads the summary and ends with the exit code', async () => {
    const { steps, variables } = (await yaml('docs/ci/azure-pipelines.yml')) as {
      variables: Record<string, string>;
      steps: { bash?: string; task?: string; inputs?: Record<string, string> }[];
    };
    const scripts = steps.flatMap(({ bash }) => bash ?? []);
    const folder = await jobFolder();
    const env = { ...variables, VALIDATOR: 'tzt-0.1.0.tgz', DELIVERY: GOOD };
    const install = await shell(scripts[0] ?? '', folder, env);
    expect(install.output).toContain('tzt-0.1.0.tgz');
    const good = await shell(scripts[1] ?? '', folder, env);
    expect(good.exitCode).toBe(0);
    expect(good.output).toMatch(/^##vso\[task\.uploadsummary\]\S+samenvatting\.md$/m);
    const bad = await shell(scripts[1] ?? '', folder, { ...env, DELIVERY: 'not-there' });
    expect(bad.exitCode).toBe(2);
    const results = steps.find(({ task }) => task?.startsWith('PublishTestResults'))?.inputs?.testResultsFiles ?? '';
    expect(await readFile(join(folder, results), 'utf8')).toContain('<testsuites');
  });
});

describe('the hook for pre-commit', () => {
  it('judges the folder in its arguments, and writes no reports', async () => {
    const [hook] = (await yaml('.pre-commit-hooks.yaml')) as {
      id: string;
      entry: string;
      files: string;
      language: string;
    }[];
    expect(hook).toMatchObject({ id: 'tzt-validate', language: 'node', pass_filenames: false });
    const folder = await jobFolder();
    const good = await shell(`${hook?.entry} ${GOOD}`, folder);
    expect(good.exitCode).toBe(0);
    expect((await shell(`${hook?.entry} ${BAD}`, folder)).exitCode).toBe(1);
    expect(await readdir(join(folder, 'reports'))).toEqual(['tzt.key']);
    const files = new RegExp(hook?.files ?? '');
    for (const name of ['aanlevering/mrt.csv', 'a.XLSX'.toLowerCase(), 'b.zip', 'tzt.config.json'])
      expect(name).toMatch(files);
    expect('README.md').not.toMatch(files);
  });
});
