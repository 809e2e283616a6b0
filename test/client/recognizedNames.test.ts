// The client imports nothing of the server, and repeats what it must know before that is started.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { endings, folders, markers } from '../../client/src/recognizedNames.ts';
import { documentEndings } from '../../server/src/core/formats/layouts/endings.ts';
import * as layouts from '../../server/src/core/formats/layouts/layouts.ts';

test('the client knows the markers, folders and endings that the server knows', () => {
  assert.deepEqual(markers, layouts.markers);
  assert.deepEqual(folders, layouts.tellingFolders);
  assert.deepEqual(endings, documentEndings);
});

test('it is activated by what marks a program, and by documents in all folders that tell one but for controls', () => {
  const { activationEvents } = JSON.parse(readFileSync('package.json', 'utf8'));
  // Two folders are needed, and a folder of controls holds something else more often than not.
  const telling = folders.filter(folder => folder !== 'controls');
  assert.deepEqual(
    activationEvents,
    [
      ...layouts.programMarkers.flatMap(name => [name, `*/${name}`]),
      ...telling.map(folder => `${folder}/*.{${endings.join(',')}}`),
    ].map(glob => `workspaceContains:${glob}`),
  );
});
