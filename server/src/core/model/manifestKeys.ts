import { months } from '../text/months.ts';
import { entry } from '../yaml/lookup.ts';
import type { YamlEntry, YamlMapping } from '../yaml/node.ts';
import type { Frequency } from './frequency.ts';
import type { ValueType } from './key.ts';
import { categories, frequencies } from './vocabulary.ts';

/** One key of the manifest, in the form of a record's keys: the one definition that completes and documents it. */
export interface ManifestKey {
  readonly name: string;
  /** Other spellings that are read too. */
  readonly aliases?: readonly string[];
  /** Of a `list` the items are mappings where it has `keys`, else texts or words. */
  readonly type: ValueType | 'list' | 'mapping';
  /** The words allowed. */
  readonly words?: readonly string[];
  /** Words that are common there, where others are allowed too. */
  readonly suggestions?: readonly string[];
  readonly description: string;
  /** The keys of a mapping, or of each item of a list of mappings; a mapping without them may have any. */
  readonly keys?: readonly ManifestKey[];
  /** Whether a lone text may stand for such a mapping: the value of its first key. */
  readonly orText?: boolean;
  /** Of a mapping whose keys are of one's own choice: the keys of each of its values. */
  readonly each?: readonly ManifestKey[];
  /** Whether people keep keys of their own beside those that are read, as with what they note of a person. */
  readonly isOpen?: true;
  /** A mapping or a list as it may be written, for whoever has written something else there. */
  readonly example?: string;
  /** What its value, or each of its items, names. */
  readonly refersTo?: 'person' | 'system' | 'criterion' | 'category' | 'catalog' | 'file';
}

/** How British writers spell keys of the manifest. They are taken without a word. */
const british = { organization: 'organisation', catalogs: 'catalogues', catalog: 'catalogue' } as const;

const report: readonly ManifestKey[] = [
  { name: 'id', type: 'id', description: 'The id of the report, such as soc2-2026.' },
  { name: 'kind', type: 'word', words: ['soc1', 'soc2', 'soc3'], description: 'The kind of report.' },
  {
    name: 'type',
    type: 'word',
    words: ['1', '2'],
    description:
      'A Type I report covers the design as of a date. A Type II report also covers the operation over a period.',
  },
  { name: 'asOf', type: 'date', description: 'The date of a Type I report.' },
  {
    name: 'period',
    type: 'mapping',
    example: '{start: 2026-01-01, end: 2026-12-31}',
    description: 'The period of a Type II report.',
    keys: [
      { name: 'start', type: 'date', description: 'The first day of the period.' },
      { name: 'end', type: 'date', description: 'The last day of the period.' },
    ],
  },
  {
    name: 'categories',
    type: 'list',
    words: categories,
    example: '[security, availability]',
    refersTo: 'category',
    description: 'The categories that the report covers, if they are not those of `scope`.',
  },
  {
    name: 'catalogs',
    aliases: [british.catalogs],
    type: 'list',
    example: '[TSC]',
    refersTo: 'catalog',
    description:
      'The names of the catalogs that the report is measured against. By default, SOC 2 and SOC 3 use the TSC, and SOC 1 uses your own catalogs.',
  },
  {
    name: 'systems',
    type: 'list',
    example: '[app]',
    refersTo: 'system',
    description: 'The ids of the systems that the report covers.',
  },
  {
    name: 'state',
    type: 'word',
    words: ['planned', 'current', 'issued'],
    description: 'Whether the report is planned, worked toward now, or issued.',
  },
  {
    name: 'auditor',
    type: 'text',
    description: 'The firm that performs the examination and issues the report.',
  },
];

const graceOf: Readonly<Record<Frequency, string>> = {
  continuous: 'The days after the period in which the changes are still in time: 30 by default.',
  daily: 'The days after each month: 10 by default.',
  weekly: 'The days after each month: 10 by default.',
  monthly: 'The days after each month: 10 by default.',
  quarterly: 'The days after each quarter: 15 by default.',
  semiannual: 'The days after each half of the year: 30 by default.',
  annual: 'The days after each year: 30 by default.',
  'event-driven': 'The days after the period in which the population is still in time: 30 by default.',
};

