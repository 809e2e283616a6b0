import { writtenLike } from '../../../formats/yamlEdits.ts';
import type { Program } from '../../../program/program.ts';
import { globFault, globMatcher, globStarts } from '../../../text/globs.ts';
import { nearFolder } from '../../questions/nearFolder.ts';
import type { ProgramRule } from '../../rule.ts';

export const rule: ProgramRule = {
  name: 'scope/unmatched',
  reads: 'program',
  absence: true,
  severity: { start: 'warning', recommended: 'warning', strict: 'error' },
  summary: 'A glob under `include` that matches no file, or an `evidenceFolder` that looks misspelled.',
  why: 'The files that you wanted to have read are not read, and nothing in them is checked. New evidence goes to a folder next to the one that you have.',
  fix: 'Correct the path. It is relative to the manifest. Tickmark reads Markdown and YAML files that Git does not ignore and that belong to no other program.',
  messages: {
    default:
      '`{glob}` matches no Markdown or YAML file of this program, so nothing more is read. The path is relative to the manifest.',
    near: '`{glob}` matches no Markdown or YAML file of this program, so nothing more is read. Did you mean `{near}`?',
    folder: 'No document is in `{folder}`. Did you mean `{near}`?',
  },
  varying: ['near'],
  examples: {
    bad: [
      `
      === tickmark.yaml
      include:
        - hand-book/**
          ^^^^^^^^^^^^
        - handbok/**/*.md
          ^^^^^^^^^^^^^^^
        - ./evidence/
          ^^^^^^^^^^^
        - handbook/*.md
      evidenceFolder: evidense
                      ^^^^^^^^
      === handbook/access.md
      # Access
      === evidence/2026-05.yaml
      id: EV-1
      `,
    ],
    good: [
      `
      === tickmark.yaml
      include: [handbook/**, ./handbook/acc*.md, "{handbook,wiki}/**"]
      evidenceFolder: evidence/2027
      === handbook/access.md
      # Access
      === evidence/2026/05.yaml
      id: EV-1
      `,
    ],
  },
  fixes({ path, range, args: { near }, facts }) {
    if (near === undefined) return [];
    const text = writtenLike(facts.text.slice(range.start, range.end), near);
    return [{ title: `Write ${near}`, edits: [{ path, ...range, text }], preferred: true }];
  },
  check(program, _key, report) {
    const { manifest } = program;
    if (!manifest) return;
    const { include, evidenceFolder } = manifest.shape;
    for (const { text: glob, at } of include) {
      // scope/glob tells of those that are not understood.
      if (globFault(glob) !== undefined || matches(glob, program)) continue;
      const near = nearGlob(glob, program);
      const place = { path: manifest.path, record: 0, at };
      report(place, near === undefined ? { glob } : { glob, near }, near === undefined ? 'default' : 'near');
    }
    if (!evidenceFolder) return;
    const { text: folder, at } = evidenceFolder;
    const near = program.inFolder(folder).size > 0 ? undefined : nearFolder(folder, program);
    if (near !== undefined) report({ path: manifest.path, record: 0, at }, { folder, near }, 'folder');
  },
};

/** A document that each glob was seen to match: while it is there, no other is looked for. */
const seenIn = new WeakMap<Program, Map<string, string>>();

function matches(glob: string, program: Program): boolean {
  const seen = seenIn.get(program) ?? new Map<string, string>();
  seenIn.set(program, seen);
  const before = seen.get(glob);
  if (before !== undefined && program.summary(before)) return true;
  seen.delete(glob);
  const isMatch = globMatcher([glob]);
  const [start = ''] = globStarts([glob]);
  for (const path of program.paths()) {
    if (!path.startsWith(start) || !isMatch(path)) continue;
    seen.set(glob, path);
    return true;
  }
  return false;
}

/** For a folder the glob of all that it holds; else the same glob with its folder spelled as one that is there. */
function nearGlob(glob: string, program: Program): string | undefined {
  const plain = glob.replace(/^\.\//, '').replace(/(?<!\/)\/+$/, '');
  const isFolder = /^[^*?[\]{}()!\\]+$/.test(plain);
  if (isFolder && [...program.paths()].some(path => path.startsWith(`${plain}/`))) return `${plain}/**`;
  const [start = ''] = globStarts([glob]);
  const folder = start.slice(0, Math.max(0, start.lastIndexOf('/')));
  const near = folder === '' ? undefined : nearFolder(folder, program);
  return near === undefined ? undefined : near + glob.slice(glob.indexOf(folder) + folder.length);
}
