import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hoverAt } from '../../../server/src/core/features/hover.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';
import { anyDocument } from './anyDocument.ts';
import { editingAt, editingOf } from './editingAt.ts';

/** The words that are explained at `$0`, and how that begins. */
function explained(example: string, crlf = false): string {
  const { editing, offset } = editingAt(example, crlf);
  const hover = hoverAt(editing, offset);
  if (!hover) return 'nothing';
  const { start, end } = hover.range;
  const [first = ''] = markdownOfBlocks(hover.blocks).split('\n');
  return `${editing.facts.text.slice(start, end)}: ${first}`;
}

function textAt(example: string): string {
  const { editing, offset } = editingAt(example);
  return markdownOfBlocks(hoverAt(editing, offset)?.blocks ?? []);
}

const program = [
  '=== tickmark.yaml',
  'report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}',
  'scope:',
  '  categories: [security]',
  '=== controls/sso.md',
  '---',
  'id: AC-02',
  'title: Single sign-on',
  'status: implemented',
  'owner: ana',
  'satisfies: [CC6.1]',
  '---',
  '',
].join('\n');

describe('a record under the cursor', () => {
  it('is told with each of its frequencies', () => {
    const twice = program.replace('owner: ana', 'owner: ana\nfrequency: [event-driven, annual]');
    assert.match(
      textAt(`${twice}=== policies/a.md\nSee AC-$002.\n`),
      /status: implemented · owner: ana · frequency: event-driven, annual/,
    );
  });
});

