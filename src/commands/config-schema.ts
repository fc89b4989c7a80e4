import * as z from 'zod';
import { wordsFor } from '../messages/words-for.ts';
import { CATALOGUE, CORE_RULES } from '../pipeline/catalogue.ts';
import { ConfigShape } from './config-shape.ts';
import { REPORT_NAMES } from './report-files.ts';

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  additionalProperties?: boolean | SchemaNode;
  patternProperties?: Record<string, SchemaNode>;
  propertyNames?: SchemaNode;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  enum?: readonly string[];
  pattern?: string;
  type?: string;
  description?: string;
  [key: string]: unknown;
}

/**
 * JSON Schema (draft 2020-12) of tzt.config.json, as published in `schemas/config.schema.json`. Beside the shape it names every rule and every
 * report, so that an editor completes them, and it takes keys that begin with `//` for the notes they are.
 */
export function configJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(ConfigShape, { target: 'draft-2020-12', io: 'input' }) as SchemaNode;
  const properties = rest.properties ?? {};
  const { additionalProperties: setting } = properties.rules ?? {};
  if (properties.rules) properties.rules = ruleSettings(properties.rules);
  if (properties.reports) properties.reports = { ...properties.reports, items: reportName() };
  for (const node of objectsIn([rest, setting])) {
    node.patternProperties = { '^//': { description: 'A note to people; ignored' } };
  }
  return {
    $schema,
    $id: 'urn:tzt:schema:config:1.0',
    title: 'tzt.config.json',
    description: 'Settings of tzt. A command line option or a TZT_ variable wins over this file.',
    ...rest,
    $defs: { ruleSetting: setting },
  };
}

function ruleSettings({ description }: SchemaNode): SchemaNode {
  const words = wordsFor('en');
  const rules = CATALOGUE.map(({ id, severity }): [string, SchemaNode] => {
    const core = CORE_RULES.includes(id) ? ' Core rule: lowered only with a reason.' : '';
    return [
      id,
      { description: `${words.rule(id).title} (${severity} when absent).${core}`, $ref: '#/$defs/ruleSetting' },
    ];
  });
  return {
    type: 'object',
    ...(description ? { description } : {}),
    properties: Object.fromEntries(rules),
    additionalProperties: false,
  };
}

function reportName(): SchemaNode {
  return {
    anyOf: [
      { type: 'string', enum: REPORT_NAMES },
      { type: 'string', pattern: `^(${REPORT_NAMES.join('|')})=.+$` },
    ],
  };
}

/** Every object with fixed keys, and the free ones whose keys a note may stand among. */
function* objectsIn(node: unknown): Generator<SchemaNode> {
  if (node === null || typeof node !== 'object') return;
  const { type } = node as SchemaNode;
  for (const inner of Object.values(node)) yield* objectsIn(inner);
  if (type === 'object') yield node as SchemaNode;
}
