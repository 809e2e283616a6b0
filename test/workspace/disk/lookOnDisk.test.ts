// Where evidence says that a file is: what is there on disk. It is missing only where it would surely be.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lookOnDisk } from '../../../server/src/workspace/disk/lookOnDisk.ts';
import { folderOf, write } from '../folder.ts';

const fixture = '=== in/files/a.csv\none\n\n=== in/files/b.csv.dvc\nouts: []\n=== out/c.csv\nc\n';
const hashOf = (text: string) => hash('sha256', text, 'hex');

describe('a file that evidence names', () => {
  it('is there as a file, a folder, a link or the pointer of one', t => {
    const folder = folderOf(t, fixture);
    symlinkSync('../.git/annex/objects/0a/x', `${folder}/in/files/link.csv`);
    const look = (path: string) => lookOnDisk(`${folder}/in/${path}`, `${folder}/in`, undefined);
    for (const path of ['files/a.csv', 'files', 'files/b.csv', 'files/link.csv'])
      assert.equal(look(path), 'there', path);
  });

  it('is missing in a folder of the program in which files are kept, and nowhere else', t => {
    const folder = folderOf(t, fixture);
    mkdirSync(`${folder}/in/submodule`);
    symlinkSync('../out', `${folder}/in/share`);
    const look = (path: string) => lookOnDisk(`${folder}/in/${path}`, `${folder}/in`, undefined);
    assert.equal(look('files/gone.csv'), 'missing');
    write(folder, 'in/notes/a.md', '');
    write(folder, 'in/notes/.gitkeep', '');
    write(folder, 'in/notes/old/a.csv', '');
    const doubtful = [
      'gone.csv',
      'notes/gone.csv',
      'gone/a.csv',
      'files/a.csv/b.csv',
      'submodule/a.csv',
      'share/gone.csv',
    ];
    for (const path of doubtful) assert.equal(look(path), 'unknown', path);
  });

  it('is missing as a folder also where only other folders are kept', t => {
    const folder = folderOf(t, fixture);
    write(folder, 'in/screens/2026-q1/a.png', '');
    mkdirSync(`${folder}/in/hidden/.git`, { recursive: true });
    const look = (path: string) => lookOnDisk(`${folder}/in/${path}`, `${folder}/in`, undefined);
    assert.equal(look('screens/2026-q1'), 'there');
    for (const path of ['screens/2026-q2', 'files/2026-q2']) assert.equal(look(path), 'missing', path);
    for (const path of ['screens/a.png', 'gone/2026-q2', 'hidden/2026-q2'])
      assert.equal(look(path), 'unknown', path);
  });

  it('differs where its content is surely another than is stated', t => {
    const folder = folderOf(t, fixture);
    const key = (content: string) => `SHA256E-s1--${hashOf(content)}.csv`;
    mkdirSync(`${folder}/in/folder.csv`);
    write(folder, 'in/large.csv', 'x'.repeat((1 << 25) + 1));
    symlinkSync('../../out/c.csv', `${folder}/in/files/out.csv`);
    symlinkSync(`.git/annex/objects/0a/${key('one\n')}/${key('one\n')}`, `${folder}/in/annexed.csv`);
    symlinkSync(`.git/annex/objects/0a/${key('two')}/${key('two')}`, `${folder}/in/other.csv`);
    symlinkSync('nowhere.csv', `${folder}/in/broken.csv`);
    const look = (path: string) => lookOnDisk(`${folder}/in/${path}`, `${folder}/in`, hashOf('one\n'));
    write(folder, 'in/files/a2.csv', 'two\n');
    for (const path of ['files/a2.csv', 'other.csv']) assert.equal(look(path), 'differs', path);
    const same = ['files/a.csv', 'annexed.csv', 'files/b.csv'];
    const doubtful = ['folder.csv', 'large.csv', 'files/out.csv', 'broken.csv'];
    for (const path of [...same, ...doubtful]) assert.equal(look(path), 'there', path);
    assert.equal(look('files/gone.csv'), 'missing');
  });
});
