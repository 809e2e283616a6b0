// Every key that a rule may read, with every kind of text in it: what takes too long with one of them is found without anybody
// having thought of it.
import type { Key } from '../../server/src/core/model/key.ts';
import { keysOf } from '../../server/src/core/model/keys.ts';
import { isRecordKind, kinds, type RecordKind } from '../../server/src/core/model/kinds.ts';
import { type ManifestKey, manifestKeys } from '../../server/src/core/model/manifestKeys.ts';
import { filled, type Make, type Pathological } from './pathological.ts';

/** Kinds of text on a line, by name: each fills any length with one thing. */
export const textKinds: Readonly<Record<string, Make>> = {
  spaces: around(' '),
  tabs: around('\t'),
  'non-breaking spaces': around('\u00a0'),
  'white space of every kind': around(
    ' \t\u00a0\u1680\u2000\u2003\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\v\f\u0085',
  ),
  'spaces behind a verb': size => `Access is ${filled(' ')(size)}`,
  'white space behind a full stop': size => `It is. ${filled(' \u00a0\t')(size)}reviewed`,
  'ids run together': filled('CC6.1'),
  'ids one after the other': filled('CC6.1 '),
  'ids as a list': filled('CC6.1, '),
  'ids of other spellings': filled('cc_6_1-POF2; '),
  'ids with suffixes': size => `CC6.1${filled('.1')(size)}`,
  ranges: filled('CC1.1\u2013CC9.2 '),
  'ids of our own': filled('AC-01, '),
  dates: filled('2026-06-31 '),
  letters: filled('a'),
  capitals: filled('A'),
  digits: filled('7'),
  'letters and digits': filled('a1'),
  words: filled('the owner checks it '),
  'words of a sentence': filled('The owner checks it. '),
  'vague words': filled('periodically should may as needed appropriate '),
  'vague words after a reason': filled('to ensure that access may '),
  'times without an end': filled('each of the '),
  'several actions': filled('and reviews, '),
  placeholders: filled('TBD [insert] <name> '),
  brackets: filled('['),
  'brackets that close': filled('[a] '),
  braces: filled('{{'),
  'braces that close': filled('{{ a }} '),
  angles: filled('<'),
  'angles that close': filled('<a> '),
  parentheses: filled('('),
  slashes: filled('/'),
  backslashes: filled('\\'),
  dots: filled('.'),
  'dots and slashes': filled('../'),
  addresses: filled('https://a.example/b?c=d '),
  'parts of an address': size => `https://${filled('a.')(size)}`,
  passwords: filled('https://a:b'),
  'mail addresses': filled('ana@tick.example '),
  'parts of a mail address': size => `a@${filled('b.')(size)}`,
  'signs of an address': filled('@'),
  globs: filled('**/*'),
  extglobs: filled('+(a|'),
  stars: filled('*'),
  'question marks': filled('?'),
  quotes: filled('"'),
  apostrophes: filled("'"),
  backticks: filled('`'),
  dashes: filled('-'),
  'long dashes': filled('\u2013'),
  underscores: filled('_'),
  'hashes and colons': filled('#:'),
  'key and value': filled('key=value '),
  'private keys': filled('-----BEGIN PRIVATE KEY-----'),
  hexadecimal: filled('0f'),
  tokens: filled('ghp_a1'),
  equals: filled('='),
  pipes: filled('|'),
  commas: filled(', '),
  emoji: filled('\u{1f600}'),
  'halves of emoji': filled('\ud83d'),
  'marks that combine': filled('e\u0301'),
  'wide letters': filled('\u7b56'),
};

type Form = (key: string, text: string) => string;

const plain: Form = (key, text) => `${key}: ${text}\n`;

