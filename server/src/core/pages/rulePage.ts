import { withoutMarks } from '../rules/example.ts';
import type { Option } from '../rules/options.ts';
import type { Rule } from '../rules/rule.ts';
import { type Block, heading, type Inlines, type Page, paragraph, prose, section } from './page.ts';
import { severityWords } from './severityWords.ts';

/** A rule's page: what it finds, why it matters, how to mend it, what can be set, and its examples. */
export function rulePage(rule: Rule): Page {
  const { name, options = {}, summary, why, fix, messages, examples } = rule;
  const shown = (title: string, texts: readonly string[]) =>
    texts.flatMap((text): Block[] => [paragraph(title), { kind: 'code', text: withoutMarks(text) }]);
  return {
    title: name,
    blocks: [
      paragraph(...prose(summary)),
      paragraph(severityWords(rule)),
      heading('Why it matters'),
      paragraph(...prose(why)),
      heading('How to fix it'),
      paragraph(...prose(fix)),
      ...(rule.fixes ? [paragraph(...prose(fixWords(rule)))] : []),
      ...section('What it says', Object.values(messages).map(prose)),
      ...section('Options', Object.entries(options).map(optionItem)),
      heading('Examples'),
      ...shown('Found:', examples.bad),
      ...shown('Fine:', examples.good),
      heading('How to silence it'),
      paragraph(
        ...prose(
          'On one line, behind it or alone above it, and with a reason; `tickmark-ignore-file` is for the whole file:',
        ),
      ),
      { kind: 'code', text: `<!-- tickmark-ignore ${name}: reason -->\n# tickmark-ignore ${name}: reason` },
      paragraph(...prose('Everywhere, or in a folder, in `tickmark.yaml`:')),
      { kind: 'code', text: `rules:\n  ${name}: off` },
    ],
  };
}

function fixWords({ fixAll }: Rule): string {
  return fixAll
    ? "There is a quick fix, which `tickmark check --fix` and an editor's fix-all apply too."
    : 'There is a quick fix.';
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
