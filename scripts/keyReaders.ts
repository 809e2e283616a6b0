// Which rules read a key, and whether the coverage does, shown by the examples of the rules: where a finding or a state changes
// when the key is called otherwise, it was read.
import { tsc } from '../server/src/core/catalog/tsc.ts';
import { Engine } from '../server/src/core/engine.ts';
import { readDocument } from '../server/src/core/formats/readDocument.ts';
import { manifestName } from '../server/src/core/formats/role.ts';
import type { Key } from '../server/src/core/model/key.ts';
import { keysOf } from '../server/src/core/model/keys.ts';
import type { RecordKind } from '../server/src/core/model/kinds.ts';
import { type ManifestKey, manifestKeys } from '../server/src/core/model/manifestKeys.ts';
import { type ExampleFile, readExample } from '../server/src/core/rules/example.ts';
import { rules } from '../server/src/core/rules/rules.ts';
import type { TextRange } from '../server/src/core/text/range.ts';
import { entry, resolved } from '../server/src/core/yaml/lookup.ts';
import type { YamlMapping, YamlNode, YamlScalar } from '../server/src/core/yaml/node.ts';
import { judgedExample } from '../test/core/rules/judgedExample.ts';
import { layoutOf, roleIn, supplyCatalogs, supplySources, today } from '../test/fixture.ts';
import { keyProbes } from './keyProbes.ts';

/**
 * What reads a key: names of rules, `coverage`, and `recognition` where it tells what a record is. By kind and path of the key:
 * `vendor report.bridge.end`.
 */
export type KeyReaders = ReadonlyMap<string, ReadonlySet<string>>;

/** These look at every key, whatever it means. */
const looksAtAll = new Set(['documents/unknown-key', 'documents/unknown-value', 'scope/unknown-key']);

/** Finds out what reads each key of records and of the manifest; takes some seconds. */
export function keyReaders(): KeyReaders {
  const readers = new Map<string, Set<string>>();
  for (const files of programs()) {
    const engine = engineOf(files);
    const picture = pictureOf(engine);
    for (const file of files) {
      for (const named of keysIn(engine, files, file)) {
        const found = readers.get(named.name) ?? new Set();
        readers.set(named.name, found);
        for (const reader of readersOf({ engine, files, picture }, file, named)) found.add(reader);
      }
    }
  }
  return readers;
}

interface Example {
  readonly engine: Engine;
  readonly files: readonly ExampleFile[];
  readonly picture: Picture;
}

/** What reads one key of one record. */
function readersOf(
  example: Example,
  file: ExampleFile,
  { label, record, kind }: NamedLabel,
): readonly string[] {
  const kinds = kindsIn(example.engine, file);
  const other = seenWith(example, without(file, label));
  if (other.kinds === kinds) return differing(example.picture, other.picture);
  if (!record || entry(record, 'kind')) return ['recognition'];
  // The key also tells what the record is. What else reads it shows where that is told otherwise.
  const { text } = file;
  const added = `kind: ${kind}${record.flow ? ', ' : `\n${' '.repeat(columnOf(text, record.start))}`}`;
  const at = record.start + (record.flow ? 1 : 0);
  const told = { ...file, text: text.slice(0, at) + added + text.slice(at) };
  const moved = { start: label.start + added.length, end: label.end + added.length };
  return [
    'recognition',
    ...differing(seenWith(example, told).picture, seenWith(example, without(told, moved)).picture),
  ];
}

/** What is seen of an example while one of its files says something else. */
function seenWith({ engine, files }: Example, changed: ExampleFile): { kinds: string; picture: Picture } {
  const all = files.map(file => (file.path === changed.path ? changed : file));
  // What a manifest or a layout says is about every file. Any other change is taken up and back, which is quicker.
  if (changed.path === manifestName || layoutOf(all) !== layoutOf(files)) return seen(engineOf(all), changed);
  take(engine, all, changed);
  const other = seen(engine, changed);
  take(engine, files, files.find(({ path }) => path === changed.path) ?? changed);
  return other;
}

