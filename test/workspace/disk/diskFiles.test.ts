// What a document names is read only where it is a file inside the folder, links followed.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, it } from 'node:test';
import { diskFiles } from '../../../server/src/workspace/disk/diskFiles.ts';
import { unreadable } from '../../../server/src/workspace/files.ts';
import { folderOf } from '../folder.ts';

describe('a file that a document names', () => {
  const fixture = '=== in/own.yaml\nname: Own\n=== out/secret.yaml\nname: Secret\n';

  it('is read where it lies in the folder, by a link too', t => {
    const folder = folderOf(t, fixture);
    symlinkSync('own.yaml', `${folder}/in/link.yaml`);
    for (const name of ['own.yaml', 'link.yaml']) {
      assert.equal(diskFiles.read(`${folder}/in/${name}`, `${folder}/in`), 'name: Own');
    }
  });

  it('is not read where a link leads out of the folder', t => {
    const folder = folderOf(t, fixture);
    symlinkSync('../out/secret.yaml', `${folder}/in/link.yaml`);
    symlinkSync('../out', `${folder}/in/folder`);
    for (const name of ['link.yaml', 'folder/secret.yaml', '../out/secret.yaml']) {
      assert.equal(diskFiles.read(`${folder}/in/${name}`, `${folder}/in`), undefined, name);
    }
    // Without a folder to stay in, a link is as good as nothing there.
    assert.equal(diskFiles.read(`${folder}/in/link.yaml`), undefined);
  });

  it('is not read where it is a folder, or is not there', t => {
    const folder = folderOf(t, fixture);
    mkdirSync(`${folder}/in/own.json`);
    assert.equal(diskFiles.read(`${folder}/in/own.json`, `${folder}/in`), unreadable);
    assert.equal(diskFiles.read(`${folder}/in/gone.yaml`, `${folder}/in`), undefined);
  });
});