/** The keys of tickmark.yaml, in the order in which they are best written. */
export const manifestKeys: readonly ManifestKey[] = [
  {
    name: 'tickmark',
    type: 'number',
    words: ['1'],
    description: 'The version of the form of this file: 1.',
  },
  {
    name: 'organization',
    aliases: [british.organization],
    type: 'text',
    description: 'The name of the organization that runs the program.',
  },
  {
    name: 'timeZone',
    type: 'text',
    suggestions: ['UTC'],
    description: 'The time zone that decides which day is today, such as Europe/Berlin.',
  },
  {
    name: 'fiscalYearBegins',
    type: 'text',
    suggestions: months,
    description:
      'The month in which the fiscal year begins, as its number (1 to 12) or its name. Quarters, halves, and years of evidence are counted from it. By default, it is January.',
  },
  {
    name: 'grace',
    type: 'mapping',
    example: '{monthly: 10, quarterly: 15}',
    keys: frequencies.map(name => ({ name, type: 'number', description: graceOf[name] })),
    description:
      'How many days after the end of a window its evidence is still in time, for each frequency. A control can have its own `grace`.',
  },
  {
    name: 'reports',
    type: 'list',
    example: '[{id: soc2, kind: soc2}]',
    keys: report,
    description: 'The reports that you work toward, or already have.',
  },
  {
    name: 'report',
    type: 'list',
    example: '{id: soc2, kind: soc2}',
    keys: report,
    description: 'The report, if there is only one.',
  },
  {
    name: 'scope',
    type: 'mapping',
    example: '{categories: [security]}',
    description: 'What the reports cover, if they do not say it themselves.',
    keys: [
      {
        name: 'categories',
        type: 'list',
        words: categories,
        example: '[security, availability]',
        refersTo: 'category',
        description: 'The categories in scope. Security includes the common criteria, which always apply.',
      },
      {
        name: 'exclude',
        type: 'list',
        orText: true,
        example: '[{criterion: CC6.4, reason: We have no offices.}]',
        description: 'Criteria that are not relevant to the system, each with a reason.',
        keys: [
          {
            name: 'criterion',
            type: 'text',
            refersTo: 'criterion',
            description: 'The id of the criterion.',
          },
          {
            name: 'catalog',
            aliases: [british.catalog],
            type: 'text',
            refersTo: 'catalog',
            description:
              'The name of its catalog, if a report is measured against several catalogs that have this id.',
          },
          { name: 'reason', type: 'text', description: 'Why the criterion is not relevant.' },
        ],
      },
    ],
  },
  {
    name: 'systems',
    type: 'list',
    orText: true,
    isOpen: true,
    example: '[{id: app, name: Our app}]',
    description: 'The systems in scope.',
    keys: [
      { name: 'id', type: 'id', description: 'The id that records use for the system.' },
      { name: 'name', type: 'text', description: 'The name of the system.' },
      {
        name: 'owner',
        type: 'person',
        refersTo: 'person',
        description: 'The person or role that is responsible for the system.',
      },
      { name: 'description', type: 'text', description: 'What the system is for.' },
    ],
  },
  {
    name: 'services',
    type: 'list',
    orText: true,
    isOpen: true,
    example: '[{id: hosting, name: Hosting}]',
    description: 'The services that you provide to customers.',
    keys: [
      { name: 'id', type: 'id', description: 'The id of the service.' },
      { name: 'name', type: 'text', description: 'The name of the service.' },
      { name: 'description', type: 'text', description: 'What the service does for customers.' },
    ],
  },
  {
    name: 'data',
    type: 'list',
    orText: true,
    isOpen: true,
    example: '[{id: tickets, name: Tickets of customers}]',
    description: 'The kinds of data that the systems hold.',
    keys: [
      { name: 'id', type: 'id', description: 'The id of the kind of data.' },
      { name: 'name', type: 'text', description: 'The name of this data.' },
      { name: 'description', type: 'text', description: 'What this data includes.' },
      {
        name: 'classification',
        type: 'text',
        suggestions: ['public', 'internal', 'confidential', 'restricted'],
        description: 'How the data must be protected, in the words of your own policy.',
      },
    ],
  },
  {
    name: 'people',
    type: 'list',
    orText: true,
    isOpen: true,
    example: '[{id: ana, name: Ana Ruiz}]',
    description: 'The people and roles that records name as owners, performers, and reviewers.',
    keys: [
      { name: 'id', type: 'id', description: 'The id that records use for the person.' },
      { name: 'name', type: 'text', description: 'The name of the person.' },
      { name: 'role', type: 'text', description: "The person's role in the organization." },
      { name: 'email', type: 'text', description: "The person's email address." },
    ],
  },
  {
    name: 'privacyRole',
    type: 'word',
    words: ['controller', 'processor', 'both'],
    description:
      'Whether the organization is a controller of the personal information that it holds, a processor, or both. The role says which points of focus are likely to matter. All of them are still to be considered.',
  },
  {
    name: 'catalogs',
    aliases: [british.catalogs],
    type: 'list',
    orText: true,
    example: '[catalogs/objectives.yaml]',
    refersTo: 'file',
    description:
      'Files with your own catalogs, such as the control objectives of a SOC 1 report or the official wording of the criteria.',
    keys: [
      {
        name: 'file',
        type: 'text',
        refersTo: 'file',
        description: 'The path of the file, relative to the root of the program.',
      },
      {
        name: 'name',
        type: 'text',
        description: 'The name that `satisfies` uses for the catalog. It replaces the name in the file.',
      },
    ],
  },
  {
    name: 'mappings',
    type: 'list',
    example: '[catalogs/mapping.yaml]',
    refersTo: 'file',
    description: 'Files that map the criteria of one catalog to those of another.',
  },
  {
    name: 'suffixesArePoints',
    type: 'boolean',
    words: ['true', 'false'],
    description:
      'Whether `CC6.1.2` and `CC6.1.b` cite the second point of focus of CC6.1. Otherwise, they cite CC6.1, with a suffix of your own.',
  },
  {
    name: 'evidenceFolder',
    type: 'text',
    suggestions: ['evidence'],
    description:
      'The folder in which new evidence records are written, relative to the root. By default, it is the folder that has most of them.',
  },
  {
    name: 'include',
    type: 'list',
    example: "['handbook/**']",
    description: 'Globs of files that are not records, but that are read for what they cite.',
  },
  {
    name: 'exclude',
    type: 'list',
    example: "['drafts/**']",
    description: 'Globs of files that are not read.',
  },
  {
    name: 'rules',
    type: 'mapping',
    example: '{preset: recommended}',
    description: 'The severity of each rule, by its name. Presets, options, and folders are set here too.',
  },
];

