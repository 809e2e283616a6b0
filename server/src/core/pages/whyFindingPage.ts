import type { Program } from '../program/program.ts';
import { nameOf, type RecordEntry } from '../program/record.ts';
import { reportWords } from '../program/reportWords.ts';
import { type Args, inOrder, type Rule } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/running/settings.ts';
import type { Severity } from '../rules/severity.ts';
import type { TextRange } from '../text/range.ts';
import { coverageOf, documentsThatCite } from './inProgram.ts';
import { type Block, heading, type Inlines, type Page, paragraph, prose, section } from './page.ts';
import { stateOf } from './recordPage.ts';
import { counted, kindWords, titled } from './words.ts';

/** A finding, as far as its page tells of it. */
export interface ExplainedFinding {
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: TextRange;
  readonly related: readonly {
    readonly path: string;
    readonly range: TextRange;
    readonly words: string;
    readonly page?: string;
  }[];
  readonly args: Args;
  /** The findings that it stands for, where it stands for several. */
  readonly members?: readonly { readonly args: Args }[];
}

/** More than anybody reads: the documents that cite a criterion are then only counted. */
const mostSources = 20;
/** The same of what a finding names, with what there is to say of each. */
const mostNamed = 10;

/** Why a finding is here: its place, the rule with what is set for it and where, what leads to it, and where that stands. */
export function whyFindingPage(
  finding: ExplainedFinding,
  rule: Rule,
  settings: RuleSettings,
  program: Program,
): Page {
  const { message, path, range, related, members } = finding;
  const record = recordAround(path, range, program);
  return {
    title: `Why is this here? (${rule.name})`,
    blocks: [
      paragraph(...prose(message)),
      paragraph('Found in ', linkTo({ path, range }), `. ${ofProgram(program)}`),
      ...(record ? [paragraph(...recordItem(record, program))] : []),
      ...(members ? [paragraph(`It stands for ${members.length} findings of this rule at one place.`)] : []),
      heading('The rule'),
      paragraph({ text: rule.name, target: { page: rule.name } }, ': ', ...prose(rule.summary)),
      paragraph(readWords(rule)),
      heading('What is set'),
      {
        kind: 'list',
        items: [
          severityItem(finding, rule, settings, program),
          ...optionItems(path, rule, settings, program),
        ],
      },
      ...section('What it is about', related.map(relatedItem)),
      ...sourcesOf(finding, program),
      paragraph(
        ...prose(
          'To silence it with a reason, write a comment `tickmark-ignore`. The page of the rule shows how.',
        ),
      ),
    ],
  };
}

function linkTo({ path, range }: { readonly path: string; readonly range: TextRange }) {
  return { text: path, target: { path, range } };
}

function relatedItem({ path, range, words, page }: ExplainedFinding['related'][number]): Inlines {
  return page === undefined
    ? [linkTo({ path, range }), `: ${words}`]
    : [{ text: page, target: { page } }, `: ${words}`];
}

/** The record that a range lies in: the innermost, since rows of a table lie in their page. Undefined outside of all. */
function recordAround(path: string, range: TextRange, program: Program): RecordEntry | undefined {
  const summary = program.summary(path);
  const [only, ...others] = program.records(path);
  if (!summary || !only || others.length === 0) return only;
  const spans = [only, ...others].flatMap(entry => {
    const places = summary.places[entry.index];
    const start = places?.reduce((least, offset) => Math.min(least, offset), Number.POSITIVE_INFINITY) ?? 0;
    const end = places?.reduce((most, offset) => Math.max(most, offset), 0) ?? 0;
    return start <= range.start && range.end <= end ? [{ entry, length: end - start }] : [];
  });
  return spans.toSorted((one, other) => one.length - other.length)[0]?.entry;
}

