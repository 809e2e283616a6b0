import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { criteriaBegunBy, criteriaFor, criteriaLookedFor } from '../../../server/src/core/catalog/words.ts';

const table = new URL('../../../server/src/core/catalog/data/words.json', import.meta.url);
const data = Object.entries(JSON.parse(readFileSync(table, 'utf8')) as Record<string, string>);
const words = data.flatMap(([key]) => key.split(', '));

const idsFor = (text: string) => criteriaFor(text).map(({ id }) => id);
const idsBegunBy = (text: string) => criteriaLookedFor(text).map(({ id }) => id);

describe('the table of words', () => {
  it('leads to criteria that exist, and to each once', () => {
    for (const [key, ids] of data) {
      const list = ids.split(', ');
      assert.equal(new Set(list).size, list.length, key);
      for (const id of list) assert.ok(tsc.criterion(id), `${key}: ${id}`);
    }
  });

  it('leads to every criterion', () => {
    const reached = new Set(data.flatMap(([, ids]) => ids.split(', ')));
    assert.deepEqual(
      tsc.criteria.map(({ id }) => id).filter(id => !reached.has(id)),
      [],
    );
  });

  it('has each word once, whatever its case and hyphens', () => {
    const folded = words.map(word => word.toLowerCase().replace(/[^a-z0-9&]+/g, ' '));
    assert.deepEqual(
      folded.filter((word, i) => folded.indexOf(word) !== i),
      [],
    );
    for (const word of words) assert.match(word, /^\S(?:.*\S)?$/);
  });

  it('finds each of its words, as a text and as it is typed', () => {
    for (const [key, ids] of data) {
      for (const word of key.split(', ')) {
        assert.ok(criteriaFor(word).length > 0, word);
        const [first = ''] = ids.split(', ');
        assert.ok(idsBegunBy(word).includes(first), `${word}: ${first}`);
      }
    }
  });

  it('has hundreds of words', () => {
    assert.ok(words.length > 1000);
  });
});

// What an auditor would name first for each word.
const expected: readonly [word: string, first: string, also?: string][] = [
  ['encryption', 'CC6.1', 'CC6.7'],
  ['encrypt', 'CC6.1', 'CC6.7'],
  ['encrypted at rest', 'CC6.1'],
  ['TLS', 'CC6.7'],
  ['logging', 'CC7.2'],
  ['audit logs', 'CC7.2'],
  ['SIEM', 'CC7.2'],
  ['mfa', 'CC6.1', 'CC6.6'],
  ['2FA', 'CC6.1'],
  ['two factor authentication', 'CC6.1'],
  ['SSO', 'CC6.1'],
  ['password', 'CC6.1'],
  ['key management', 'CC6.1'],
  ['backup', 'A1.2', 'A1.3'],
  ['backed up', 'A1.2'],
  ['restore test', 'A1.3'],
  ['vendor', 'CC9.2'],
  ['supplier', 'CC9.2'],
  ['third-party risk', 'CC9.2'],
  ['subprocessors', 'P6.1', 'CC9.2'],
  ['onboarding', 'CC6.2', 'CC1.4'],
  ['offboarding', 'CC6.2', 'CC6.3'],
  ['leavers', 'CC6.2'],
  ['access review', 'CC6.3', 'CC6.2'],
  ['least privilege', 'CC6.3'],
  ['RBAC', 'CC6.3'],
  ['segregation of duties', 'CC6.3', 'CC5.1'],
  ['pentest', 'CC4.1', 'CC7.1'],
  ['penetration testing', 'CC4.1', 'CC7.1'],
  ['vulnerability scan', 'CC7.1'],
  ['patching', 'CC7.1', 'CC8.1'],
  ['hardening', 'CC7.1'],
  ['DR', 'A1.2', 'A1.3'],
  ['disaster recovery', 'A1.2', 'CC7.5'],
  ['business continuity', 'CC9.1', 'A1.2'],
  ['cyber insurance', 'CC9.1'],
  ['background check', 'CC1.4'],
  ['background checks', 'CC1.4'],
  ['security awareness training', 'CC1.4', 'CC2.2'],
  ['code of conduct', 'CC1.1'],
  ['board minutes', 'CC1.2'],
  ['org chart', 'CC1.3'],
  ['organisation chart', 'CC1.3'],
  ['performance reviews', 'CC1.5'],
  ['disciplinary', 'CC1.5'],
  ['whistleblower', 'CC2.2'],
  ['asset inventory', 'CC6.1', 'CC2.1'],
  ['status page', 'CC2.3'],
  ['SLA', 'CC2.3'],
  ['risk assessment', 'CC3.2'],
  ['risk register', 'CC3.2'],
  ['fraud', 'CC3.3'],
  ['internal audit', 'CC4.1'],
  ['corrective actions', 'CC4.2'],
  ['policy review', 'CC5.3'],
  ['badge', 'CC6.4'],
  ['visitors', 'CC6.4'],
  ['data centre', 'CC6.4', 'A1.2'],
  ['media sanitisation', 'CC6.5'],
  ['shredding', 'CC6.5'],
  ['firewall', 'CC6.6'],
  ['VPN', 'CC6.6'],
  ['WAF', 'CC6.6'],
  ['USB', 'CC6.7'],
  ['MDM', 'CC6.7'],
  ['laptops', 'CC6.7'],
  ['antivirus', 'CC6.8'],
  ['anti-malware', 'CC6.8'],
  ['acceptable use', 'CC6.8'],
  ['intrusion detection', 'CC6.6', 'CC7.2'],
  ['alerting', 'CC7.2'],
  ['triage', 'CC7.3'],
  ['incident response plan', 'CC7.4'],
  ['tabletop', 'CC7.4'],
  ['post-mortem', 'CC7.5'],
  ['root cause analysis', 'CC7.5'],
  ['change management', 'CC8.1'],
  ['code review', 'CC8.1'],
  ['CI/CD', 'CC8.1'],
  ['SDLC', 'CC8.1'],
  ['capacity planning', 'A1.1'],
  ['availability zones', 'A1.2'],
  ['fire suppression', 'A1.2'],
  ['data classification', 'C1.1', 'CC2.1'],
  ['retention', 'C1.1', 'P4.2'],
  ['data deletion', 'C1.2', 'P4.3'],
  ['NDA', 'CC9.2', 'C1.1'],
  ['input validation', 'CC6.6', 'PI1.2'],
  ['reconciliation', 'PI1.3'],
  ['privacy notice', 'P1.1'],
  ['cookie banner', 'P2.1'],
  ['consent', 'P2.1', 'P3.2'],
  ['data minimisation', 'P3.1'],
  ['DPIA', 'P4.1'],
  ['right to be forgotten', 'P4.3'],
  ['DSAR', 'P5.1'],
  ['rectification', 'P5.2'],
  ['breach notification', 'P6.6'],
  ['complaints', 'P8.1'],
];

