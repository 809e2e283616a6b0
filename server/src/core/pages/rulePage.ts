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
      ...section('Messages', Object.values(messages).map(prose), 'detail'),
      ...section('Options', Object.entries(options).map(optionItem)),
      heading('Examples'),
      ...shown('With a finding:', examples.bad),
      ...shown('Without a finding:', examples.good),
      heading('How to silence it', 'detail'),
      paragraph(
        ...prose(
          'Add a comment with a reason after the text, or on the line above it. To silence the rule in the whole file, write `tickmark-ignore-file`.',
        ),
      ),
      { kind: 'code', text: `<!-- tickmark-ignore ${name}: reason -->\n# tickmark-ignore ${name}: reason` },
      paragraph(...prose('To turn the rule off everywhere, or in a folder, use `tickmark.yaml`:')),
      { kind: 'code', text: `rules:\n  ${name}: off` },
    ],
  };
}

function fixWords({ fixAll }: Rule): string {
  return fixAll
    ? 'This rule has a quick fix. `tickmark check --fix` and the fix-all command of an editor apply it too.'
    : 'This rule has a quick fix.';
}

function optionItem([name, option]: readonly [string, Option]): Inlines {
  const { type, description } = option;
  const allowed = 'allowed' in option && option.allowed ? ` of ${option.allowed.join(', ')}` : '';
  const form = type === 'words' ? `a list${allowed}` : 'a number';
  return [
    { text: name, style: 'code' },
    ` (${form}; default `,
    { text: JSON.stringify(option.default), style: 'code' },
    '): ',
    ...prose(description),
  ];
}
