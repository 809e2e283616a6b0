import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { tsc } from '../../server/src/core/catalog/tsc.ts';
import { envelopeOf } from '../../server/src/core/formats/envelope.ts';
import { readDocument } from '../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../server/src/core/formats/role.ts';
import { violations } from '../core/catalog/jsonSchema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schemaOf = (kind: string): unknown =>
  JSON.parse(readFileSync(join(root, 'schemas', `${kind}.schema.json`), 'utf8'));
const broken = (kind: string, yaml: string): string[] => violations(schemaOf(kind), parse(yaml));

/** Runs the generator's check in a folder. */
function check(folder: string): { readonly status: number | null; readonly stderr: string } {
  const script = join(root, 'scripts', 'schemas.ts');
  return spawnSync(process.execPath, [script, '--check'], { cwd: folder, encoding: 'utf8' });
}

test('the schemas are what the definition of the keys says', () => {
  const { status, stderr } = check(root);
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

test('a schema that was changed, is missing or is of no kind is named by the check', context => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-schemas-'));
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'schemas'), join(folder, 'schemas'), { recursive: true });
  const policy = join(folder, 'schemas', 'policy.schema.json');
  writeFileSync(policy, readFileSync(policy, 'utf8').replace('"type"', '"typ"'));
  rmSync(join(folder, 'schemas', 'risk.schema.json'));
  writeFileSync(join(folder, 'schemas', 'poem.schema.json'), '{}');
  const { status, stderr } = check(folder);
  assert.equal(status, 1);
  assert.deepEqual(stderr.match(/[\w.]+(?=\.schema\.json)/g), ['policy', 'risk', 'poem']);
});

test('the YAML extension of VS Code is told of the manifest alone, and nothing to report, complete or explain', () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.deepEqual(contributes.yamlValidation, [
    { fileMatch: ['tickmark.yaml', 'tickmark.yml'], url: './schemas/manifest.open.schema.json' },
  ]);
  const open = schemaOf('manifest.open');
  assert.ok(typeof open === 'object' && open !== null);
  assert.deepEqual(Object.keys(open), ['$schema', 'title', 'description']);
});

/** The values of a file of the sample: its manifest, its front matter, or its YAML records. */
function valuesIn(path: string, text: string): unknown[] {
  if (!path.endsWith('.md')) return parseAllDocuments(text).flatMap((document): unknown => document.toJS());
  const { metaStart, metaEnd } = envelopeOf(text, false);
  return [parse(text.slice(metaStart, metaEnd))];
}

const sample = join(root, 'examples', 'brightdesk');
for (const path of readdirSync(sample, { recursive: true, encoding: 'utf8' })) {
  const role = roleOf(path.replaceAll('\\', '/'), 'native', false);
  if (!role) continue;
  const text = readFileSync(join(sample, path), 'utf8');
  const kinds = role.manifest
    ? ['manifest']
    : readDocument(text, role, tsc).summary.shape.records.map(({ kind }) => kind);
  if (kinds.length === 0) continue;
  test(`${path} of the sample has the form that its schemas ask for`, () => {
    const values = valuesIn(path, text);
    assert.equal(values.length, kinds.length);
    for (const [index, kind] of kinds.entries()) {
      assert.deepEqual(violations(schemaOf(kind), values[index]), [], `${kind} ${index}`);
    }
  });
}