/** The ways in which a text stands below a key. */
const forms: Readonly<Record<string, Form>> = {
  plain,
  'in a block': (key, text) => `${key}: |\n  ${text}\n`,
  'in quotes': (key, text) => `${key}: ${JSON.stringify(text)}\n`,
  'in lines of a block': (key, text) =>
    `${key}: |\n${pieces(text)
      .map(piece => `  ${piece}\n`)
      .join('')}`,
  'in lines of quotes': (key, text) =>
    `${key}: "${pieces(text)
      .map(piece => JSON.stringify(piece).slice(1, -1))
      .join('\n  ')}"\n`,
  'in a list in brackets': (key, text) => `${key}: [${text}]\n`,
  'in a list': (key, text) => `${key}:\n  - |\n    ${text}\n`,
  'in a list of short texts': (key, text) =>
    `${key}:\n${pieces(text)
      .map(piece => `  - ${JSON.stringify(piece)}\n`)
      .join('')}`,
};

/**
 * Each key with each kind of text. The forms take turns, so that each key has texts in every form, and each kind of text stands
 * in every form below some key; bodies of documents have every kind on a line and in lines.
 */
export function* keyTexts(): Generator<Pathological> {
  let turn = 0;
  for (const { where, path, before, keys } of placesOfKeys()) {
    for (const key of keys) {
      for (const [kind, make] of Object.entries(textKinds)) {
        const [form = '', written = plain] = Object.entries(forms)[turn++ % Object.keys(forms).length] ?? [];
        const name = `${where}, ${key.join('.')}: ${kind} ${form}`;
        yield { name, path, text: size => before + inside(key, written, make(size)) };
      }
    }
  }
  for (const path of ['policies/policy.md', 'controls/control.md']) {
    for (const [kind, make] of Object.entries(textKinds)) {
      const frontMatter = '---\nid: a\n---\n\n';
      yield { name: `${path}: ${kind}`, path, text: size => `${frontMatter}${make(size)}\n` };
      const name = `${path}: lines of ${kind}`;
      yield { name, path, text: size => `${frontMatter}${pieces(make(size)).join('\n\n')}\n` };
    }
  }
}

type Path = readonly string[];

/** Keys that stand in the same place of the same file. */
interface PlaceOfKeys {
  readonly where: string;
  readonly path: string;
  /** What stands in the file before the key. */
  readonly before: string;
  readonly keys: readonly Path[];
}

function* placesOfKeys(): Generator<PlaceOfKeys> {
  const seen = new Set<Key>();
  for (const [kind, { folder }] of Object.entries(kinds)) {
    if (!isRecordKind(kind) || folder === undefined) continue;
    const before = `id: A-1\nkind: ${kind}\n`;
    yield { where: kind, path: `${folder}/record.yaml`, before, keys: keysOfKind(kind, seen) };
  }
  yield { where: 'manifest', path: 'tickmark.yaml', before: '', keys: pathsOf(manifestKeys) };
}

/** The keys of a kind that no kind before it has, with those of their mappings. */
function keysOfKind(kind: RecordKind, seen: Set<Key>): Path[] {
  const paths: Path[] = [];
  for (const [name, key] of keysOf(kind)) {
    if (name !== key.name || name === 'id' || name === 'kind' || seen.has(key)) continue;
    seen.add(key);
    paths.push([name], ...pathsOf(key.keys ?? []).map(path => [name, ...path]));
  }
  return paths;
}

function pathsOf(keys: readonly (Key | ManifestKey)[]): Path[] {
  return keys.flatMap(key => [
    [key.name],
    ...pathsOf(key.keys ?? []).map(path => [key.name, ...path]),
    ...pathsOf('each' in key ? (key.each ?? []) : []).map(path => [key.name, 'a', ...path]),
  ]);
}

/** A text under a key, in the mappings around it. */
function inside(path: Path, written: Form, text: string): string {
  const [key = '', ...around] = path.toReversed();
  return around.reduce(
    (inner, name) => `${name}:\n${inner.replaceAll(/^(?=.)/gm, '  ')}`,
    written(key, text),
  );
}

/** Words around something without words. */
function around(piece: string): Make {
  return size => `before${filled(piece)(size)}after`;
}

/** A text in pieces of some twenty characters. */
function pieces(text: string): string[] {
  return text.match(/.{1,20}/gsu) ?? [];
}
