// Evidence that is added: where its record goes, in which form, and what it says.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EvidenceAsked } from '../../../server/src/core/features/newEvidence/evidenceAsked.ts';
import { evidenceChange } from '../../../server/src/core/features/newEvidence/evidenceChange.ts';
import {
  type NewEvidence,
  newEvidence,
  placeOfFile,
} from '../../../server/src/core/features/newEvidence/newEvidence.ts';
import {
  controlCalled,
  openWindows,
  windowCalled,
  windowsOfControl,
} from '../../../server/src/core/features/newEvidence/windowsOffered.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, roleIn } from '../../fixture.ts';

const program = `
=== tickmark.yaml
reports: [{id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}]
scope: {categories: [security]}
systems: [{id: okta}, {id: github}]
=== controls/access.yaml
- {id: AC-01, title: Access reviews, status: implemented, frequency: quarterly}
- {id: AC-02, title: Scans, status: implemented, frequency: daily, expects: [vulnerability-scan]}
- {id: AC-03, title: Changes, status: implemented, frequency: event-driven}
- {id: AC-04, title: Tests, status: implemented, frequency: semiannual, expects: [restore-test]}
`;

type Asked = Partial<Pick<EvidenceAsked, 'source' | 'systems' | 'performed' | 'custodian' | 'type'>> & {
  readonly control?: string;
  readonly window?: string;
};

function surroundings(example: string, control: string) {
  const files = readExample(program + example);
  const engine = engineOf(files);
  const entry = controlCalled(engine.program, control) ?? assert.fail(`no control ${control}`);
  return { files, engine, program: engine.program, entry, windows: windowsOfControl(engine.program, entry) };
}

function added(example: string, asked: Asked = {}): NewEvidence {
  const { place, evidence } = asking(example, asked);
  return newEvidence(place, evidence) ?? assert.fail('no record');
}

/** Where evidence is added, and what is asked for. */
function asking(
  example: string,
  { control = 'AC-01', window = '2026-Q2', source = 'evidence/a.pdf', systems = [], ...asked }: Asked,
) {
  const { files, engine, program, entry, windows } = surroundings(example, control);
  const read = (path: string, text: string) => {
    const role = roleIn(engine, files, path);
    return role && readDocument(text, role, program.catalog);
  };
  const factsAt = (path: string) => {
    const file = files.find(one => one.path === path);
    return file && read(path, file.text);
  };
  const found = windowCalled(program, windows, window) ?? assert.fail(`no window ${window}`);
  const { performed, custodian, type } = asked;
  const stated = { systems, performed, custodian, type };
  const evidence: EvidenceAsked = { control: entry, window: found, source, sha256: 'f00d', ...stated };
  return { place: { program, read, factsAt }, evidence };
}

/** The text of the document that a record goes to, without what was there before it. */
function written(example: string, asked?: Asked): string {
  const { edit, text } = added(example, asked);
  return edit?.text ?? text;
}

