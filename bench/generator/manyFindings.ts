// Documents in which nearly every word is wrong: what is told of them must stay in proportion to them.
import type { Pathological } from './pathological.ts';

const frontMatter = '---\nid: POL-1\ntitle: A policy\nkind: policy\nsatisfies: [CC1.1]\n---\n\n';

/** Every kind, each with a text of about so many UTF-16 code units. */
export const manyFindings: readonly Pathological[] = [
  policy('unknown ids in prose', size => repeated('Of SOC 2: CC99.1, CC9.9, CC1.9.\n\n', size)),
  policy('unknown ids in a table', size => `| a | b |\n| - | - |\n${repeated('| CC99.1 | CC9.9 |\n', size)}`),
  policy('old numbers', size => `Of SOC 2: ${repeated('CC3.5 CC1.6 CC2.6 ', size)}`),
  policy('broken links', size => repeated('[the register](register.md) ', size)),
  policy('placeholders', size => repeated('[Company] [DATE] TODO ', size)),
  policy(
    'silenced placeholders',
    size =>
      `<!-- tickmark-ignore-file documents/placeholder: a template -->\n\n${repeated('Ask [Company].\n', size)}`,
  ),
  register('unknown ids in a list', size => `satisfies: [${repeated('CC99.1, ', size)}CC6.1]\n`, 'id: C-1'),
  register('unknown references', size => `policies: [${repeated('POL-9, ', size)}x]\n`, 'id: C-1'),
  register('one id for many records', size => repeated('- id: A\n', size)),
  register('circles', size =>
    Array.from({ length: size / 40 }, (_, i) => `- {id: R-${i}, supersedes: R-${i + 1}}\n`)
      .join('')
      .concat(`- {id: R-${Math.floor(size / 40)}, supersedes: R-0}\n`),
  ),
  register('one long id', size => `- id: ${'x'.repeat(size / 2)}\n  frequency: daily\n`),
  register('a long id that is unknown', size => `satisfies: [CC${'9'.repeat(size)}.1]\n`, 'id: C-1'),
  register(
    'many keys of a record with a long id',
    size =>
      `id: ${'x'.repeat(size / 2)}\n${Array.from({ length: size / 32 }, (_, i) => `onwer${i}: a value\n`).join('')}`,
  ),
];

type Make = Pathological['text'];

function policy(name: string, body: Make): Pathological {
  return { name, path: `policies/${slug(name)}.md`, text: size => frontMatter + body(size) };
}

function register(name: string, body: Make, first?: string): Pathological {
  const head = first === undefined ? '' : `${first}\nkind: control\n`;
  return { name, path: `controls/${slug(name)}.yaml`, text: size => head + body(size) };
}

function slug(name: string): string {
  return name.replaceAll(' ', '-');
}

function repeated(piece: string, size: number): string {
  return piece.repeat(size / piece.length);
}