describe('a criterion under the cursor', () => {
  it('is explained with its category and how far along it is', () => {
    const text = textAt(`${program}=== policies/a.md\nSee CC6.$01 of SOC 2.\n`);
    assert.match(text, /^\*\*CC6\.1 .+\*\*\n\nSecurity · CC6 /);
    assert.match(text, /\*\*implemented\*\*: .+management's view/);
    assert.match(text, /\*\*What auditors usually look at\*\*\n\n- /);
    assert.match(
      textAt(`${program}=== policies/a.md\nSee A1.$01 of SOC 2.\n`),
      /Not in the scope of the current report/,
    );
  });

  it('is found at both of its ends, in any spelling, in lists, quotes and tables', () => {
    const control = (value: string) => `=== controls/a.md\n---\nid: A\nsatisfies: ${value}\n---\n`;
    assert.match(explained(control('[$0CC6.1, CC6.2]')), /^CC6\.1: \*\*CC6\.1 /);
    assert.match(explained(control('[CC6.1$0, CC6.2]')), /^CC6\.1: \*\*CC6\.1 /);
    assert.match(explained(control('{TSC: ["cc 6.$01 - Access"]}')), /^cc 6\.1: \*\*CC6\.1 /);
    assert.match(
      explained('=== policies/a.md\n| Criterion |\n| --- |\n| CC7.$02 |\n'),
      /^CC7\.2: \*\*CC7\.2 /,
    );
    assert.match(explained('=== policies/a.md\n𝒜 👩‍👩‍👧 é CC7.$02\n', true), /^CC7\.2: \*\*CC7\.2 /);
  });

  it('is told from its group, its points and the range it ends', () => {
    assert.match(explained('=== policies/a.md\nThe C$0C6 series.\n'), /^CC6 series: \*\*CC6 /);
    assert.match(textAt('=== policies/a.md\nThe CC6 $0series.\n'), /- CC6\.8 /);
    assert.match(
      textAt('=== policies/a.md\nSee CC6.1-PO$0F2.\n'),
      /^\*\*CC6\.1-POF2 .+\n\nPoint of focus, one of 13 of CC6\.1 /,
    );
    assert.match(explained('=== policies/a.md\nSee CC6.1–CC6.$03.\n'), /^CC6\.3: \*\*CC6\.3 /);
    assert.match(explained('=== policies/a.md\nSee CC6.$01–CC6.3.\n'), /^CC6\.1: \*\*CC6\.1 /);
  });

  it('is shown with what is related, and with the documents that cite it', () => {
    const many = [1, 2, 3, 4, 5, 6].map(
      n => `=== controls/c${n}.md\n---\nid: C-${n}\nsatisfies: [CC6.1]\n---\n`,
    );
    const text = textAt(`${program}${many.join('')}=== policies/a.md\nSee CC6.$01.\n`);
    assert.match(text, /\*\*Related\*\*\n\n- CC6\.2 /);
    assert.match(text, /\*\*Documents that cite it\*\*\n\n- C-1 · control\n/);
    assert.match(text, /\n- and 6 others\n/);
  });

  it('is each member of a range between its ends', () => {
    const range = '=== policies/a.md\nSee CC6.1 t$0o CC6.4.\n';
    assert.match(explained(range), /^CC6\.1 to CC6\.4: - CC6\.1 /);
    assert.deepEqual(textAt(range).match(/^- CC6\.\d/gm), ['- CC6.1', '- CC6.2', '- CC6.3', '- CC6.4']);
  });

  it('is nothing in code, and where no criterion has the id', () => {
    assert.equal(explained('=== policies/a.md\n`CC6.$01`\n'), 'nothing');
    assert.equal(explained('=== policies/a.md\nSee CC9.$09.\n'), 'nothing');
    assert.equal(explained('=== policies/a.md\nSee CC6.1 $0 there.\n'), 'nothing');
  });
});

describe('an id under the cursor', () => {
  const record = 'AC-02: **AC-02** Single sign-on · control';

  it('is the record, wherever it is named', () => {
    assert.equal(explained(program.replace('AC-02', 'AC$0-02')), record);
    assert.equal(explained(`${program}=== risks/a.yaml\nid: R\ncontrols: [AC-$002]\n`), record);
    assert.equal(explained(`${program}=== policies/a.md\nBy AC-0$02.\n`), record);
    assert.equal(explained(`${program}=== policies/a.md\n$0AC-02.\n`), record);
    assert.equal(explained(`${program}=== risks/a.yaml\nid: R\nimpact: less by AC-0$02\n`), record);
    assert.match(textAt(`${program}=== policies/a.md\nBy AC-0$02.\n`), /status: implemented · owner: ana/);
    assert.match(
      textAt(`${program}=== policies/a.md\nBy AC-0$02.\n`),
      /Satisfies CC6\.1\n\nNo evidence names it\.\n\n`controls\/sso\.md`$/,
    );
  });

  it('is nothing where the word is no id, or in code', () => {
    assert.equal(explained(`${program}=== policies/a.md\nThe s$0so of ours.\n`), 'nothing');
    assert.equal(explained(`${program}=== policies/a.md\n\`AC-0$02\`\n`), 'nothing');
    assert.equal(explained(`${program}=== policies/a.md\nAC-02.$0\n`), 'nothing');
  });
});

describe('a key under the cursor', () => {
  it('is explained, with the words it allows', () => {
    assert.match(
      explained('=== controls/a.md\n---\nid: A\nsta$0tus: planned\n---\n'),
      /^status: \*\*status\*\* · How far/,
    );
    assert.match(
      textAt('=== controls/a.md\n---\nid: A\nsta$0tus: planned\n---\n'),
      /One of: planned, designed/,
    );
    assert.match(
      explained('=== evidence/a.yaml\nid: E\ncovers: {fr$0om: 2026-01-01}\n'),
      /^from: \*\*from\*\*/,
    );
    assert.match(explained('=== controls/a.yaml\n- id: A\n- id: B\n  na$0me: X\n'), /^name: \*\*title\*\*/);
    assert.equal(explained('=== controls/a.md\n---\nid: A\nmi$0ne: 1\n---\n'), 'nothing');
  });

  it('is explained in the manifest too, and so are excluded criteria', () => {
    assert.match(explained('=== tickmark.yaml\nsc$0ope:\n  categories: []\n'), /^scope: \*\*scope\*\*/);
    assert.match(
      explained('=== tickmark.yaml\nreports:\n  - {id: a, as$0Of: 2026-01-01}\n'),
      /^asOf: \*\*asOf\*\*/,
    );
    assert.match(
      explained('=== tickmark.yaml\nscope:\n  exclude:\n    - criterion: CC6$0.4\n'),
      /^CC6\.4: \*\*CC6\.4 /,
    );
  });
});

describe('a description criterion under the cursor', () => {
  it('is explained with what a reader expects', () => {
    const text = textAt('=== narratives/a.md\n---\nid: a\ndescribes: [dc3, DC $01]\n---\n');
    assert.match(text, /^\*\*DC 1 .+\n\n.+\n\n.+\n\n\*\*What readers expect to find\*\*\n\n- /);
    assert.match(explained('=== narratives/a.md\n---\nid: a\ndescribes: [dc$03]\n---\n'), /^dc3: \*\*DC 3 /);
  });
});

describe('hover at any offset of any text', () => {
  it('throws nothing, and explains words around the offset', () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), ({ path, text }, at) => {
        const others = readExample(program).filter(file => file.path !== path);
        const files = [...others, { path, text, marks: [], cursor: undefined }];
        const offset = Math.round(at * text.length);
        const hover = hoverAt(editingOf({ files, engine: engineOf(files) }, path), offset);
        if (!hover) return;
        assert.ok(0 <= hover.range.start && hover.range.start <= offset);
        assert.ok(offset <= hover.range.end && hover.range.end <= text.length);
        assert.notEqual(markdownOfBlocks(hover.blocks).trim(), '');
      }),
      { numRuns: 300 },
    );
  });
});