describe('new evidence', () => {
  it('is an item of the list where evidence of its control is, behind it and as far apart', () => {
    const { path, text, open } = added(`
=== evidence/access.yaml
- id: EV-AC-01-2026-Q1
  controls: [AC-01]
  performed: 2026-03-01

- id: EV-AC-01-2025-Q4
  controls: [AC-01]
  performed: 2025-12-01

- id: EV-OTHER
  controls: [AC-09]
`);
    assert.equal(path, 'evidence/access.yaml');
    assert.equal(
      text,
      `- id: EV-AC-01-2026-Q1
  controls: [AC-01]
  performed: 2026-03-01

- id: EV-AC-01-2025-Q4
  controls: [AC-01]
  performed: 2025-12-01

- id: EV-AC-01-2026-Q2
  title: Access reviews, 2026-Q2
  controls: [AC-01]
  window: 2026-Q2
  performed:
  collected: 2026-06-30
  source: a.pdf
  sha256: f00d

- id: EV-OTHER
  controls: [AC-09]
`,
    );
    assert.deepEqual(
      open.map(({ key, start }) => [key, text.slice(start, start + 10)]),
      [['performed', 'performed:']],
    );
  });

  it('has the day of performance only where a person stated it', () => {
    const evidence =
      '=== evidence/a.yaml\n- {id: EV-1, controls: [AC-01]}\n- {id: EV-2, controls: [AC-01]}\n';
    assert.equal(
      written(evidence),
      '\n- {id: EV-3, title: "Access reviews, 2026-Q2", controls: [AC-01], window: 2026-Q2, collected: 2026-06-30, source: a.pdf, sha256: f00d}',
    );
    const { open, text } = added(evidence, { performed: '2026-06-12' });
    assert.match(text, /window: 2026-Q2, performed: 2026-06-12, collected: 2026-06-30/);
    assert.deepEqual(open, []);
  });

  it('is a document of a stream, a key of a mapping, or an item of a list under a key', () => {
    assert.match(
      written('=== evidence/a.yaml\n---\nid: EV-1\ncontrols: [AC-01]\n---\nid: EV-2\ncontrols: [AC-01]\n'),
      /^---\nid: EV-3\ntitle: Access reviews, 2026-Q2\n/,
    );
    assert.match(
      written('=== evidence/a.yaml\nEV-1:\n  controls: [AC-01]\nEV-2:\n  controls: [AC-01]\n'),
      /^\nEV-3: \{title: "Access reviews, 2026-Q2", controls: \[AC-01\], /,
    );
  });

  it('is a row of a register, under its columns', () => {
    const head = 'ID;Title;Control;Window;Performed;Source;Note';
    const { path, text, open, unwritten } = added(
      `=== evidence/register.csv\n${head}\nEV-1;First;AC-01;2026-Q1;2026-03-01;a.pdf;\n`,
      { systems: ['okta'] },
    );
    assert.equal(path, 'evidence/register.csv');
    assert.equal(text.split('\n')[2], 'EV-2;Access reviews, 2026-Q2 (okta);AC-01;2026-Q2;;a.pdf;');
    assert.deepEqual(
      open.map(({ start }) => start >= text.indexOf('EV-2')),
      [true],
    );
    assert.deepEqual(unwritten, [
      { key: 'systems', value: 'okta' },
      { key: 'collected', value: '2026-06-30' },
      { key: 'sha256', value: 'f00d' },
    ]);
  });

  it('goes to no register without a column for its id, and to none that is the evidence itself', () => {
    const row = '\nAC-01;2026-Q1;a.pdf;EV-1\n';
    const into = (head: string, source = 'a.pdf') =>
      added(`=== evidence/register.csv\n${head}${row}`, { source }).path;
    assert.equal(into('Control;Window;Source;Id'), 'evidence/register.csv');
    assert.equal(into('Control;Window;Source;x-Id'), 'evidence/EV-01.md');
    assert.equal(into('Control;Window;Source;Id', 'evidence/register.csv'), 'evidence/EV-2.md');
  });

  it('is a file of its own where other evidence is, or where there is none', () => {
    const { path, text, edit } = added('', { source: 'evidence/AC-01/2026-Q2/a.pdf', systems: ['okta'] });
    assert.equal(edit, undefined);
    assert.equal(path, 'evidence/EV-01.md');
    assert.equal(
      text,
      `---
id: EV-01
title: "Access reviews, 2026-Q2 (okta)"
controls: [AC-01]
systems: [okta]
type: 
window: 2026-Q2
performed: 
collected: 2026-06-30
collectedBy: 
reviewedBy: 
source: AC-01/2026-Q2/a.pdf
sha256: f00d
---

`,
    );
  });

  it('has an id with its window where others have theirs, and never the number of another quarter', () => {
    const idAfter = (id: string, keys: string) =>
      added(`=== evidence/e.md\n---\nid: ${id}\n${keys}\n---\n`, { window: '2026-Q2' }).id;
    assert.equal(idAfter('AC-01-Q1', 'controls: [AC-01]\nperformed: 2026-03-01'), 'AC-01-Q2');
    assert.equal(idAfter('2026Q1-access', 'controls: [AC-01]\nwindow: 2026-Q1'), '2026Q2-access');
    assert.equal(idAfter('EV-AC-09-2026-Q1', 'controls: [AC-09]\nwindow: 2026-Q1'), 'EV-AC-01-2026-Q2');
    assert.equal(idAfter('EV-7', 'controls: [AC-01]'), 'EV-8');
    assert.equal(idAfter('LOG-Q4', 'controls: [AC-01]'), 'LOG');
  });

  it('has the type that its window asks for, and leaves to a person what nothing tells', () => {
    const list = '=== evidence/a.yaml\n- {id: EV-1, controls: [AC-01]}\n- {id: EV-2, controls: [AC-01]}\n';
    const of = (control: string, window: string) => {
      const { edit, open } = added(list, { control, window });
      return [/type: [\w-]+/.exec(edit?.text ?? '')?.[0], open.map(({ key }) => key)];
    };
    assert.deepEqual(of('AC-04', '2026-H1'), ['type: restore-test', ['performed']]);
    assert.deepEqual(of('AC-03', 'population'), [
      'type: population',
      ['covers', 'query', 'extractedOn', 'count'],
    ]);
  });

  it('goes to windows that lack something, what has begun first', () => {
    const { windows } = surroundings(
      '=== evidence/a.md\n---\nid: EV-1\ncontrols: [AC-01]\nperformed: 2026-06-01\n---\n',
      'AC-01',
    );
    assert.deepEqual(
      openWindows(windows).map(({ name }) => name),
      ['2026-Q1', '2026-Q3', '2026-Q4'],
    );
  });
});

describe('a file of evidence from elsewhere', () => {
  const placeOf = (example: string, name: string, label = '2026-Q2') => {
    const { program, entry, windows } = surroundings(example, 'AC-01');
    const window = windowCalled(program, windows, label) ?? assert.fail('no window');
    return placeOfFile(program, { control: entry, window }, name);
  };

  it('goes below its control and window', () => {
    assert.equal(placeOf('', 'review.pdf'), 'evidence/AC-01/2026-Q2/review.pdf');
    const others = '=== docs/evidence/2025/e.md\n---\nid: EV-1\ncontrols: [AC-01]\n---\n';
    assert.equal(placeOf(others, 'review.pdf'), 'docs/evidence/AC-01/2026-Q2/review.pdf');
  });

  it('has a name that can be written as a path', () => {
    assert.equal(placeOf('', 'Access review (1).pdf'), 'evidence/AC-01/2026-Q2/Access-review-1.pdf');
    assert.equal(placeOf('', '.hidden'), 'evidence/AC-01/2026-Q2/hidden');
  });

  it('has no place where it would be read as a record', () => {
    assert.equal(placeOf('', 'minutes.md'), undefined);
  });
});

describe('evidence of several files', () => {
  /** The documents that change, with what they hold then; of those that are not new, only what is added. */
  function documentsOf(example: string, asked: Asked = {}): string[] {
    const { place, evidence } = asking(example, asked);
    const all = ['a.pdf', 'b.pdf', 'c.pdf'].map(file => ({ ...evidence, source: `evidence/${file}`, file }));
    const change = evidenceChange(place, all) ?? assert.fail('no records');
    return [...change.documents].map(([path, { before, text }]) => {
      const last = before === undefined ? 0 : before.length;
      const start = before !== undefined && text.startsWith(before) ? last : 0;
      return `${path}: ${text.slice(start)}`;
    });
  }

  it('is a record of each in the order of the files, with ids that follow each other', () => {
    const [list, ...others] = documentsOf(
      '=== evidence/all.yaml\n- {id: EV-6, controls: [AC-01]}\n- {id: EV-7, controls: [AC-01]}\n',
    );
    assert.deepEqual(others, []);
    assert.deepEqual(list?.match(/id: [\w-]+|title: [^}]*?(?=, controls)/g), [
      'id: EV-8',
      'title: "Access reviews, 2026-Q2: a.pdf"',
      'id: EV-9',
      'title: "Access reviews, 2026-Q2: b.pdf"',
      'id: EV-10',
      'title: "Access reviews, 2026-Q2: c.pdf"',
    ]);
  });

  it('goes into one list in one line, and into rows without empty lines between them', () => {
    const [flow] = documentsOf(
      '=== evidence/all.yaml\nevidence: [{id: EV-6, controls: [AC-01]}, {id: EV-7, controls: [AC-01]}]\n',
    );
    assert.match(flow ?? '', /\{id: EV-7, .*\}, \{id: EV-8, .*\}, \{id: EV-9, .*\}, \{id: EV-10, .*\}\]\n$/);
    const [rows] = documentsOf(
      '=== evidence/register.csv\nId,Control,Window,Source\nEV-1,AC-01,2026-Q1,a.pdf',
    );
    assert.equal(
      rows,
      'evidence/register.csv: \nEV-2,AC-01,2026-Q2,a.pdf\nEV-3,AC-01,2026-Q2,b.pdf\nEV-4,AC-01,2026-Q2,c.pdf\n',
    );
  });

  it('is a document of each where evidence has documents of its own', () => {
    const paths = documentsOf('').map(one => /^[^:]*/.exec(one)?.[0]);
    assert.equal(new Set(paths).size, 3, paths.join());
  });
});

describe('evidence that is kept elsewhere', () => {
  it('has its address and who keeps it, and says what is still open', () => {
    const { text } = added('', { source: 'https://files.example.com/a', custodian: 'cto' });
    assert.match(text, /\nsource: https:\/\/files\.example\.com\/a\nsha256: f00d\ncustodian: cto\n/);
    const { text: later, open } = added('', { source: '', custodian: '' });
    assert.match(later, /\nsource: ?\n[\s\S]*\ncustodian: ?\n/);
    assert.deepEqual(
      open.map(({ key }) => key),
      ['performed', 'source', 'custodian'],
    );
  });
});
