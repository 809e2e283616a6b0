import { keyOf } from '../../catalog/catalogs.ts';
import type { Program } from '../../program/program.ts';
import { groupedBy } from '../../text/lists.ts';
import type { Gathered, Said } from '../rule.ts';
import { criteriaNames } from './criteriaNames.ts';

/** A category with gaps in more groups than this is seen as one, so that the first control does not bring a list of groups. */
const mostGroups = 3;

/**
 * Gathers the same gap of several criteria: by category while many of its groups have it, then by group. The gap that one
 * criterion of a group has alone stays by itself.
 * @param findings whose `id` is the key of a criterion, or where they count `ids` of a group whose criteria all have the gap
 * @param messageOf which message is said of these criteria: it names `what` they belong to, `some` of how many, and their `ids`
 */
export function gapsTogether(
  findings: readonly Said[],
  program: Program,
  isAll: boolean,
  messageOf: (keys: readonly string[]) => string,
): readonly Gathered[] {
  const gaps = findings.flatMap(({ args }, member) => {
    const keys = criteriaIn(args, program);
    const [first] = keys;
    return first === undefined ? [] : [{ member, keys, ...headingsOf(first, program) }];
  });
  const units = groupedBy(gaps, ({ unit }) => unit);
  return [...units.values()].flatMap(ofUnit => {
    const groups = groupedBy(ofUnit, ({ group }) => group);
    const parts = groups.size > mostGroups ? [ofUnit] : [...groups.values()];
    return parts.flatMap(part => {
      if (part.length === 1) return [];
      const [{ unit, group }] = part;
      const heading = groups.size > mostGroups ? { unit } : { unit, group };
      return [asOne(part, heading, { program, isAll, messageOf })];
    });
  });
}

/** The criteria that the arguments of such a finding mean, by their keys. */
export function criteriaIn({ id: key = '', ids }: Said['args'], program: Program): readonly string[] {
  if (ids === undefined) return [key];
  const { catalog, thing } = program.catalogs.group(key) ?? {};
  const members = catalog?.members(thing?.id ?? '').map(({ id }) => keyOf(catalog.name, id)) ?? [];
  return members.filter(member => isAsked(member, program));
}

function isAsked(key: string, { report }: Program): boolean {
  return report.criteria.has(key) && !report.excluded.has(key);
}

/** What a criterion stands below. */
interface Headings {
  /** The title of its category, else the name of its catalog. */
  readonly unit: string;
  /** The key of its group; undefined where it has none. */
  readonly group?: string | undefined;
}

interface Gap extends Headings {
  readonly member: number;
  /** The keys of the criteria that have it. */
  readonly keys: readonly string[];
}

function headingsOf(key: string, { catalogs, report }: Program): Headings {
  const { catalog, thing } = catalogs.criterion(key) ?? {};
  const category = catalog?.category(catalog.group(thing?.group ?? '')?.category ?? '');
  // The common criteria apply also where Security is not chosen.
  const isNotChosen = category?.common && !report.categories.includes(category.id);
  const unit = isNotChosen ? 'Common criteria' : (category?.title ?? catalog?.name ?? '');
  return { unit, group: catalogs.groupOf(key)?.key };
}

/** How gaps are told. */
interface Telling {
  readonly program: Program;
  readonly isAll: boolean;
  readonly messageOf: (keys: readonly string[]) => string;
}

function asOne(
  gaps: readonly Gap[],
  { unit, group }: Headings,
  { program, isAll, messageOf }: Telling,
): Gathered {
  const keys = gaps.flatMap(gap => gap.keys);
  const asked = [...program.report.criteria].filter(key => {
    const of = headingsOf(key, program);
    return isAsked(key, program) && of.unit === unit && (group === undefined || of.group === group);
  });
  return {
    members: gaps.map(({ member }) => member),
    message: messageOf(keys),
    args: {
      what: group ?? unit,
      some: isAll ? `${keys.length} of ${asked.length}` : `${keys.length} more`,
      ids: criteriaNames(keys, program.catalogs),
    },
    about: group === undefined ? aboutGroups(keys, program) : keys.map(key => aboutCriterion(key, program)),
  };
}

type About = Gathered['about'][number];

/** Editors list all of them below the finding, so the criteria of a category are told by group. */
function aboutGroups(keys: readonly string[], program: Program): readonly About[] {
  const { catalogs } = program;
  const groups = groupedBy(keys, key => catalogs.groupOf(key)?.key);
  return [...groups].flatMap(([group, own]) => {
    if (group === undefined || own.length === 1) return own.map(key => aboutCriterion(key, program));
    const title = catalogs.group(group)?.thing.title ?? '';
    return [{ page: group, words: `${group} (${title}): ${criteriaNames(own, catalogs)}` }];
  });
}

function aboutCriterion(key: string, program: Program): About {
  const title = program.catalogs.criterion(key)?.thing.title ?? '';
  return { page: key, words: `${key} (${title}): ${program.coverage.of(program.report, key).reason}` };
}