/**
 * The keys that may stand below a path of keys (lists add no step to it); none below an unknown one.
 * @param path the keys around a place in the manifest, outermost first
 * @param all the keys of the manifest, as far as they are known to who asks (see rules/running/ruleKeys.ts)
 */
export function manifestKeysIn(
  path: readonly string[],
  all: readonly ManifestKey[] = manifestKeys,
): readonly ManifestKey[] {
  let keys = all;
  let each: readonly ManifestKey[] | undefined;
  for (const step of path) {
    const key = each ? undefined : keyNamed(keys, step);
    keys = each ?? key?.keys ?? [];
    each = key?.each;
  }
  return keys;
}

/** The key at the end of a path of keys (lists add no step to it), by its name or another spelling; undefined for an unknown one. */
export function manifestKeyAt(
  path: readonly string[],
  all: readonly ManifestKey[] = manifestKeys,
): ManifestKey | undefined {
  return keyNamed(manifestKeysIn(path.slice(0, -1), all), path.at(-1));
}

/** The key of this name, or of this other spelling, among some. */
export function keyNamed(keys: readonly ManifestKey[], name: string | undefined): ManifestKey | undefined {
  return keys.find(key => name === key.name || (name !== undefined && key.aliases?.includes(name)));
}

/** The entry of such a key in a mapping of the manifest, under its name or its British spelling. */
export function manifestEntry(mapping: YamlMapping, name: keyof typeof british): YamlEntry | undefined {
  return entry(mapping, name) ?? entry(mapping, british[name]);
}