const accepted: readonly [what: string, kind: string, yaml: string][] = [
  ['an empty value, which is still to be filled in', 'policy', 'title:\napprovedOn:\nsatisfies:\nstatus:'],
  ['numbers where texts belong', 'evidence', 'id: 7\nversion: 1.1\nwindow: 2026\nsystems: [1]'],
  ['a list of records', 'control', '- {id: AC-01}\n- {id: AC-02}'],
  ['a lone value in place of a list', 'evidence', 'controls: AC-01\nsystems: okta'],
  ['a cron expression for a frequency', 'control', 'frequency: 0 0 9 1 */3 *'],
  ['a nickname for a frequency', 'control', "frequency: '@weekly'"],
  ['a cron expression with a year and a time zone', 'procedure', 'cron: TZ=UTC 0 0 9 ? * MON 2026'],
  ['a schedule of EventBridge', 'procedure', 'cron: rate(1 day)'],
  ['a name in place of a title', 'control', 'name: Access reviews'],
  ['a bare list of criteria', 'control', 'satisfies: [CC6.1, CC6.2]'],
  ['a lone criterion', 'control', 'satisfies: CC6.1'],
  ['criteria of several catalogs', 'control', 'satisfies: {TSC: CC6.1, ISO 27001: [A.5.15]}'],
  ['a note beside each criterion', 'control', 'satisfies: {TSC: {CC6.1: by sign-in}}'],
  ['a type of evidence of your own', 'evidence', 'type: drone-footage'],
  ['a single report', 'manifest', 'report: {kind: soc2, type: 1, asOf: 2026-06-30}'],
  ['any rule by its name', 'manifest', 'rules: {documents/orphan: off}'],
  [
    'a preset, and options of a rule in a folder',
    'manifest',
    'rules: {preset: strict, folders: {policies/old: {documents/placeholder: {severity: hint, words: [X]}}}}',
  ],
];
for (const [what, kind, yaml] of accepted) {
  test(`${what} is accepted`, () => assert.deepEqual(broken(kind, yaml), []));
}

const refused: readonly [what: string, kind: string, yaml: string, complaint: string][] = [
  ['an unknown key', 'control', 'ownr: jo-lee', ': unknown key ownr'],
  ['a key of another kind', 'policy', 'nature: preventive', ': unknown key nature'],
  ['an unknown key in the second record of a list', 'risk', '- {id: A}\n- {idd: B}', '/1: unknown key idd'],
  ['another kind', 'control', 'kind: policy', '/kind: const "control"'],
  [
    'a status of another kind',
    'control',
    'status: approved',
    '/status: enum ["planned","designed","implemented","retired",null]',
  ],
  ['a day that does not exist', 'policy', 'approvedOn: 2026-02-30', '/approvedOn: format "date"'],
  ['a date in words', 'policy', 'reviewed: last week', '/reviewed: format "date"'],
  ['words for a number', 'deviation', 'count: two', '/count: type ["number","null"]'],
  ['words for a truth', 'control', 'key: maybe', '/key: type ["boolean","null"]'],
  [
    'a list where one value belongs',
    'control',
    'title: [a]',
    '/title: type ["string","number","boolean","null"]',
  ],
  ['a hash that is none', 'evidence', 'sha256: abc', '/sha256: pattern "^[0-9A-Fa-f]{64}$"'],
  [
    'an unknown key in a mapping',
    'evidence',
    'covers: {from: 2026-01-01, till: 2026-02-01}',
    '/covers: unknown key till',
  ],
  ['an unknown form of the manifest', 'manifest', 'tickmark: 2', '/tickmark: enum [1,null]'],
  ['an unknown key of the manifest', 'manifest', 'scopes: {}', ': unknown key scopes'],
  ['an unknown key of a report', 'manifest', 'reports: [{perod: {}}]', '/reports/0: unknown key perod'],
  ['an unknown rule', 'manifest', 'rules: {documents/orphans: off}', '/rules: unknown key documents/orphans'],
  [
    'an unknown severity',
    'manifest',
    'rules: {documents/orphan: fatal}',
    '/rules/documents/orphan: enum ["error","warning","information","hint","off",null]',
  ],
  [
    'an unknown role',
    'manifest',
    'privacyRole: owner',
    '/privacyRole: enum ["controller","processor","both",null]',
  ],
];
for (const [what, kind, yaml, complaint] of refused) {
  test(`${what} is refused`, () => assert.deepEqual(broken(kind, yaml), [complaint]));
}

test('every key is described, and every schema is of draft-07', () => {
  for (const name of readdirSync(join(root, 'schemas'))) {
    const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'));
    assert.match(JSON.stringify(schema), /^\{"\$schema":"http:\/\/json-schema.org\/draft-07\/schema#"/);
    assert.deepEqual(undescribed(schema, name), []);
  }
});

/** The places of properties that have no description. */
function undescribed(schema: unknown, where: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const found = Object.entries(schema).flatMap(([step, part]) => undescribed(part, `${where}/${step}`));
  const properties: unknown = 'properties' in schema ? schema.properties : undefined;
  for (const [name, property] of Object.entries<unknown>({
    ...(typeof properties === 'object' && properties),
  })) {
    const described = typeof property === 'object' && property !== null && 'description' in property;
    if (!described || property.description === '') found.push(`${where}/${name}`);
  }
  return found;
}
