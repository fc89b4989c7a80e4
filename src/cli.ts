import { Command, CommanderError, Option } from 'commander';
import type { ExitCode, Shell } from './commands/shell.ts';
import type { ValidateOptions } from './commands/validate.ts';
import { UserError } from './errors.ts';
import { toolFacts } from './package-root.ts';

const shell: Shell = {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => Date.now(),
};

/** Runs the command line; the exit code is set, not forced, so that output drains. */
async function main(argv: readonly string[]): Promise<void> {
  let exitCode: ExitCode = 0;
  const program = commandLine((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv]);
    process.exitCode = exitCode;
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function commandLine(ended: (code: ExitCode) => void): Command {
  const { version } = toolFacts();
  const program = new Command('tzt')
    .description('Controleert declaraties thuiszorgtechnologie (1062, H138, H139, H306) voordat ze verstuurd worden.')
    .version(version, '--version', 'toont de versie')
    .helpOption('-h, --help', 'toont deze hulp')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('Hulp: tzt --help');
  addValidate(program, ended);
  addRuns(program, ended);
  addRules(program, ended);
  return program;
}

function addValidate(program: Command, ended: (code: ExitCode) => void): void {
  const list = (value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value];
  program
    .command('validate')
    .description('controleert bestanden en mappen')
    .argument('<pad...>', 'bestanden, mappen, of - voor CSV op standaardinvoer')
    .option('--out <map>', 'map voor de rapporten')
    .option(
      '--report <lijst>',
      'rapporten: json, xlsx, csv, markdown, annotated, split; NAAM=PAD of NAAM=- voor één rapport',
      list,
    )
    .option('--store <bestand>', 'het SQLite-bestand dat runs onthoudt')
    .option('--no-store', 'onthoudt deze run niet')
    .option('--config <bestand>', 'instellingen (anders tzt.config.json in de werkmap)')
    .option('--as-of <datum>', 'de dag die als vandaag geldt')
    .option('--month <jjjj-mm>', 'beoordeelt alleen deze zorgmaand (mag vaker)', list)
    .option('--fail-on <ernst>', 'afsluitcode 1 vanaf error of warning')
    .option('--delimiter <teken>', 'scheidingsteken van CSV-bestanden')
    .option('--encoding <naam>', 'tekencodering van CSV-bestanden')
    .option('--decimal <teken>', 'decimaalteken: , of .')
    .option('--sheet <naam>', 'leest alleen dit werkblad')
    .option(
      '--role <bestand=rol>',
      'rol van een bestand: claims, deliveryForms, indications, clients (mag vaker)',
      list,
    )
    .option('--columns <bestand>', 'JSON met de koppen van uw eigen export')
    .addOption(new Option('--lang <taal>', 'taal van meldingen en rapporten').choices(['nl', 'en']))
    .option('--quiet', 'toont geen samenvatting')
    .option('--verbose', 'toont hoe elk bestand begrepen is')
    .option('--no-color', 'geen kleuren')
    .option('--no-progress', 'geen voortgangsbalk')
    .action(async (paths: string[], options: ValidateOptions) => {
      const { validate } = await import('./commands/validate.ts');
      ended(await validate(paths, options, shell));
    });
}

function addRuns(program: Command, ended: (code: ExitCode) => void): void {
  const runs = program.command('runs').description('de runs die onthouden zijn').helpCommand(false);
  const withStore = (command: Command) =>
    command
      .option('--store <bestand>', 'het SQLite-bestand dat runs onthoudt')
      .option('--config <bestand>', 'instellingen')
      .option('--no-color', 'geen kleuren')
      .addOption(new Option('--lang <taal>', 'taal').choices(['nl', 'en']));
  withStore(runs.command('list', { isDefault: true }).description('alle runs, de nieuwste eerst')).action(
    async (options) => {
      const { listRuns } = await import('./commands/runs.ts');
      ended(await listRuns(options, shell));
    },
  );
  withStore(runs.command('show').description('de samenvatting van één run').argument('<run>')).action(
    async (id: string, options) => {
      const { showRun } = await import('./commands/runs.ts');
      ended(await showRun(id, options, shell));
    },
  );
}

function addRules(program: Command, ended: (code: ExitCode) => void): void {
  const language = () => new Option('--lang <taal>', 'taal').choices(['nl', 'en']).default('nl');
  program
    .command('rules')
    .description('alle regels')
    .addOption(language())
    .option('--no-color', 'geen kleuren')
    .action(async (options) => {
      const { listRules } = await import('./commands/rules.ts');
      ended(listRules(options, shell));
    });
  program
    .command('explain')
    .description('legt één regel uit: waarom, bron, voorbeeld, wat te doen, verwachte retourcode')
    .argument('<regel>')
    .addOption(language())
    .option('--no-color', 'geen kleuren')
    .action(async (rule: string, options) => {
      const { explainRule } = await import('./commands/rules.ts');
      ended(await explainRule(rule, options, shell));
    });
  program
    .command('selftest')
    .description('beoordeelt het goede en foute voorbeeld van elke regel')
    .addOption(language())
    .option('--no-color', 'geen kleuren')
    .action(async (options) => {
      const { selftest } = await import('./commands/selftest.ts');
      ended(await selftest(options, shell));
    });
}

/** Says what went wrong and gives the exit code: 2 for wrong use, 4 for our bug, without a word of client data. */
function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(
      `${error.message.replace(/[\p{Cc}]+/gu, (controls) => (controls.includes('\n') ? '\n' : ' '))}\n`,
    );
    return 2;
  }
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const trace = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  const text = [
    `Interne fout in tzt (${code ?? name ?? 'onbekend'}). Er zijn geen halve rapporten achtergebleven. Meld dit met:`,
    ...trace,
  ];
  process.stderr.write(`${text.join('\n')}\n`);
  return 4;
}

await main(process.argv);