describe('in a table of controls', () => {
  const page = (row: string) => `${program}=== controls/all.md
# Controls

| ID | Control | TSC | Frequency |
| --- | --- | --- | --- |
${row}
| AC-08 | Keys are counted. | CC6.2 | monthly |

Behind it.
`;

  for (const crlf of [false, true]) {
    it(`each cell tells what its key does${crlf ? ', with CRLF' : ''}`, () => {
      const row = '| AC-07 | Doors are locked. | CC6.4 | quarterly |';
      const at = (words: string) =>
        explained(page(row.replace(words, `${words.slice(0, 2)}$0${words.slice(2)}`)), crlf);
      assert.equal(at('AC-07'), 'AC-07: **AC-07** · control');
      assert.match(at('CC6.4'), /^CC6.4: \*\*CC6.4 /);
      assert.match(at('quarterly'), /^quarterly: \*\*quarterly\*\*/);
      assert.equal(at('Doors'), 'nothing');
    });
  }

  it('a row whose control is recorded elsewhere tells of that', () => {
    assert.equal(
      explained(page('| AC-0$02 | Sign-on | CC6.1 | daily |')),
      'AC-02: **AC-02** Single sign-on · control',
    );
  });
});

describe('an id of a catalog of one’s own', () => {
  const own = (...lines: string[]) =>
    [
      '=== tickmark.yaml',
      'report: {id: s, kind: soc1, type: 1, asOf: 2026-06-30}',
      'catalogs: [objectives.yaml]',
      '=== objectives.yaml',
      'name: ICFR',
      'groups: [{id: PAY, title: Paying people}]',
      'criteria:',
      '  - id: CO-1',
      '    title: Payments are authorized',
      '    description: Only as agreed.',
      '    group: PAY',
      '    points: [{title: Limits, text: Up to what amount.}]',
      '=== controls/a.md',
      '---',
      'id: PAY-01',
      'status: implemented',
      ...lines,
    ].join('\n');

  it('has the paragraphs and lists of a description of several lines', () => {
    const example = own('satisfies: {ICFR: [CO-$01]}', '---', '').replace(
      'description: Only as agreed.',
      'description: "Keeps:\\n\\n- a. pay slips;\\n  - 1. signed;\\n- b. contracts."',
    );
    assert.match(
      textAt(example),
      /\n\nKeeps:\n\n- a\. pay slips;\n {2}- 1\\. signed;\n- b\. contracts\.\n\n/,
    );
  });

  it('is explained where it is cited, in any spelling', () => {
    const example = own('satisfies: {ICFR: [co-$01]}', '---', '');
    assert.equal(explained(example), 'co-1: **CO-1 Payments are authorized**');
    const text = textAt(example);
    assert.ok(
      text.includes(
        "\n\nICFR · PAY Paying people\n\nOnly as agreed.\n\n**implemented**: PAY-01 is in place. *(management's view)*",
      ),
      text,
    );
    assert.ok(text.includes('Documents that cite it'), text);
  });

  it('is explained as a group and as a point', () => {
    assert.equal(explained(own('satisfies: {ICFR: [P$0AY]}', '---', '')), 'PAY: **PAY Paying people**');
    assert.match(textAt(own('satisfies: {ICFR: [CO-1-POF$01]}', '---', '')), /\*\*CO-1-POF1 Limits\*\*/);
  });

  it('is explained in running text and in the manifest', () => {
    assert.match(
      explained(own('satisfies: {ICFR: [CO-1]}', '---', 'It serves C$0O-1.')),
      /^CO-1: \*\*CO-1 Pay/,
    );
    const manifest = own('---').replace('catalogs: [', 'scope: {exclude: [CO-$01]}\ncatalogs: [');
    assert.match(explained(manifest), /^CO-1: \*\*CO-1 Pay/);
  });

  it('that is none, or of a catalog that is not known, is not', () => {
    assert.equal(explained(own('satisfies: {ICFR: [CO-$09]}', '---', '')), 'nothing');
    assert.equal(explained(own('satisfies: {SOX: [CO-$01]}', '---', '')), 'nothing');
  });
});
