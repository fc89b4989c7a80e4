/** DuckDB: the three core rules as SQL over its own CSV reader, on all the cores it wants. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder = '.'] = process.argv.slice(2);
const csv = (name: string, names: readonly string[]) =>
  `read_csv('${join(folder, name)}', delim=';', quote='"', escape='"', header=false, skip=1, encoding='latin-1', all_varchar=true, ` +
  `names=[${names.map((column) => `'${column}'`).join(', ')}])`;
const CLAIMS = 'client code text first last quantity unit reference corrects dc law rate amount agb uzovi remark'.split(
  ' ',
);
const REGISTER = ['client', 'value', 'first', 'last'];
const day = (column: string) => `strptime(${column}, '%d-%m-%Y')::date`;
const period = (name: string) =>
  `select client, lower(value) as value, ${day('first')} as first, coalesce(${day('last')}, '9999-12-31') as last from ${csv(name, REGISTER)}`;

const QUERY = `
with lines as materialized (
  select client, code, ${day('first')} as first, ${day('last')} as last, dc = 'C' as credit,
    (replace(quantity, ',', '.')::decimal(12, 2) * case unit when 'uur' then 60 else 1 end)::bigint as minutes
  from ${csv('declaraties.csv', CLAIMS)} where code in ('1062', 'H138', 'H139', 'H306')
), forms as (${period('leveringsvormen.csv')}), indications as (${period('indicaties.csv')}),
vpt as (
  select distinct l.client, l.first from lines l join forms f on f.client = l.client and f.value = 'vpt' and f.first <= l.last and f.last >= l.first
  where not credit
), unindicated as (
  select distinct client, first from lines l where code = '1062' and not credit and not exists (
    select 1 from indications i where i.client = l.client and i.value = 'wijkverpleging' and i.first <= l.first and i.last >= l.last)
), refused as (select * from vpt union select * from unindicated)
select 'monthly-cap-exceeded' as rule, client, strftime(first, '%Y-%m') as month from lines l
where not exists (select 1 from refused r where r.client = l.client)
group by client, strftime(first, '%Y-%m') having sum(case when credit then -minutes else minutes end) > 390
union select 'vpt-client', client, strftime(first, '%Y-%m') from vpt
union select 'zvw-without-indication', client, strftime(first, '%Y-%m') from unindicated`;

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rows = (await connection.runAndReadAll(QUERY)).getRows();
process.stdout.write(JSON.stringify(rows.map((cells) => cells.join(' '))));
