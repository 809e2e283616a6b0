// Markdown: blocks in blocks, of which each may go wrong, with or without front matter.
import type { Random } from '../../../bench/generator/random.ts';
import type { RecordKind } from '../../../server/src/core/model/kinds.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { recordOf } from './records.ts';
import { criteria, paths, sentence, signs, word } from './words.ts';
import { yamlOf } from './yaml.ts';

/** A document: front matter in one of the forms, and a body. */
export function markdownText(random: Random, kind: RecordKind): string {
  const meta = yamlOf(random, recordOf(random, kind));
  const body = blocks(random, random.whole(0, 8), 0);
  const form = random.next();
  if (form < 0.55) return `---\n${meta}---\n${body}`;
  if (form < 0.65) return `${meta}---\n${body}`;
  if (form < 0.72) return `---\n${meta}${body}`;
  if (form < 0.76) return `---\n${JSON.stringify({ id: 'AC-01', satisfies: ['CC6.1'] })}\n---\n${body}`;
  return body;
}

function blocks(random: Random, count: number, depth: number): string {
  return Array.from({ length: count }, () => block(random, depth)).join(random.chance(0.8) ? '\n' : '');
}

function block(random: Random, depth: number): string {
  const isDeep = depth > 4;
  switch (random.whole(0, isDeep ? 8 : 12)) {
    case 0:
      return `${'#'.repeat(random.whole(1, 7))} ${inline(random)}${random.pick(['', ' #', ' ##  '])}\n`;
    case 1:
      return `${inline(random)}\n${random.pick(['===', '---', '=', '- - -', '***'])}\n`;
    case 2:
      return table(random);
    case 3:
      return `${random.pick(['```', '~~~', '````yaml'])}\n${sentence(random)}\n${random.pick(['```', '~~~', '````', ''])}\n`;
    case 4:
      return html(random);
    case 5:
      return `[${random.pick(['a', 'AC-01', 'A  b', ''])}]: ${random.pick(paths)} ${random.pick(['', '"title"', "'t", '(t)'])}\n`;
    case 6:
      return `    ${sentence(random)}\n`;
    case 7:
    case 8:
      return `${inline(random)}\n${random.chance(0.4) ? `${inline(random)}\n` : ''}`;
    case 9:
      return prefixed(blocks(random, random.whole(1, 3), depth + 1), random.pick(['> ', '>', '>\t']), '> ');
    default:
      return list(random, depth);
  }
}

function list(random: Random, depth: number): string {
  const mark = random.pick(['-', '*', '+', '1.', '1)', '0.', '999999999.', '- [ ]', '- [x]', '-\t', '-    ']);
  const items = Array.from({ length: random.whole(1, 4) }, () =>
    prefixed(
      blocks(random, random.whole(1, 2), depth + 1),
      `${mark} `,
      ' '.repeat(random.whole(0, mark.length + 2)),
    ),
  );
  return items.join(random.chance(0.8) ? '' : '\n');
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, i) => `${i === 0 ? first : others}${line}`)
    .join('\n')
    .concat('\n');
}

function table(random: Random): string {
  const width = random.whole(1, 4);
  const row = () =>
    `| ${Array.from({ length: random.whole(width - 1, width + 1) }, () => inline(random, 3)).join(' | ')} |`;
  const dashes = `|${Array.from({ length: width }, () => random.pick(['---', ':-', '-:', ':-:', '-'])).join('|')}|`;
  const rows = Array.from({ length: random.whole(0, 4) }, row);
  return `${[row(), dashes, ...rows].join('\n')}\n`;
}

function html(random: Random): string {
  const names = Array.from({ length: random.whole(0, 2) }, () => random.pick(rules).name).join(', ');
  return random.pick([
    `<!-- ${sentence(random)} -->\n`,
    `<!-- tickmark-ignore${random.pick(['', '-file'])} ${names}: ${sentence(random)} -->\n`,
    `<div id="${word(random)}">\n${sentence(random)}\n</div>\n`,
    `<a name='x'>${sentence(random)}</a>\n`,
    `<script>\n${sentence(random)}\n`,
    `<!DOCTYPE x>\n<?x ${word(random)} ?>\n<![CDATA[ ${word(random)} ]]>\n`,
  ]);
}

/** Running text with marks in it. */
function inline(random: Random, most = 6): string {
  return Array.from({ length: random.whole(1, most) }, () => piece(random)).join(
    random.chance(0.9) ? ' ' : '',
  );
}

function piece(random: Random): string {
  switch (random.whole(0, 14)) {
    case 0:
      return `[${word(random)}](${random.pick(paths)}${random.pick(['', ' "t"', " 't'", ' (t)'])})`;
    case 1:
      return `![${word(random)}](<${random.pick(paths)}>)`;
    case 2:
      return `[${random.pick(['a', 'AC-01', word(random)])}][${random.pick(['', 'a', 'A B'])}]`;
    case 3:
      return `<${random.pick(['https://example.com', 'a@b.c', 'b', '/i', 'a b="c"', 'br/'])}>`;
    case 4:
      return `${'`'.repeat(random.whole(1, 3))}${word(random)}${'`'.repeat(random.whole(1, 3))}`;
    case 5:
      return `${random.pick(['*', '**', '_', '***', '~~'])}${word(random)}${random.pick(['*', '**', '_', '***', '~~'])}`;
    case 6:
      return random.pick(['&amp;', '&#65;', '&#xD800;', '&#x110000;', '&nosuch;', '\\[', '\\', '&copy']);
    case 7:
      return random.pick(signs);
    case 8:
      return random.pick(criteria);
    default:
      return word(random);
  }
}
