import type { Language } from '../domain/run.ts';

/** What `tzt validate --print-config` says. */
export interface ConfigLabels {
  readonly title: string;
  readonly heading: readonly [setting: string, value: string, origin: string];
  readonly noFile: string;
  readonly byDefault: string;
  readonly all: string;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  readonly shipped: string;
  readonly perRun: string;
  readonly recognised: string;
  readonly keyGiven: string;
  readonly keyFile: string;
  readonly keyMade: string;
  readonly clock: string;
  readonly coreRule: string;
}

const NL: ConfigLabels = {
  title: 'Instellingen van tzt validate. Voorrang: optie, omgevingsvariabele, instellingenbestand, standaard.',
  heading: ['instelling', 'waarde', 'herkomst'],
  noFile: 'geen',
  byDefault: 'standaard',
  all: 'alle',
  none: 'geen',
  yes: 'ja',
  no: 'nee',
  shipped: 'meegeleverd',
  perRun: 'een eigen map per run',
  recognised: 'wordt herkend',
  keyGiven: 'gegeven (wordt niet getoond)',
  keyFile: 'sleutelbestand',
  keyMade: 'sleutelbestand, wordt bij de eerste run gemaakt',
  clock: 'klok',
  coreRule: 'kernregel',
};

const EN: ConfigLabels = {
  title: 'Settings of tzt validate. Precedence: option, environment variable, configuration file, default.',
  heading: ['setting', 'value', 'origin'],
  noFile: 'none',
  byDefault: 'default',
  all: 'all',
  none: 'none',
  yes: 'yes',
  no: 'no',
  shipped: 'shipped',
  perRun: 'a folder of its own per run',
  recognised: 'recognised',
  keyGiven: 'given (not shown)',
  keyFile: 'key file',
  keyMade: 'key file, made by the first run',
  clock: 'clock',
  coreRule: 'core rule',
};

/** What `tzt validate --print-config` says, per language. */
export const CONFIG_LABELS: Readonly<Record<Language, ConfigLabels>> = { nl: NL, en: EN };
