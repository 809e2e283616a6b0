// The words that made-up documents share with the program in which they are tried, and those that mean nothing there.
import type { Random } from '../../../bench/generator/random.ts';

/** Ids of records: of the program around, of none, and of forms that are no ids. */
export const recordIds = [
  ...['AC-01', 'AC-02', 'access', 'EV-1', 'EV-2', 'R-1', 'V-1', 'T-1', 'C-1', 'ac-01', 'AC-01#x'],
  ...['p', 'nobody', 'AC_99', 'A', '1', 'a b', 'policies/access.md', '__proto__', 'constructor', 'AC-01 '],
] as const;

/** Ids of criteria, points, groups and ranges: right, misspelled, of old, and of other catalogs. */
export const criteria = [
  ...[
    'CC6.1',
    'CC6.2',
    'cc6.3',
    'CC 7.2',
    'cc_8_1',
    'A1.2',
    'C1.1',
    'PI1.4',
    'P4.2',
    'P1.1',
    'CC9.9',
    'CC5.4',
  ],
  ...['CC6', 'CC', 'CC6.1-POF2', 'CC6.1.b', 'CC6.1.99', 'CC6.1–CC6.4', 'CC6.4 to CC6.1', 'CC1.1-CC9.2'],
  ...['TSC:CC6.1', 'SOC 2 CC6.1', 'CO-1', 'CO-1–CO-2', 'ICFR', 'A.8.24', 'DC 3', 'CC６.１', 'CC6.1\u200b'],
] as const;

export const people = ['ana', 'ben', 'it', 'Ana Bell', 'ana@example.com', 'nobody', '@ana', 'ANA'] as const;

export const dates = [
  ...['2026-01-31', '2026-06-30', '2027-01-01', '1999-12-31', '0000-00-00', '9999-99-99', '2026-02-30'],
  ...['31.12.2026', '12/31/2026', 'June 2026', '2026-6-1', '2026-06-30T12:00:00Z', 'yesterday', '20260630'],
] as const;

export const paths = [
  ...['files/a.csv', 'files/gone.csv', '../policies/access.md', '../controls/ac-01.md#statement', '#access'],
  ...[
    '/etc/x',
    'C:\\x',
    '..\\..\\x.md',
    '../../../../x.md',
    'a%20b.md',
    'a%zz.md',
    'https://example.com/a?b#c',
  ],
  ...['mailto:a@b.c', 'file:///x', 'x'.repeat(300), './a//b/./c.md', 'catalogs/own.yaml', '', '%2e%2e/x.md'],
] as const;

const plain = [
  ...[
    'Access',
    'control',
    'policy',
    'the',
    'is reviewed',
    'quarterly',
    'by the owner',
    'as appropriate',
    'etc',
  ],
  ...[
    'TBD',
    'TODO',
    '[Company]',
    '{{Name}}',
    '<insert name>',
    'coming soon',
    'periodically',
    'Okta',
    'SOC 2',
  ],
  ...[
    'Trust Services Criteria',
    'AWS',
    'laptop',
    'personal data',
    'draft',
    'approved',
    'yes',
    'no',
    'null',
    '~',
  ],
  ...[
    '1.10',
    '0x1F',
    '1e3',
    '.nan',
    '-0',
    'true',
    'ﬁn',
    'é',
    'e\u0301',
    '数据',
    'данные',
    '👩‍👩‍👧',
    '𝒜',
    'a:b',
    'a#b',
  ],
] as const;

/** What readers of text are known to trip over. */
export const signs = [
  ...[
    '\ufeff',
    '\0',
    '\ud835',
    '\udc9c',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\v',
    '\f',
    '\t',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\u00a0',
    '\u00ad',
    '\x1b',
    '\x07',
    '\x7f',
    '\uffff',
    '\u0301',
    '𝒜',
    '👩‍👩‍👧',
    'İ',
    'ß',
  ],
  ...[
    '---\n',
    '---',
    '...\n',
    '\n---\n',
    '+++\n',
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> x\n',
    '||||||| x\n',
  ],
  ...[
    '&a ',
    '*a',
    '!!str ',
    '!t ',
    '!<x> ',
    '? ',
    '- ',
    ': ',
    ':',
    '|',
    '>',
    '|2-\n',
    '%YAML 1.2\n',
    '<<: ',
    '#',
    ' #',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    '"',
    "'",
    '`',
    '```',
    '~~~',
    '*',
    '_',
    '**',
    '\\',
    '&',
    '&amp;',
    '&#0;',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- tickmark-ignore ',
    '# tickmark-ignore criteria/unknown: x',
    '<script>',
    '</',
    '<?',
    ']]>',
  ],
  ...[
    '{{',
    '}}',
    '${',
    '%',
    '%00',
    '~',
    '|',
    '/',
    '@',
    '$',
    '^',
    '=',
    '+',
    ';',
    ',',
    '.',
    '!',
    '?',
    ' ',
    '  ',
    '    ',
  ],
] as const;

/** Some words of a sentence. */
export function sentence(random: Random, most = 9): string {
  return Array.from({ length: random.whole(1, most) }, () => word(random)).join(' ');
}

/** One word, which may be an id. */
export function word(random: Random): string {
  const kind = random.next();
  if (kind < 0.7) return random.pick(plain);
  if (kind < 0.85) return random.pick(criteria);
  if (kind < 0.93) return random.pick(recordIds);
  return kind < 0.97 ? random.pick(dates) : random.pick(people);
}
