import type { Flaw } from './flaws.ts';
import { firstSection, linkTo } from './links.ts';
import type { Plan, PlannedFile } from './plan.ts';
import { phrase, sentence, type Voice } from './prose.ts';
import { at } from './random.ts';

const sections: readonly string[] = [
  'Scope',
  'Roles',
  'How it works',
  'Approval',
  'Exceptions',
  'Records',
  'Review',
  'When something goes wrong',
  'Tools',
  'Measures',
  'Training',
  'Related documents',
];
const subsections: readonly string[] = [
  'Preparation',
  'Steps',
  'Checks',
  'Escalation',
  'Follow-up',
  'Examples',
];

type Block = (voice: Voice) => string;

const paragraph: Block = voice => {
  const separator = voice.random.chance(0.5) ? ' ' : '\n';
  return repeated(voice.random.whole(2, 6), () => sentence(voice)).join(separator);
};

const list: Block = voice =>
  repeated(voice.random.whole(3, 6), () => {
    const nested = voice.random.chance(0.3) ? repeated(2, () => `\n  - ${phrase(voice)}`) : [];
    return `- ${phrase(voice)}${nested.join('')}`;
  }).join('\n');

const steps: Block = voice =>
  repeated(voice.random.whole(3, 6), index => `${index + 1}. ${sentence(voice)}`).join('\n');

const mapping: Block = voice => {
  const rows = voice.topic.criteria.map(id => `| ${id} | ${phrase(voice)} | ${voice.link()} |`);
  return ['| Criterion | What we do | Where |', '| --- | :-- | --- |', ...rows].join('\n');
};

const figures: Block = voice => {
  const rows = repeated(
    voice.random.whole(2, 5),
    () => `| ${phrase(voice)} | ${voice.random.whole(0, 400)} | \`ok\` |`,
  );
  return ['| Check | Count | Result |', '| --- | ---: | --- |', ...rows].join('\n');
};

const code: Block = ({ random, topic }) =>
  random
    .pick([
      [
        '```yaml',
        `# an example, not a record: TSC ${at(topic.criteria, 0)}`,
        `topic: ${topic.slug}`,
        `retries: ${random.whole(1, 9)}`,
        '```',
      ],
      [
        '```bash',
        `records export --topic ${topic.slug} --since 2025-01-01 \\`,
        '  | sort | uniq -c > export.txt',
        '```',
      ],
    ])
    .join('\n');

const quote: Block = voice => `> ${sentence(voice)}\n> ${sentence(voice)}`;

const blocks: readonly Block[] = [
  paragraph,
  paragraph,
  paragraph,
  paragraph,
  paragraph,
  paragraph,
  list,
  list,
  steps,
  mapping,
  figures,
  code,
  quote,
];

/**
 * The Markdown below the front matter: a title, sections of varied blocks, and what the document's flaws put there.
 * @param size about how many UTF-16 code units it may have; short documents end after their first sentences
 */
export function bodyOf(file: PlannedFile, voice: Voice, plan: Plan, size: number): string {
  const { random } = voice;
  const parts = [`# ${file.title}`, `## ${firstSection}`, sentence(voice), ...flawedParts(file, plan, voice)];
  let left = size - parts.join('\n\n').length;
  const add = (part: string): void => {
    parts.push(part);
    left -= part.length + 2;
  };
  while (left > 1_000) {
    add(`## ${random.pick(sections)}`);
    add(paragraph(voice));
    for (let count = random.whole(0, 3); count > 0 && left > 1_000; count--) {
      if (random.chance(0.25)) add(`### ${random.pick(subsections)}`);
      add(random.pick(blocks)(voice));
    }
  }
  const ending: string[] = [];
  for (; left > 50; left -= at(ending, ending.length - 1).length + 1) ending.push(sentence(voice));
  if (ending.length > 0) parts.push(ending.join(' '));
  if (file.flaws.includes('empty section')) parts.push('## Open points');
  return `${parts.join('\n\n')}\n`;
}

function flawedParts(file: PlannedFile, plan: Plan, { random }: Voice): string[] {
  const parts: Partial<Record<Flaw, () => string>> = {
    placeholder: () =>
      random.pick([
        'The deputy is [TBD].',
        'Questions go to [Company] support.',
        'Kept for <insert period>.',
      ]),
    'broken link': () => `The list is in [the checklist](../checklists/${random.whole(1, 999)}.md).`,
    'broken anchor': () => `Steps are in ${linkTo(random.pick(plan.pages), file, '#no-such-step')}.`,
  };
  return file.flaws.flatMap(flaw => parts[flaw]?.() ?? []);
}

function repeated(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
