import { withoutMarks } from '../rules/example.ts';
import type { Option } from '../rules/options.ts';
import type { Rule } from '../rules/rule.ts';
import { presets } from '../rules/severity.ts';
import { type Block, heading, type Inlines, type Page, paragraph, prose, section } from './page.ts';
import { beside } from './words.ts';

/** A rule's page: what it finds, why it matters, how to mend it, what can be set, and its examples. */
export function rulePage({
  name,
  severity,
  options = {},
  summary,
  why,
  fix,
  messages,
  examples,
}: Rule): Page {
  const shown = (title: string, texts: readonly string[]) =>
    texts.flatMap((text): Block[] => [paragraph(title), { kind: 'code', text: withoutMarks(text) }]);
  return {
    title: name,
    blocks: [
      paragraph(...prose(summary)),
      paragraph(beside(...presets.map(preset => `${preset}: ${severity[preset]}`))),
      heading('Why it matters'),
      paragraph(...prose(why)),
      heading('How to fix it'),
      paragraph(...prose(fix)),
      ...section('What it says', Object.values(messages).map(prose)),
      ...section('Options', Object.entries(options).map(optionItem)),
      heading('Examples'),
      ...shown('Found:', examples.bad),
      ...shown('Fine:', examples.good),
    ],
  };
}

function optionItem([name, option]: readonly [string, Option]): Inlines {
  const { type, description } = option;
  const allowed = 'allowed' in option && option.allowed ? `, of ${option.allowed.join(', ')}` : '';
  const form = type === 'words' ? `a list${allowed}` : 'a number';
  return [
    { text: name, style: 'code' },
    ` (${form}; default `,
    { text: JSON.stringify(option.default), style: 'code' },
    '): ',
    ...prose(description),
  ];
}
