import type { StartFolderResult } from '../../../protocol/startFolder.ts';
import { isDate } from './dates.ts';
import { askOne, askSome, askText, type Choice } from './inputs.ts';
import { answered, type Question } from './questions.ts';
import { type Answers, beginning, type Kind, lacksSecurity, overPeriod } from './startAnswers.ts';

const kinds: readonly Choice<Kind>[] = [
  {
    id: 'soc2',
    label: 'SOC 2',
    detail: 'The most common: security and other categories, for your customers.',
  },
  { id: 'soc3', label: 'SOC 3', detail: 'The same criteria, in a short report for general use.' },
  { id: 'soc1', label: 'SOC 1', detail: "Controls that matter to your customers' financial reporting." },
];

const types: readonly Choice<1 | 2>[] = [
  { id: 1, label: 'Type I', detail: 'Are the controls suitably designed, as of a date?' },
  { id: 2, label: 'Type II', detail: 'Did they also operate effectively, over a period?' },
];

const everyCategory: readonly Choice<string>[] = [
  { id: 'security', label: 'Security', description: 'the common criteria; expected in every report' },
  { id: 'availability', label: 'Availability', description: 'the service is available as promised' },
  {
    id: 'processing-integrity',
    label: 'Processing Integrity',
    description: 'results are complete and correct',
  },
  { id: 'confidentiality', label: 'Confidentiality', description: 'confidential information is protected' },
  { id: 'privacy', label: 'Privacy', description: 'personal information is handled as promised' },
];

const notADate = (text: string): string | undefined =>
  isDate(text.trim()) ? undefined : 'Write the date as YYYY-MM-DD, such as 2026-03-31.';

/** What a first program needs, a question each. */
export function startQuestions(there: StartFolderResult): readonly Question<Answers>[] {
  return [...aboutReport, ...aboutFolder(there)];
}

function aboutFolder({ found, include, folders }: StartFolderResult): readonly Question<Answers>[] {
  const globs = include.map(glob => ({ id: glob, label: glob }));
  const names = folders.map(({ name, description }) => ({ id: name, label: `${name}/`, description }));
  return [
    {
      applies: () => globs.length > 0,
      ask: async ({ include }, step) => {
        const prompt = `${found}. Read them?`;
        return answered(await askSome(step, prompt, globs, include, 0), include => ({ include }));
      },
    },
    {
      applies: () => names.length > 0,
      ask: async ({ folders }, step) => {
        const prompt = 'Which folders should be created? Each gets a short README.md.';
        return answered(await askSome(step, prompt, names, folders, 0), folders => ({ folders }));
      },
    },
  ];
}

const aboutReport: readonly Question<Answers>[] = [
  {
    applies: () => true,
    ask: async ({ organization }, step) => {
      const unnamed = 'Enter the name of the organization.';
      const complaint = (text: string): string | undefined => (text.trim() === '' ? unnamed : undefined);
      const reply = await askText(step, 'Name of the organization', organization, complaint);
      return answered(reply, organization => ({ organization }));
    },
  },
  {
    applies: () => true,
    ask: async ({ kind }, step) =>
      answered(await askOne(step, 'Which report?', kinds, kind), kind => ({ kind })),
  },
  {
    applies: ({ kind }) => kind !== 'soc3',
    ask: async ({ type }, step) =>
      answered(await askOne(step, 'As of a date, or over a period?', types, type), type => ({ type })),
  },
  {
    applies: answers => !overPeriod(answers),
    ask: async ({ asOf }, step) =>
      answered(await askText(step, 'As of which date?', asOf, notADate), asOf => ({ asOf })),
  },
  {
    applies: overPeriod,
    ask: async (answers, step) =>
      answered(await askText(step, 'First day of the period', answers.start, notADate), first =>
        beginning(first, answers),
      ),
  },
  {
    applies: overPeriod,
    ask: async ({ start, end }, step) => {
      const complaint = (text: string): string | undefined =>
        notADate(text) ??
        (text.trim() > start ? undefined : `The period starts on ${start}. Enter a later date.`);
      const prompt = 'Last day of the period (usually 3 to 12 months)';
      return answered(await askText(step, prompt, end, complaint), end => ({ end }));
    },
  },
  {
    applies: ({ kind }) => kind !== 'soc1',
    ask: async ({ categories }, step) =>
      answered(await askSome(step, 'Which categories?', everyCategory, categories), categories => ({
        categories,
      })),
  },
  {
    applies: lacksSecurity,
    ask: async ({ withoutSecurity }, step) => {
      const prompt =
        'Every report is expected to cover Security. Go back to select it, or say why it is left out. The reason goes into the manifest.';
      const unsaid = 'Say why Security is left out, or go back and select it.';
      const complaint = (text: string): string | undefined => (text.trim() === '' ? unsaid : undefined);
      const reply = await askText(step, prompt, withoutSecurity, complaint);
      return answered(reply, withoutSecurity => ({ withoutSecurity }));
    },
  },
];
