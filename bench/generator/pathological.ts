// Documents that nobody writes in earnest, but that a workspace may hold: each kind grows without end in one direction.
import { largeRegister } from './largeRegister.ts';

export interface Pathological {
  readonly name: string;
  /** Relative to the program's root. */
  readonly path: string;
  /** A text of about so many UTF-16 code units. */
  readonly text: (size: number) => string;
}

/** A text of about so many UTF-16 code units. */
export type Make = Pathological['text'];

/** All kinds, by name. */
const bodies: Readonly<Record<string, Make>> = {
  'nested list on a line': filled('- '),
  'nested list': stairs('  ', '- item\n'),
  'nested quotes on a line': filled('>'),
  'nested quotes': stairs('>', ' text\n'),
  'long line': filled('The owner checks it and keeps a record. '),
  'long line of criteria': filled('CC6.1, CC99.1, cc6.2 (TSC). '),
  links: filled('[the register](register.md) '),
  'links by reference': size => {
    const names = Array.from({ length: size / 40 }, (_, i) => `r${i}`);
    return [...names.map(name => `[text][${name}]\n`), '\n', ...names.map(name => `[${name}]: a.md\n`)].join(
      '',
    );
  },
  'table of many rows': size => `| a | b |\n| - | - |\n${filled('| CC6.1 | [b](b.md) |\n')(size)}`,
  'table of many columns': size =>
    ['| a ', '| - ', '| b '].map(cell => `${cell.repeat(size / 12)}|\n`).join(''),
  'headings of one name': filled('## Scope\n\nText.\n\n'),
  'unclosed emphasis': filled('*a _b **c '),
  'unclosed brackets': filled('['),
  'unclosed links': filled('[a]('),
  'unclosed images': filled('![[]()'),
  'unclosed code': size => {
    const runs: string[] = [];
    for (let length = 1, left = size; left > 0; left -= ++length) runs.push('`'.repeat(length));
    return runs.join('a');
  },
  'unclosed fence': size => `~~~\n${filled('a line of code\n')(size)}`,
  'unclosed HTML': filled('<a href="b '),
  'unclosed comments': filled('a <!-- b '),
};

const records: Readonly<Record<string, Make>> = {
  'list of records': size => largeRegister(Math.ceil(size / 240)),
  'broken records': filled('- id: [CTL-1\n  satisfies: CC6.1]\n'),
  'one record of many keys': size =>
    `kind: control\n${Array.from({ length: size / 20 }, (_, i) => `key${i}: a value\n`).join('')}`,
  'list of citations': size => `kind: control\nsatisfies: [${filled('CC6.1, CC99.1, ')(size)}CC6.2]\n`,
  'nested flow': filled('['),
  'nested mappings': stairs(' ', 'a:\n'),
  'long scalar': size => `statement: ${filled('The owner checks it. ')(size)}\n`,
  'unclosed quote': size => `statement: "${filled('The owner checks it.\n  ')(size)}`,
  'conflict markers': filled('<<<<<<< ours\nid: A\n=======\nid: B\n>>>>>>> theirs\n'),
  aliases: size => `a: &a [CC6.1]\nsatisfies: [${filled('*a, ')(size)}*a]\n`,
  'aliases of a long text': size =>
    `statement: &a ${filled('The owner checks it. ')(size / 2)}\ntags: [${filled('*a, ')(size / 2)}*a]\n`,
  'aliases of a wide mapping': size => {
    const keys = Array.from({ length: size / 30 }, (_, i) => `  key${i}: word\n`);
    return `attributes: &a\n${keys.join('')}deviations: [${filled('*a, ')(size / 2)}*a]\n`;
  },
  'alias bomb': size => {
    const levels = Array.from(
      { length: size / 60 },
      (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]\n`,
    );
    return `a0: &a0 [CC6.1]\n${levels.join('')}`;
  },
};

const frontMatter = '---\nid: POL-1\ntitle: A policy\nkind: policy\nsatisfies: [CC1.1]\n---\n\n';

/** Every kind, in Markdown and in YAML. */
export const pathological: readonly Pathological[] = [
  ...Object.entries(bodies).map(([name, body]) => ({
    name: `Markdown: ${name}`,
    path: 'policies/policy.md',
    text: (size: number) => frontMatter + body(size),
  })),
  ...Object.entries(records).map(([name, text]) => ({
    name: `YAML: ${name}`,
    path: 'controls/controls.yaml',
    text,
  })),
];

/** The same piece again and again. */
export function filled(piece: string): Make {
  return size => piece.repeat(size / piece.length);
}

/** Lines of which each is indented further than the one before. */
function stairs(step: string, line: string): Make {
  return size => {
    const lines: string[] = [];
    for (let depth = 0, left = size; left > 0; depth++) {
      lines.push(step.repeat(depth) + line);
      left -= depth * step.length + line.length;
    }
    return lines.join('');
  };
}