function seen(engine: Engine, file: ExampleFile): { kinds: string; picture: Picture } {
  return { kinds: kindsIn(engine, file), picture: pictureOf(engine) };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function programs(): readonly (readonly ExampleFile[])[] {
  const ofRules = rules.flatMap(rule =>
    [...rule.examples.bad, ...rule.examples.good].map(example => judgedExample(rule, example)),
  );
  return [...ofRules, ...keyProbes.map(readExample)];
}

/** What the records of a file are taken for. */
function kindsIn({ program }: Engine, { path }: ExampleFile): string {
  return program
    .records(path)
    .map(({ shape }) => shape.kind)
    .join(' ');
}

function differing(one: Picture, other: Picture): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    reader => one.get(reader) !== other.get(reader),
  );
}

interface NamedLabel {
  readonly name: string;
  readonly label: YamlScalar;
  /** The record that has it; undefined for the manifest. */
  readonly record: YamlMapping | undefined;
  readonly kind: RecordKind;
}

function engineOf(files: readonly ExampleFile[]): Engine {
  const engine = new Engine({ catalog: tsc, today });
  const isManifest = ({ path }: ExampleFile) => path === manifestName;
  for (const file of [...files.filter(isManifest), ...files.filter(file => !isManifest(file))])
    take(engine, files, file);
  engine.setComplete(true);
  return engine;
}

/** Takes up the text of a file, and what the program then asks for. */
function take(engine: Engine, files: readonly ExampleFile[], { path, text }: ExampleFile): void {
  const role = engine.catalogFiles.has(path) ? undefined : roleIn(engine, files, path);
  if (role) engine.setText(path, text, role);
  supplyCatalogs(engine, files);
  supplySources(engine, files);
}

/** What a program says: by rule what it finds, and the states of its criteria. */
type Picture = ReadonlyMap<string, string>;

/** What each rule finds, and the states of all criteria. */
function pictureOf(engine: Engine): Picture {
  const { program } = engine;
  const picture = new Map<string, string>();
  const add = (reader: string, said: string) => picture.set(reader, `${picture.get(reader) ?? ''}${said}\n`);
  for (const { rule, path, range, message } of engine.allFindings()) {
    if (!looksAtAll.has(rule)) add(rule, `${path} ${range.start}-${range.end} ${message}`);
  }
  for (const report of program.currentReports) {
    for (const id of report.criteria) {
      const { state, marks } = program.coverage.of(report, id);
      add('coverage', `${report.id} ${id} ${state} ${marks.join(' ')}`);
    }
  }
  return picture;
}

/** The keys of a file's records, or of the manifest, that are known, and where they are called so. */
function keysIn(
  engine: Engine,
  files: readonly ExampleFile[],
  { path, text }: ExampleFile,
): readonly NamedLabel[] {
  const role = engine.catalogFiles.has(path) ? undefined : roleIn(engine, files, path);
  if (!role) return [];
  const { records, yaml, summary } = readDocument(text, role, tsc);
  if (summary.shape.manifest) {
    const found = labelsIn('manifest', yaml[0]?.root, byName(manifestKeys));
    return found.map(one => ({ ...one, record: undefined, kind: 'manifest' }));
  }
  return records.flatMap(({ kind, mapping }) =>
    labelsIn(kind, mapping, keysOf(kind)).map(one => ({ ...one, record: mapping, kind })),
  );
}

function byName<One extends Key | ManifestKey>(keys: readonly One[]): ReadonlyMap<string, One> {
  return new Map(keys.flatMap(key => [key.name, ...(key.aliases ?? [])].map(name => [name, key] as const)));
}

function labelsIn(
  path: string,
  node: YamlNode | undefined,
  keys: ReadonlyMap<string, Key | ManifestKey>,
): readonly Pick<NamedLabel, 'name' | 'label'>[] {
  const value = resolved(node);
  if (value?.type === 'sequence') return value.items.flatMap(item => labelsIn(path, item, keys));
  if (value?.type !== 'mapping') return [];
  return value.entries.flatMap(({ key: label, value: inner }) => {
    const key = keys.get(label.value);
    if (!key) return [];
    const name = path.includes(' ') ? `${path}.${key.name}` : `${path} ${key.name}`;
    return [{ name, label }, ...(key.keys ? labelsIn(name, inner, byName<Key | ManifestKey>(key.keys)) : [])];
  });
}

/** The file with a key called as no key is; everything else stands where it stood. */
function without(file: ExampleFile, { start, end }: TextRange): ExampleFile {
  const { text } = file;
  return { ...file, text: text.slice(0, start) + 'z'.repeat(end - start) + text.slice(end) };
}