/** In which program something is, and for which report it is judged. */
export function ofProgram(program: Program): string {
  const { manifest, report, catalogs } = program;
  const organization = manifest?.shape.organization;
  const owner = organization === undefined ? '' : ` of ${organization}`;
  const source = manifest ? ` (${manifest.path})` : ', which has no manifest';
  return `It belongs to the program${owner}${source}, and is judged for ${reportWords(report, catalogs, 'long')}, with ${program.today} as today.`;
}

function readWords({ reads }: Rule): string {
  switch (reads) {
    case 'document':
      return 'The rule looks at this document alone.';
    case 'silencings':
      return 'The rule looks at the comments of this document that silence findings.';
    default:
      return 'The rule looks at other documents of the program too, so a change in one of them can bring or end the finding.';
  }
}

function severityItem(
  { path, severity }: ExplainedFinding,
  rule: Rule,
  settings: RuleSettings,
  program: Program,
): Inlines {
  const decided = settings.decided(rule, path);
  const { by } = decided;
  const from = 'severity' in decided ? 'set for this rule' : `by the preset ${decided.preset}`;
  const said: Inlines = ['Severity ', { text: severity, style: 'code' }, `, ${from}`];
  return by ? [...said, ', ', ...inManifest(by, program)] : [...said, ', because the manifest sets none'];
}

function optionItems(path: string, rule: Rule, settings: RuleSettings, program: Program): Inlines[] {
  const set = settings.optionsSet(rule, path);
  return Object.entries(settings.options(rule, path)).map(([name, value]) => {
    const by = set.get(name);
    const code = { text: JSON.stringify(value), style: 'code' } as const;
    return [
      'Option ',
      { text: name, style: 'code' },
      ' ',
      code,
      ', ',
      ...(by ? inManifest(by, program) : ['by default']),
    ];
  });
}

/** Where the manifest says something: `in tickmark.yaml, for controls`. */
function inManifest(
  { folder, stated }: { readonly folder: string; readonly stated: { readonly at: number } },
  { manifest }: Program,
): Inlines {
  if (!manifest) return ['in the manifest'];
  const { path } = manifest;
  const place = { text: path, target: { path, record: 0, at: stated.at } };
  return ['in ', place, ...(folder === '' ? [] : [`, for ${folder}`])];
}

/** The criteria and records that a finding names: where they stand, and what says so. */
function sourcesOf({ args, members = [{ args }] }: ExplainedFinding, program: Program): Block[] {
  const named = [
    ...new Set([args, ...members.map(member => member.args)].flatMap(one => Object.values(one))),
  ];
  const criteria = named.filter(text => program.report.criteria.has(text));
  const records = named.flatMap(text => inOrder(program.defining(text)));
  return [
    ...criteria
      .slice(0, mostNamed)
      .flatMap(key => [
        heading(titled(key, program.catalogs.criterion(key)?.thing.title ?? '')),
        ...coverageOf(key, program),
        ...documentsThatCite(key, program, mostSources).filter(({ kind }) => kind !== 'heading'),
      ]),
    ...(criteria.length > mostNamed
      ? [paragraph(`It names ${counted(criteria.length - mostNamed, 'more criterion', 'more criteria')}.`)]
      : []),
    ...section('Records that it names', listed(records, program)),
  ];
}

function listed(records: readonly RecordEntry[], program: Program): Inlines[] {
  const items = records.slice(0, mostNamed).map(entry => recordItem(entry, program));
  const more = records.length - items.length;
  return more > 0 ? [...items, [`and ${counted(more, 'other')}`]] : items;
}

/** A record with its state: `AC-01 Access reviews · control in controls/ac.md. It is in place.` */
function recordItem(entry: RecordEntry, program: Program): Inlines {
  const { path, index, shape } = entry;
  const state = stateOf(entry, program);
  return [
    {
      text: titled(nameOf(entry), shape.title ?? ''),
      target: { path, record: index, at: shape.at },
    },
    ` · ${kindWords(shape.kind)} in ${path}${state === undefined ? '' : `. ${state}`}`,
  ];
}
