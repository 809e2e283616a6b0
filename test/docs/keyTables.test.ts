// docs/program.md says of each key what reads it. The examples of the rules and scripts/keyProbes.ts show that; what the sources
// read and no example shows would be missing there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { root, runIn, sourcesIn } from '../architecture/project.ts';

it('the tables of keys are what the keys are and what reads them', () => {
  assert.deepEqual(runIn(root, 'scripts/keyTables.ts', '--check'), { code: 0, output: '' });
});

/** How rules and the program read a key of a record by its name. */
const reading = [
  /\bvalues\[?\.?\['([\w.]+)'\]/g,
  /\blists\?\.\['(\w+)'\]/g,
  /\bdateIn\([\w.]+, '([\w.]+)'\)/g,
  /\bsays\(mapping, '(\w+)'\)/g,
  /\bentry\((?:record\.)?mapping, '(\w+)'\)/g,
  /\bhasAll\('(\w+)'/g,
  /^ {2}(?:day|closed): '(\w+)',$/gm,
];

it('every key that a rule or the coverage reads by name is told to be read', () => {
  const page = readFileSync(join(root, 'docs', 'program.md'), 'utf8');
  const told = new Set(
    [...page.matchAll(/^\| (`[^|]*) \|[^|]+\| (\S[^|]*) \|$/gm)].flatMap(([, first = '', last = '']) => {
      const several = [...last.matchAll(/`(\w+)`: /g)].map(([, key]) => key);
      return several.length > 0 ? several : [...first.matchAll(/`(\w+)`/g)].map(([, key]) => key);
    }),
  );
  const sources = ['rules', 'program'].flatMap(name => sourcesIn(join('server', 'src', 'core', name)));
  const read = sources.flatMap(path => {
    const text = readFileSync(join(root, path), 'utf8');
    // Of a date inside of a mapping the mapping is told.
    return reading.flatMap(form => [...text.matchAll(form)].map(([, key = '']) => key.replace(/\..*/, '')));
  });
  assert.ok(read.length > 50);
  assert.deepEqual(
    [...new Set(read)].filter(key => !told.has(key)),
    [],
  );
});
