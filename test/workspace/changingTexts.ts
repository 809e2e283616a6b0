// Files of programs that lie in, above and beside each other, for tests in which they come, change and go.
import { hash } from 'node:crypto';

/** The SHA-256 of a text, as evidence states it. */
export const hashOf = (text: string) => hash('sha256', text, 'hex');

/** The files that may come and go, with what they may say. */
export const changingTexts: Readonly<Record<string, readonly string[]>> = {
  'tickmark.yaml': [
    '',
    'report: {id: a, kind: soc2, type: 2}\nscope: {categories: [availability]}\n',
    'include: [docs/**]\nexclude: [policies/**]\n',
    'include: [docs/**',
    'report: {id: a, kind: soc1}\ncatalogs: [own.yaml, {file: more.json, name: More}]\n',
    'report: {id: a, kind: soc1}\ncatalogs: [controls/all.yaml, sub/deep.yaml, more.json]\n',
    'rules: {documents/placeholder: {words: [Text]}, criteria/unknown: off}\n',
    'rules: {folders: {policies: {documents/placeholder: {severity: error, words: [Text]}}}}\n',
  ],
  'controls/a.md': [
    '---\nid: AC-01\nsatisfies: [CC6.1, CC9.9]\npolicies: [p]\n---\n',
    '---\nid: AC-01\n---\nSee [a](../evidence/files/a.csv) and [b](../evidence/files/deep/b.csv).\n',
    '',
  ],
  'own.yaml': [
    'name: ICFR\ncriteria: [{id: CO-1}, {id: CO-2}]\n',
    'name: ICFR\ncriteria: [{id: CO-1}, {id: CO-1}]\n',
  ],
  'more.json': [
    '{"profile": {"imports": [{"href": "sub/deep.yaml"}]}}',
    '{"criteria": [{"id": "M-1"}, {"idd": 1}]}',
  ],
  'sub/deep.yaml': ['catalog: {controls: [{id: M-1, title: One}]}\n'],
  'controls/cites.yaml': ['{id: AC-09, satisfies: {ICFR: [CO-1, CO-2], More: [M-1, M-2]}}\n'],
  'controls/all.yaml': ['- {id: AC-01, satisfies: [CC6.2]}\n- {id: AC-02}\n', '- id: AC-03\n  satisfies: [C'],
  'policies/p.md': ['---\nid: p\nsatisfies: [CC6.1]\n---\nText.\n', 'Text of [Company].\n'],
  'policies/p.md.tmpl': ['Text of CC9.9, as SOC 2 has it.\n'],
  'docs/x.md': ['See CC9.8 of SOC 2.\n'],
  'comply.yml': ['name: Acme\n'],
  'narratives/n.md': [
    'name: N\nacronym: N\nsatisfies: {TSC: [CC1.1]}\n---\nText.\n',
    '---\nid: n\n---\nText.\n',
  ],
  'sub/tickmark.yaml': ['', 'report: {id: s, kind: soc1}\n'],
  'sub/controls/b.md': ['---\nid: AC-01\nsatisfies: [cc6.1]\n---\n'],
  'other/policies/p.md': ['---\nid: p\nsatisfies: [CC6.1]\n---\nText.\n', '---\nid: p\n---\nText.\n'],
  'other/controls/c.md': [
    '---\nid: AC-01\npolicies: [q]\n---\n',
    '---\nid: AC-01\nsatisfies: [CC6.1]\n---\n',
  ],
  'other/opencontrol.yaml': ['name: x\n'],
  'evidence/q1.yaml': [
    '- {id: EV-1, source: files/a.csv}\n- {id: EV-2, source: files/deep/b.csv}\n- {id: EV-3, source: c.csv}\n',
    `- {id: EV-1, performed: 2026-03-01, source: files/a.csv, sha256: ${hashOf('one\n')}}\n- {id: EV-4, source: evidence/files/a.csv}\n`,
    '- {id: EV-1, source: files/a.csv, status: draft}\n',
  ],
  'evidence/files/a.csv': ['one\n', 'one\r\n', 'two\n'],
  'evidence/files/beside.csv': ['one\n'],
  'evidence/files/deep/b.csv': ['one\n'],
  'evidence/beside.pdf': ['one\n'],
  'evidence/c.csv.dvc': ['outs: []\n'],
  '.gitignore': ['sub\n', 'controls/a.md\nother/controls\n', ''],
};
