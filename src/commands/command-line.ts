import { Command, CommanderError, Option } from 'commander';
import { maskBsn } from '../domain/bsn.ts';
import type { Language } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { toolFacts } from '../package-root.ts';
import { bugText } from './bug-text.ts';
import { dutchError, dutchTitle } from './dutch-usage.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { ValidateOptions } from './validate-options.ts';

/**
 * Runs what was typed behind `tzt` and gives the exit code; what is wrong is said on standard error, never thrown. Whatever a command needs is
 * loaded when it is called. Long for a file: it is the list of all commands and options, and nothing else.
 */
export async function runCommandLine(words: readonly string[], shell: Shell): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const ended = (code: ExitCode): void => {
    exitCode = code;
  };
  const program = commandLine(shell);
  // The main job does not wait for the options of the others.
  for (const add of words[0] === 'validate' ? [addValidate] : COMMANDS) add(program, shell, ended);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, shell);
  }
}

function commandLine(shell: Shell): Command {
  const { version } = toolFacts();
  return new Command('tzt')
    .description('Controleert declaraties thuiszorgtechnologie (1062, H138, H139, H306) voordat ze verstuurd worden.')
    .version(version, '--version', 'toont de versie')
    .helpOption('-h, --help', 'toont deze hulp')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
      getOutHelpWidth: () => shell.stdout.columns ?? 80,
      getErrHelpWidth: () => shell.stderr.columns ?? 80,
      outputError: (text, write) => write(withoutTypedBsn(dutchError(text))),
    })
    .configureHelp({ styleTitle: dutchTitle })
    .showHelpAfterError('Hulp: tzt --help');
}

/** In the order of `tzt --help`. */
const COMMANDS = [
  addValidate,
  addRuns,
  addReport,
  addBookings,
  addReturn,
  addDiff,
  addCompare,
  addWaive,
  addRules,
  addServe,
  addFiles,
];

function addValidate(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  program
    .command('validate')
    .description('controleert bestanden en mappen')
    .argument('[pad...]', 'bestanden, mappen, of - voor CSV op standaardinvoer')
    .option('--out <map>', 'map voor de rapporten')
    .option(
      '--report <lijst>',
      'rapporten: html, json, xlsx, csv, markdown, sarif, junit, github, gitlab, annotated, split; NAAM=PAD of NAAM=- voor één rapport',
      list,
    )
    .option('--store <bestand>', 'het SQLite-bestand dat runs onthoudt')
    .option('--no-store', 'onthoudt deze run niet, en kijkt niet naar wat eerder geboekt is')
    .option('--book', 'boekt de run meteen als hij goedgekeurd is')
    .option('--replaces <run>', 'deze aanlevering komt in de plaats van een geboekte run')
    .option('--config <bestand>', 'instellingen (anders tzt.config.json in de werkmap)')
    .option('--as-of <datum>', 'de dag die als vandaag geldt')
    .option('--month <jjjj-mm>', 'beoordeelt alleen deze zorgmaand (mag vaker)', list)
    .option(
      '--fail-on <ernst>',
      'afsluitcode 1 vanaf error of warning, of alleen bij new: een fout die --baseline niet had',
    )
    .option('--baseline <run|report.json>', 'vergelijkt met een onthouden run of een rapport: wat is nieuw, wat bekend')
    .option('--waivers <bestand>', 'JSON met geaccepteerde bevindingen, naast die van de opslag')
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
    .option('--policies <map>', 'map met beleid in plaats van het meegeleverde')
    .addOption(new Option('--lang <taal>', 'taal van meldingen en rapporten').choices(['nl', 'en']))
    .option('--quiet', 'toont geen samenvatting')
    .option('--verbose', 'toont hoe elk bestand begrepen is')
    .option('--no-color', 'geen kleuren')
    .option('--no-progress', 'geen voortgangsbalk')
    .option('--print-config', 'toont alleen elke instelling met haar herkomst')
    .option('--json', 'met --print-config: als JSON')
    .addHelpText(
      'after',
      '\nBijna elke optie heeft ook een variabele (TZT_OUT voor --out) en een sleutel in tzt.config.json; zie --print-config.',
    )
    .action(async (paths: string[], options: ValidateOptions) => {
      if (options.printConfig) {
        const { printConfig } = await import('./print-config.ts');
        return ended(printConfig(options, shell));
      }
      const { validate } = await import('./validate.ts');
      ended(await validate(paths, options, shell));
    });
}

