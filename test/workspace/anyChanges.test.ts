import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changingTexts as texts } from './changingTexts.ts';
import { MemoryFiles } from './memoryFiles.ts';
import { Watched } from './watched.ts';

/** A change of files, of buffers, or of what is open; `told` is what the client has still to tell of files. */
interface Step {
  readonly does: string;
  readonly to: (watched: Watched, told: string[]) => void;
}

const path = fc.constantFrom(...Object.keys(texts));
const document = path.filter(name => /\.(?:md(?:\.tmpl)?|ya?ml|json)$/.test(name));
const withText = (name: string) =>
  fc.tuple(fc.constant(`/w/${name}`), fc.constantFrom(...(texts[name] ?? [''])));

const write = path.chain(withText).map<Step>(([key, text]) => ({
  does: `write ${key} ${text}`,
  to({ files }, told) {
    files.texts.set(key, text);
    told.push(key);
  },
}));
const remove = path.map<Step>(name => ({
  does: `remove ${name}`,
  to({ files }, told) {
    if (files.texts.delete(`/w/${name}`)) told.push(`/w/${name}`);
  },
}));
/** Of a folder that goes editors tell by its own name only. */
const move = fc
  .tuple(
    fc.constantFrom('controls', 'policies', 'sub', 'other', 'evidence/files'),
    fc.constantFrom('policies', 'sub', 'new.d'),
  )
  .map<Step>(([from, to]) => ({
    does: `move ${from} to ${to}`,
    to({ files }, told) {
      for (const [key, text] of [...files.texts]) {
        if (!key.startsWith(`/w/${from}/`)) continue;
        const moved = `/w/${to}/${key.slice(`/w/${from}/`.length)}`;
        files.texts.delete(key);
        files.texts.set(moved, text);
        told.push(`/w/${from}`, moved);
      }
    },
  }));
const type = document.chain(withText).map<Step>(([key, text]) => ({
  does: `type ${key} ${text}`,
  to: watched => void watched.type(key, text),
}));
const close = document.map<Step>(name => ({
  does: `close ${name}`,
  to: watched => void watched.close(`/w/${name}`),
}));
const tell = fc.constant<Step>({
  does: 'tell',
  to: ({ workspace }, told) => void workspace.filesChanged(told.splice(0)),
});
const look = fc
  .subarray(['/w', '/w/sub', '/w/other', '/w/policies'], { minLength: 1 })
  .map<Step>(folders => ({ does: `open ${folders}`, to: watched => void watched.look(...folders) }));
/** Takes the right to read away, or gives it back. */
const lock = fc
  .oneof(path, fc.constantFrom('controls/', 'policies/', 'sub/', 'other/controls/'))
  .map<Step>(name => ({
    does: `lock or unlock ${name}`,
    to({ files: { locked } }, told) {
      if (!locked.delete(`/w/${name}`)) locked.add(`/w/${name}`);
      told.push(`/w/${name}`.replace(/\/$/, ''));
    },
  }));
const step = fc.oneof(write, write, remove, move, lock, type, type, close, tell, tell, look);

describe('after any sequence of changes a workspace', () => {
  it('is what it would be if it were read anew, and has told of everything that looks otherwise', async () => {
    const steps = fc.array(fc.tuple(step, fc.nat(6)), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), steps, async (scheduler, isSlow, changes) => {
        const files = new MemoryFiles();
        if (isSlow) {
          const { look } = files;
          files.read = scheduler.scheduleFunction(async (file: string) => files.textOf(file));
          files.look = scheduler.scheduleFunction(async (...asked: Parameters<typeof look>) =>
            look(...asked),
          );
        }
        for (const name of [
          'tickmark.yaml',
          'controls/a.md',
          'policies/p.md',
          'policies/p.md.tmpl',
          'other/policies/p.md',
          'evidence/q1.yaml',
          'evidence/files/beside.csv',
        ]) {
          files.texts.set(`/w/${name}`, texts[name]?.[1] ?? texts[name]?.[0] ?? '');
        }
        const watched = new Watched(files);
        const shown = new Map<string, string>();
        const show = () => {
          for (const key of watched.changedKeys) shown.set(key, JSON.stringify(watched.shownAt(key)));
          watched.changedKeys.clear();
        };
        const told: string[] = [];
        void watched.look('/w');
        for (const [change, turns] of changes) {
          change.to(watched, told);
          for (let turn = 0; turn < turns; turn++) {
            if (scheduler.count() > 0) await scheduler.waitOne();
            else await undefined;
          }
          show();
        }
        void watched.workspace.filesChanged(told);
        await scheduler.waitFor(watched.workspace.idle);
        show();

        assert.deepEqual(watched.picture(), (await watched.afresh()).picture());
        for (const key of [...files.texts.keys(), ...shown.keys()]) {
          assert.equal(shown.get(key) ?? '[]', JSON.stringify(watched.shownAt(key)), key);
        }
        assert.ok(watched.progress.length === 0 || watched.progress.at(-1) === 'over');
      }),
      { numRuns: 300 },
    );
  });
});