describe('criteria', () => {
  for (const [word, first, also] of expected) {
    it(`are found by ${word}`, () => {
      for (const ids of [idsFor(word), idsBegunBy(word)]) {
        assert.equal(ids[0], first, ids.join(' '));
        if (also !== undefined) assert.ok(ids.includes(also), ids.join(' '));
      }
    });
  }

  for (const [title, first] of [
    ['Access Control Policy', 'CC6.1'],
    ['Encryption and Key Management Policy', 'CC6.1'],
    ['Information Security Policy', 'CC5.3'],
    ['Security Incident Management Procedure', 'CC7.4'],
    ['Data Centre Security Policy', 'CC6.4'],
    ['Third-Party Risk Management Standard', 'CC9.2'],
    ['Employee onboarding checklist', 'CC6.2'],
    ['Quarterly access reviews', 'CC6.3'],
    ['Backups are taken every night', 'A1.2'],
  ] as const) {
    it(`are found by the title ${title}`, () => assert.equal(idsFor(title)[0], first));
  }

  for (const [typed, first] of [
    ['encr', 'CC6.1'],
    ['ENCR', 'CC6.1'],
    ['background ch', 'CC1.4'],
    ['pent', 'CC4.1'],
    ['vend', 'CC9.2'],
    ['authoris', 'CC6.1'],
    ['encrypts', 'CC6.1'],
    ['rotation', 'CC6.1'],
    ['quarterly backup', 'A1.2'],
  ] as const) {
    it(`are found by ${typed} while it is typed`, () => assert.equal(idsBegunBy(typed)[0], first));
  }

  for (const [slip, meant] of [
    ['encyrption', 'encryption'],
    ['pasword', 'password'],
    ['vednor', 'vendor'],
    ['fierwall', 'firewall'],
    ['onbaording', 'onboarding'],
  ] as const) {
    it(`are found by ${slip}, which means ${meant}`, () => {
      assert.deepEqual(idsFor(slip), idsFor(meant));
      assert.deepEqual(idsBegunBy(slip), idsFor(meant));
    });
  }

  it('are found by a word with a slip before its end is typed', () => {
    assert.equal(idsBegunBy('encyrp')[0], 'CC6.1');
  });

  for (const text of ['', ' ', 'a', '…', 'lorem ipsum', 'zzz', 'constructor', 'toString', 'the']) {
    it(`are none for ${JSON.stringify(text)}`, () => {
      assert.deepEqual(idsFor(text), []);
      assert.deepEqual(idsBegunBy(text), []);
    });
  }

  it('are found by what is begun only where words begin so', () => {
    for (const text of ['the engineer encrypts', 'encyrption', 'quarterly backup', 'ppl', 'th'])
      assert.deepEqual(criteriaBegunBy(text), []);
  });

  it('come with the word that led to them', () => {
    assert.deepEqual(criteriaBegunBy('mfa')[0], { id: 'CC6.1', word: 'MFA' });
    assert.deepEqual(criteriaFor('Vendor reviews')[0], { id: 'CC9.2', word: 'vendor review' });
  });
});

test('any text leads to criteria that exist, each once', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words, 'policy', 'Ä', '&', '-')).map(parts => parts.join(' ')),
  );
  fc.assert(
    fc.property(text, any => {
      for (const ids of [idsFor(any), idsBegunBy(any)]) {
        assert.equal(new Set(ids).size, ids.length);
        for (const id of ids) assert.ok(tsc.criterion(id));
      }
    }),
  );
});