/** The options of every command that uses the store. */
function withStore(command: Command): Command {
  return command
    .option('--store <bestand>', 'het SQLite-bestand dat runs onthoudt')
    .option('--config <bestand>', 'instellingen')
    .option('--no-color', 'geen kleuren')
    .addOption(new Option('--lang <taal>', 'taal').choices(['nl', 'en']));
}

/** An option that may be given more than once. */
function list(value: string, earlier: readonly string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

function addRuns(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  const runs = program.command('runs').description('de runs die onthouden zijn').helpCommand(false);
  withStore(runs.command('list', { isDefault: true }).description('alle runs, de nieuwste eerst')).action(
    async (options) => {
      const { listRuns } = await import('./runs.ts');
      ended(await listRuns(options, shell));
    },
  );
  withStore(runs.command('show').description('de samenvatting van één run').argument('<run>')).action(
    async (id: string, options) => {
      const { showRun } = await import('./runs.ts');
      ended(await showRun(id, options, shell));
    },
  );
  withStore(runs.command('prune').description('verwijdert oude runs voorgoed; wat geboekt is, blijft meetellen'))
    .requiredOption('--before <datum>', 'runs van voor deze dag')
    .action(async (options) => {
      const { pruneRuns } = await import('./runs.ts');
      ended(await pruneRuns(options, shell));
    });
}

function addReport(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  withStore(program.command('report').description('schrijft de rapporten van een onthouden run opnieuw'))
    .argument('<run>')
    .argument('[pad...]', 'de bestanden van de aanlevering; alleen nodig voor annotated en split')
    .option('--report <lijst>', 'rapporten, zoals bij validate', list)
    .option('--out <map>', 'map voor de rapporten')
    .option('--role <bestand=rol>', 'rol van een bestand (mag vaker)', list)
    .option('--columns <bestand>', 'JSON met de koppen van uw eigen export')
    .action(async (run: string, paths: string[], options) => {
      const { writeAgain } = await import('./report.ts');
      ended(await writeAgain(run, paths, options, shell));
    });
}

function addBookings(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  withStore(program.command('book').description('boekt een run: zijn goedgekeurde regels zijn ingediend en tellen mee'))
    .argument('<run>')
    .option('--replaces <run>', 'in plaats van deze geboekte run')
    .action(async (run: string, options) => {
      const { book } = await import('./book.ts');
      ended(await book(run, options, shell));
    });
  withStore(program.command('unbook').description('draait een boeking terug'))
    .argument('<run>')
    .action(async (run: string, options) => {
      const { unbook } = await import('./book.ts');
      ended(await unbook(run, options, shell));
    });
  withStore(
    program.command('ledger').description('wat er van een cliënt geboekt en beoordeeld is, en wat er nog vrij is'),
  )
    .argument('<client>', 'clientnummer of pseudoniem')
    .argument('[maand]', 'jjjj-mm')
    .action(async (client: string, month: string | undefined, options) => {
      const { ledger } = await import('./ledger.ts');
      ended(await ledger(client, month, options, shell));
    });
}

function addReturn(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  withStore(
    program.command('return').description('leest een retourbericht (AW320): wat er terugkwam naast wat tzt verwachtte'),
  )
    .argument('<bestand>', 'het retourbericht; ook ingepakt (gzip, of een zip met één bestand)')
    .option('--run <run>', 'de run die verstuurd is (anders gezocht aan de hand van de regels)')
    .option('--json', 'één JSON-document in plaats van tekst')
    .option('--all', 'toont alle regels, ook die toegekend zijn zoals verwacht')
    .option('--force', 'verwerkt het bericht ook als zijn tellingen niet kloppen')
    .action(async (file: string, options) => {
      const { readBack } = await import('./return.ts');
      ended(await readBack(file, options, shell));
    });
}

function addDiff(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  withStore(
    program.command('diff').description('wat er nieuw, opgelost en onveranderd is van de ene run naar de andere'),
  )
    .argument('<oud>', 'een onthouden run, een report.json of de map ervan')
    .argument('<nieuw>', 'een onthouden run, een report.json of de map ervan')
    .option('--json', 'één JSON-document in plaats van tekst')
    .option('--all', 'toont alle bevindingen, hoeveel het er ook zijn')
    .action(async (older: string, newer: string, options) => {
      const { diff } = await import('./diff.ts');
      ended(await diff(older, newer, options, shell));
    });
}

function addCompare(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  program
    .command('compare')
    .description('regels die verschillen tussen een export en het AW319-bericht dat ervan gemaakt is')
    .argument('<export>', 'CSV of XLSX, of de map van de aanlevering; - voor CSV op standaardinvoer')
    .argument('<bericht>', 'het AW319-bericht; ingepakt (gzip, zip) mag')
    .option('--json', 'één JSON-document in plaats van tekst (schemas/comparison.schema.json)')
    .option('--all', 'toont alle verschillen, hoeveel het er ook zijn')
    .option('--month <jjjj-mm>', 'vergelijkt alleen deze zorgmaand (mag vaker)', list)
    .option('--config <bestand>', 'instellingen (anders tzt.config.json in de werkmap)')
    .option('--as-of <datum>', 'de dag die als vandaag geldt')
    .option('--delimiter <teken>', 'scheidingsteken van CSV-bestanden')
    .option('--encoding <naam>', 'tekencodering van CSV-bestanden')
    .option('--decimal <teken>', 'decimaalteken: , of .')
    .option('--sheet <naam>', 'leest alleen dit werkblad')
    .option('--role <bestand=rol>', 'rol van een bestand (mag vaker)', list)
    .option('--columns <bestand>', 'JSON met de koppen van uw eigen export')
    .addOption(new Option('--lang <taal>', 'taal').choices(['nl', 'en']))
    .option('--no-color', 'geen kleuren')
    .option('--no-progress', 'geen voortgangsbalk')
    .action(async (exported: string, message: string, options) => {
      const { compare } = await import('./compare.ts');
      ended(await compare(exported, message, options, shell));
    });
}

function addWaive(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  const waive = program.command('waive').description('bevindingen die geaccepteerd zijn').helpCommand(false);
  const command = (name: string, description: string) =>
    withStore(waive.command(name).description(description))
      .option('--waivers <bestand>', 'JSON met geaccepteerde bevindingen; add en remove wijzigen dan dit bestand')
      .option('--as-of <datum>', 'de dag die als vandaag geldt');
  command('add', 'accepteert een bevinding, hooguit een jaar')
    .argument('<vingerafdruk>', 'zoals in de rapporten')
    .option('--reason <tekst>', 'waarom (verplicht)')
    .option('--owner <naam>', 'wie ervoor staat (verplicht)')
    .option('--until <datum>', 'de laatste dag (verplicht)')
    .option('--from <datum>', 'de eerste dag (anders vandaag)')
    .action(async (fingerprint: string, options) => {
      const { addWaiver } = await import('./waive.ts');
      ended(await addWaiver(fingerprint, options, shell));
    });
  command('remove', 'neemt een acceptatie terug')
    .argument('<vingerafdruk>')
    .action(async (fingerprint: string, options) => {
      const { removeWaiver } = await import('./waive.ts');
      ended(await removeWaiver(fingerprint, options, shell));
    });
  command('list', 'alle acceptaties').action(async (options) => {
    const { listWaivers } = await import('./waive.ts');
    ended(await listWaivers(options, shell));
  });
  command('check', 'welke verlopen zijn, binnen 14 dagen verlopen of niet gebruikt worden').action(async (options) => {
    const { checkWaivers } = await import('./waive.ts');
    ended(await checkWaivers(options, shell));
  });
}

function addRules(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  const language = () => new Option('--lang <taal>', 'taal').choices(['nl', 'en']);
  const spoken = async <Options extends { lang?: Language }>(options: Options) => {
    const { spokenLanguage } = await import('./spoken-language.ts');
    return { ...options, lang: spokenLanguage(options.lang, shell) };
  };
  program
    .command('rules')
    .description('alle regels')
    .addOption(language())
    .option('--no-color', 'geen kleuren')
    .action(async (options) => {
      const { listRules } = await import('./rules.ts');
      ended(listRules(await spoken(options), shell));
    });
  program
    .command('explain')
    .description('legt één regel uit: waarom, bron, voorbeeld, wat te doen, verwachte retourcode')
    .argument('<regel>')
    .addOption(language())
    .option('--no-color', 'geen kleuren')
    .action(async (rule: string, options) => {
      const { explainRule } = await import('./rules.ts');
      ended(await explainRule(rule, await spoken(options), shell));
    });
  program
    .command('selftest')
    .description('beoordeelt het goede en foute voorbeeld van elke regel')
    .addOption(language())
    .option('--no-color', 'geen kleuren')
    .action(async (options) => {
      const { selftest } = await import('./selftest.ts');
      ended(await selftest(await spoken(options), shell));
    });
}

function addServe(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  withStore(program.command('serve').description('opent een pagina in de browser, alleen op deze computer'))
    .option('--port <poort>', 'poort van de pagina (anders een vrije)')
    .option('--no-open', 'opent de browser niet')
    .action(async (options) => {
      const { serve } = await import('./serve/serve.ts');
      ended(await serve(options, shell));
    });
}

/** Commands that write or print what ships with the program. */
function addFiles(program: Command, shell: Shell, ended: (code: ExitCode) => void): void {
  const spoken = (command: Command) =>
    command.addOption(new Option('--lang <taal>', 'taal').choices(['nl', 'en'])).option('--no-color', 'geen kleuren');
  spoken(program.command('schema').description('de JSON-schema’s en de sjablonen voor CSV en XLSX'))
    .argument('[naam]', 'een schema, of templates')
    .option('--out <map>', 'map voor de sjablonen (anders sjablonen)')
    .action(async (name: string | undefined, options) => {
      const { schema } = await import('./schema.ts');
      ended(schema(name, options, shell));
    });
  spoken(program.command('init').description('schrijft een instellingenbestand met toelichting en een voorbeeld'))
    .argument('[map]', 'waar (anders de werkmap)')
    .action(async (folder: string | undefined, options) => {
      const { init } = await import('./init.ts');
      ended(init(folder, options, shell));
    });
  program
    .command('completion')
    .description('aanvulling met TAB voor bash, zsh, fish of powershell: source <(tzt completion bash)')
    .argument('<shell>')
    .action(async (name: string) => {
      const { completion } = await import('./completion.ts');
      ended(completion(name, shell));
    });
  program
    .command('complete', { hidden: true })
    .description('wat er op de opdrachtregel kan volgen')
    .argument('[woord...]')
    .option('--next', 'er begint een nieuw woord')
    .action(async (words: string[], { next }: { next?: boolean }) => {
      const { completionText, suggestionsFor } = await import('./complete.ts');
      shell.stdout.write(completionText(suggestionsFor(program, next ? [...words, ''] : words)));
    });
}

/** Says what went wrong and gives the exit code: 2 for wrong use, 4 for our bug, without a word of client data. */
function explain(error: unknown, shell: Shell): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    const harmless = error.message.replace(/[\p{Cc}]+/gu, (controls) => (controls.includes('\n') ? '\n' : ' '));
    shell.stderr.write(`${withoutTypedBsn(harmless)}\n`);
    return 2;
  }
  shell.stderr.write(`${bugText(error)}\n`);
  return 4;
}

/** A message quotes what was typed, and somebody may type a BSN (`tzt ledger …`). The id of a run is none, whatever its digits. */
function withoutTypedBsn(message: string): string {
  const parts = message.split(/(\d{8}-\d{6}-[0-9a-f]{6})/);
  return parts.map((part, index) => (index % 2 === 1 ? part : maskBsn(part))).join('');
}
