import { Random } from '../../bench/generator/random.ts';
import type { LayoutName } from '../../server/src/core/formats/layouts/layout.ts';
import { kinds } from '../../server/src/core/model/kinds.ts';
import { corpus } from './corpus.ts';
import { catalogText } from './grammars/catalogs.ts';
import { manifestText } from './grammars/manifest.ts';
import { markdownText } from './grammars/markdown.ts';
import { patternsText } from './grammars/patterns.ts';
import { protocolText } from './grammars/protocol.ts';
import { recordKinds, recordsText } from './grammars/records.ts';
import { mutated } from './mutators.ts';

/** What is tried: each kind goes through checks of its own. */
export const inputKinds = [
  'markdown',
  'records',
  'manifest',
  'catalog',
  'globs',
  'ignore',
  'protocol',
  'stdio',
] as const;
export type InputKind = (typeof inputKinds)[number];

/** One text to be tried, and where it stands in its program. */
export interface Input {
  readonly kind: InputKind;
  readonly layout: LayoutName;
  /** Relative to the program's root. */
  readonly path: string;
  readonly text: string;
}

/** How often each kind is tried. */
const weights: Readonly<Record<InputKind, number>> = {
  markdown: 35,
  records: 30,
  manifest: 14,
  catalog: 12,
  globs: 4,
  ignore: 4,
  protocol: 1,
  stdio: 0.01,
};

/** Paths that say something else than their folder does. */
const oddPaths = [
  'docs/any.md',
  'templates/any.md',
  'policies/any.md.tmpl',
  'archive/policies/any.md',
  'README.md',
];

/** The input of a seed and a number: the same on every machine. */
export function inputOf(seed: number, number: number, only: readonly InputKind[] = inputKinds): Input {
  const random = new Random(seed, number);
  const kind = random.weighted(only.map(one => [one, weights[one]] as const));
  const made = inputOfKind(random, kind);
  const other = () => (random.chance(0.5) ? random.pick(corpus).text : inputOfKind(random, kind).text);
  return kind === 'protocol' || kind === 'stdio'
    ? made
    : { ...made, text: mutated(random, made.text, other) };
}

function inputOfKind(random: Random, kind: InputKind): Input {
  const recordKind = random.pick(recordKinds);
  const folder = kinds[recordKind].folder ?? '';
  const layout = random.pick(['native', 'native', 'native', 'comply', 'plain'] as const);
  switch (kind) {
    case 'markdown': {
      const written = random.chance(0.2) ? ofCorpus(random, /\.md$/) : undefined;
      if (written) return { kind, layout, ...written };
      const path = random.chance(0.1) ? random.pick(oddPaths) : `${folder}/any.md`;
      return { kind, layout, path, text: markdownText(random, recordKind) };
    }
    case 'records': {
      const written = random.chance(0.2) ? ofCorpus(random, /^(?!tickmark\.yaml$).*\.yaml$/) : undefined;
      return written
        ? { kind, layout, ...written }
        : { kind, layout, path: `${folder}/any.yaml`, text: recordsText(random, recordKind) };
    }
    case 'manifest': {
      const written = random.chance(0.2) ? ofCorpus(random, /^tickmark\.yaml$/) : undefined;
      return { kind, layout: 'native', path: 'tickmark.yaml', text: written?.text ?? manifestText(random) };
    }
    case 'catalog':
      return { kind, layout: 'native', path: 'catalogs/any.yaml', text: catalogText(random) };
    case 'globs':
      return { kind, layout: 'native', path: 'tickmark.yaml', text: patternsText(random) };
    case 'ignore':
      return { kind, layout: 'native', path: '.gitignore', text: patternsText(random) };
    case 'protocol':
    case 'stdio':
      return { kind, layout: 'native', path: 'messages.jsonl', text: protocolText(random) };
  }
}

function ofCorpus(
  random: Random,
  name: RegExp,
): { readonly path: string; readonly text: string } | undefined {
  const fitting = random.pick(corpus);
  return name.test(fitting.path) ? fitting : undefined;
}
