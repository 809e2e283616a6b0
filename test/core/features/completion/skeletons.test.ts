import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labels, taken } from './offered.ts';

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

  it('are not offered where something is written, nor where front matter would not be at the beginning', () => {
    assert.deepEqual(news(`${program}=== controls/a.md\n$0\nText.\n`), []);
    assert.deepEqual(news(`${program}=== controls/a.md\n\n$0`), []);
    assert.deepEqual(news(`${program}=== controls/a.md\n---\n$0`), []);
    assert.deepEqual(news(`${program}=== risks/a.yaml\nid: R\n$0`), []);
  });
});
