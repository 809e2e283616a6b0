import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { itemsAt, labels, taken } from './offered.ts';

const program = '=== tickmark.yaml\ntickmark: 1\n';
const news = (example: string) => labels(example).filter(label => label.startsWith('New '));

describe('whole records', () => {
  it('are offered in an empty document: the one that fits its folder, before anything else', () => {
    assert.equal(labels(`${program}=== controls/AC-01.md\n$0`)[0], 'New control');
    assert.deepEqual(news(`${program}=== controls/AC-01.md\n$0`), ['New control']);
    assert.deepEqual(news(`${program}=== risks/fire.yaml\n$0`), ['New risk']);
    assert.deepEqual(labels(`${program}=== risks/fire.yaml\n$0`).slice(0, 2), ['New risk', 'id']);
  });

  it('are of every kind where the folder says none, but for what YAML has no place for', () => {
    assert.deepEqual(news(`${program}=== new/a.md\n$0`).slice(0, 3), [
      'New control',
      'New policy',
      'New procedure',
    ]);
    assert.ok(!news(`${program}=== new/a.yaml\n$0`).includes('New policy'));
    assert.deepEqual(news('=== tickmark.yaml\n$0'), ['New manifest']);
  });

  it('replace the word that was begun, and have the name of the file as their id', () => {
    const text = taken(`${program}=== policies/access-control.md\nnew$0`, 'New policy');
    assert.match(text, /^---\nid: access-control\ntitle: Access control\nowner: \n/);
    assert.match(
      taken(`${program}=== new/AC-01.md\n$0\n`, 'New control'),
      /^---\nid: AC-01\nkind: control\ntitle: "\[Title\]"\n/,
    );
  });

  it('are in the form of the layout', () => {
    const comply = '=== comply.yml\nname: Acme\n=== policies/access.md\n';
    assert.match(taken(`${comply}$0`, 'New policy'), /^name: Access\nacronym: access\n/);
  });

  it('are in the form of most others of their kind', () => {
    const others = `${program}=== policies/access.md\nname: Access Policy\nacronym: AP\n---\nText.\n`;
    const text = taken(`${others}=== policies/backup.md\n$0`, 'New policy');
    assert.match(text, /^---\nname: Backup\nacronym: backup\n/);
    assert.match(taken(`${others}=== risks/fire.md\n$0`, 'New risk'), /^---\nid: fire\ntitle: Fire\n/);
  });

  it('are not offered where something is written, nor where front matter would not be at the beginning', () => {
    assert.deepEqual(news(`${program}=== controls/a.md\n$0\nText.\n`), []);
    assert.deepEqual(news(`${program}=== controls/a.md\n\n$0`), []);
    assert.deepEqual(news(`${program}=== controls/a.md\n---\n$0`), []);
    assert.deepEqual(news(`${program}=== risks/a.yaml\nid: R\n$0`), []);
  });

  it('state nothing between which a person is to choose', () => {
    const own = new Set(['id', 'kind', 'title', 'status', 'version']);
    for (const label of news(`${program}=== new/a.md\n$0`)) {
      const text = taken(`${program}=== new/a.md\n$0`, label);
      const stated = statedIn(parse(text.split('---\n')[1] ?? '')).filter(([key]) => !own.has(key));
      assert.deepEqual(
        stated.filter(([, value]) => !/^\[.*\]$/.test(value)),
        [],
        label,
      );
    }
  });

  it('have places at which the words are offered that belong there', () => {
    for (const [label, key, word] of [
      ['New control', 'nature', 'preventive'],
      ['New control', 'execution', 'automated'],
      ['New control', 'frequency', 'quarterly'],
      ['New policy', 'reviewEvery', 'annual'],
      ['New evidence', 'type', 'access-review'],
      ['New evidence', 'collected', '2026-06-30'],
      ['New vendor', 'subservice', 'carve-out'],
      ['New vendor', '  kind', 'soc2'],
      ['New vendor', '  type', '2'],
      ['New risk', 'treatment', 'mitigate'],
      ['New commitment', 'categories', 'availability'],
    ] as const) {
      const at = `${program}=== new/a.md\n$0`;
      const { text, stops = [] } = itemsAt(at).find(item => item.label === label) ?? assert.fail(label);
      const place = text.indexOf(`\n${key}: `) + key.length + 3;
      const stop = stops.find(({ start }) => start === place || start === place + 1) ?? assert.fail(key);
      assert.equal(stop.end, stop.start, key);
      const filled = `${text.slice(0, stop.start)}$0${text.slice(stop.end)}`;
      assert.ok(labels(`${program}=== new/a.md\n${filled}`).includes(word), `${label}: ${key}`);
    }
  });
});

/** The texts and numbers that metadata holds, each with its key. */
function statedIn(value: unknown, key = ''): [key: string, value: string][] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [[key, String(value).trim()]];
  return Object.entries(value).flatMap(([name, inner]) => statedIn(inner, Array.isArray(value) ? key : name));
}
