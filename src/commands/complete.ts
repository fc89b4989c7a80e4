import type { Argument, Command, Option } from 'commander';
import { ROLES } from '../domain/role.ts';
import { wordsFor } from '../messages/words-for.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import { COMPLETION_SHELLS } from './completion.ts';
import { REPORT_NAMES } from './report-files.ts';
import { SCHEMAS } from './schema-list.ts';

/** What may come next on a command line: values with what they mean, and whether names of files may come too. */
export interface Suggestions {
  readonly values: readonly Suggestion[];
  readonly files: boolean;
}
type Suggestion = readonly [value: string, meaning: string];

/**
 * What may come where the cursor is. `words` are those after the name of the program up to the cursor, the last one unfinished or empty. Reads
 * nothing but the command line itself: pressing TAB opens no store and no file.
 */
export function suggestionsFor(program: Command, words: readonly string[]): Suggestions {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const { command, positional, waiting } = walked(program, before);
  // bash cuts --report=json in three.
  const option = current === '=' ? optionOf(command, before.at(-1)) : waiting;
  if (option) return ofOption(option, current === '=' ? '' : current, '');
  const equals = current.indexOf('=');
  if (current.startsWith('--') && equals > 0) {
    const named = optionOf(command, current.slice(0, equals));
    return named
      ? ofOption(named, current.slice(equals + 1), current.slice(0, equals + 1))
      : { values: [], files: false };
  }
  const help = command.createHelp();
  if (current.startsWith('-')) {
    const options = help
      .visibleOptions(command)
      .flatMap(({ long, description }): Suggestion[] => (long?.startsWith(current) ? [[long, description]] : []));
    return { values: options, files: false };
  }
  const subcommands = positional === 0 ? help.visibleCommands(command) : [];
  if (subcommands.length > 0) {
    const values = subcommands.map((one): Suggestion => [one.name(), one.description()]);
    return { values: starting(values, current), files: false };
  }
  return ofArgument(command, argumentAt(command, positional), current);
}

/** What the scripts read: a line per value, a tab, what it means; and `:files` when names of files may come. */
export function completionText({ values, files }: Suggestions): string {
  const lines = values.map(([value, meaning]) => `${value}\t${meaning.replace(/\s+/g, ' ')}\n`);
  return `${lines.join('')}${files ? ':files\n' : ''}`;
}

/** Where the words before the cursor lead: the command, how many of its arguments there are, and the option that still waits for its value. */
function walked(program: Command, words: readonly string[]) {
  let command = program;
  let positional = 0;
  let waiting: Option | undefined;
  for (const word of words) {
    if (waiting) {
      if (word !== '=') waiting = undefined;
    } else if (/^-./.test(word)) {
      const option = optionOf(command, word);
      waiting = option?.required && !word.includes('=') ? option : undefined;
    } else {
      const inner = positional === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      positional += inner ? 0 : 1;
      command = inner ?? command;
    }
  }
  return { command, positional, waiting };
}

function optionOf(command: Command, word: string | undefined): Option | undefined {
  const name = word?.split('=')[0];
  return command.options.find(({ long, short }) => long === name || short === name);
}

function argumentAt({ registeredArguments }: Command, position: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[position] ?? (last?.variadic ? last : undefined);
}

const plain = (values: readonly string[]): Suggestion[] => values.map((value) => [value, '']);

/** Values of options that the command line itself does not list. */
const OPTION_VALUES: Readonly<Record<string, readonly string[]>> = {
  '--fail-on': ['error', 'warning', 'new'],
  '--encoding': ['utf-8', 'windows-1252', 'utf-16le'],
  '--delimiter': ['puntkomma', 'komma', 'tab', 'pipe'],
  '--decimal': ['komma', 'punt'],
};
/** Options whose value is neither a name we know nor a file. */
const FREE = [
  '--as-of',
  '--month',
  '--sheet',
  '--from',
  '--until',
  '--before',
  '--reason',
  '--owner',
  '--replaces',
  '--port',
];

function ofOption(option: Option, text: string, prefix: string): Suggestions {
  const { long = '', argChoices } = option;
  if (long === '--report') {
    const comma = text.lastIndexOf(',') + 1;
    const listed = plain(REPORT_NAMES).map(
      ([name, meaning]): Suggestion => [`${text.slice(0, comma)}${name}`, meaning],
    );
    return { values: prefixed(starting(listed, text), prefix), files: text.includes('=') };
  }
  if (long === '--role') {
    const equals = text.lastIndexOf('=') + 1;
    if (equals === 0) return { values: [], files: true };
    const roles = plain(ROLES.map((role) => `${text.slice(0, equals)}${role}`));
    return { values: prefixed(starting(roles, text), prefix), files: false };
  }
  const values = argChoices ?? OPTION_VALUES[long];
  if (values) return { values: prefixed(starting(plain(values), text), prefix), files: false };
  return { values: [], files: !FREE.includes(long) };
}

function ofArgument(command: Command, argument: Argument | undefined, text: string): Suggestions {
  if (argument === undefined) return { values: [], files: false };
  const known = argument.argChoices ? plain(argument.argChoices) : ARGUMENTS[command.name()]?.();
  return known ? { values: starting(known, text), files: false } : { values: [], files: true };
}

/** Arguments that have names, by their command. */
const ARGUMENTS: Readonly<Record<string, () => Suggestion[]>> = {
  explain: () => CATALOGUE.map(({ id }) => [id, wordsFor('nl').rule(id).title]),
  schema: () => [...SCHEMAS.map(({ name, nl }): Suggestion => [name, nl]), ['templates', 'sjablonen voor CSV en XLSX']],
  completion: () => plain(COMPLETION_SHELLS),
};

function starting(values: readonly Suggestion[], text: string): Suggestion[] {
  return values.filter(([value]) => value.startsWith(text));
}

function prefixed(values: readonly Suggestion[], prefix: string): Suggestion[] {
  return values.map(([value, meaning]) => [`${prefix}${value}`, meaning]);
}
