// Globs, and lines of ignore files.
import type { Random } from '../../../bench/generator/random.ts';
import { signs } from './words.ts';

const steps = [
  ...[
    '*',
    '**',
    '?',
    'controls',
    'policies',
    'docs',
    'a',
    'ac-01.md',
    '*.md',
    '*.{md,yaml}',
    '[a-z]*',
    '[!a]*',
  ],
  ...[
    '[^a-c]',
    '[[:alpha:]]',
    '[]a]',
    '[',
    '[]',
    '{a,b}',
    '{a..c}',
    '{,a}',
    '{',
    '!(a)',
    '+(a|b)',
    '@(a)',
    '?(a)',
  ],
  ...[
    '.',
    '..',
    '.hidden',
    '',
    '\\*',
    '\\',
    '!',
    '#',
    ' ',
    '***',
    '**a',
    'a**',
    '*a*b*c*',
    '{a,{b,{c,d}}}',
    '$',
    'é',
  ],
] as const;

/** One pattern. */
export function patternLine(random: Random): string {
  const path = Array.from({ length: random.whole(1, 5) }, () => step(random)).join('/');
  return `${random.pick(['', '', '', '!', '/', './', '#', ' ', '\\!'])}${path}${random.pick(['', '', '/', ' ', '\\ ', '\t'])}`;
}

function step(random: Random): string {
  const text = random.pick(steps);
  if (random.chance(0.85)) return text;
  return random.chance(0.5) ? text.repeat(random.whole(2, 30)) : text + random.pick(signs);
}

/** An ignore file, or a list of globs, one a line. */
export function patternsText(random: Random): string {
  const end = random.pick(['\n', '\n', '\r\n', '\r']);
  return Array.from({ length: random.whole(0, 8) }, () => patternLine(random)).join(end) + end;
}
