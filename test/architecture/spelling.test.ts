// Tickmark writes American English, as the AICPA, VS Code and most of its users do: in what people read, in code, and in
// the names of files. The manifest takes three British keys besides.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './project.ts';

/** Files that write a British word on purpose, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'docs/rules/controls/vague-wording.md': 'a word that others write',
  'schemas/manifest.schema.json': 'the British keys of the manifest',
  'server/src/core/catalog/data/words.json': 'words that others write',
  'server/src/core/model/manifestKeys.ts': 'the British keys of the manifest',
  'test/core/catalog/words.test.ts': 'words that others write',
  'test/core/formats/manifest.test.ts': 'the British keys of the manifest',
  'server/src/core/rules/groups/controls/vagueWords.ts': 'a word that others write',
  'test/architecture/expressions.test.ts': 'a function of a library',
  'test/architecture/spelling.test.ts': 'this test',
};

/** Folders that hold nothing of ours, or what is built. */
const passedOver = new Set(['node_modules', 'dist', '.build', '.cache', '.git']);

const british = new RegExp(
  [
    'programme|catalogue|licence|artefact|judgement|acknowledgement|whilst|spelt|learnt\\b|towards|afterwards',
    '(?:behavi|col|fav|flav|harb|hon|lab|neighb|endeav)our',
    '(?:authori|categori|customi|emphasi|finali|initiali|minimi|normali|optimi|organi|prioriti|recogni|seriali|standardi|summari|utili)s(?:e|ing|ation)',
    '(?:analy|paraly)s(?:e|ed|ing)\\b|(?:cent|fib|met|theat)re\\b|defence|offence|fulfil\\b|practis|grey|per cent\\b',
    '(?:cancel|label|model|signal|travel)l(?:ed|ing)',
  ].join('|'),
  'gi',
);

/** British words of other tools' names, which are what they are: `RequestCancelled` is an error of the protocol. */
const names = /RequestCancelled|ServerCancelled/g;

function britishIn(text: string): string[] {
  return text.replace(names, '').match(british) ?? [];
}

describe('the spelling is American', () => {
  it('in every file, and in its name', () => {
    const found = ownFiles('').flatMap(path =>
      britishIn(`${path}\n${readFileSync(join(root, path), 'utf8')}`).map(word => `${path}: ${word}`),
    );
    assert.deepEqual(found, []);
  });

  it('and a British word would be seen', () => {
    assert.deepEqual(britishIn('The Catalogue of the organisation, analysed'), [
      'Catalogue',
      'organisation',
      'analysed',
    ]);
    assert.deepEqual(britishIn('It analyzes colors of analyses in the program, and exercises promises.'), []);
  });

  it('but for files that still need the exception', () => {
    for (const path of Object.keys(exceptions))
      assert.notDeepEqual(britishIn(readFileSync(join(root, path), 'utf8')), [], path);
  });
});

/** The text files of the project below a folder, except lock files and what is not ours. */
function ownFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (passedOver.has(entry.name)) return [];
    if (entry.isDirectory()) return ownFiles(path);
    return /\.(?:md|ts|mts|mjs|json|ya?ml|txt|sh)$/.test(path) &&
      entry.name !== 'package-lock.json' &&
      !exceptions[path]
      ? [path]
      : [];
  });
}
