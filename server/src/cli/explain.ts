import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { citationsIn } from '../core/catalogue/citations.ts';
import { whatWasMeant } from '../core/catalogue/meaning.ts';
import { descriptionCriteria, tsc } from '../core/catalogue/tsc.ts';
import { cataloguePage } from '../core/exports/cataloguePage.ts';
import { categoryPage } from '../core/exports/categoryPage.ts';
import { criterionPage } from '../core/exports/criterionPage.ts';
import { descriptionCriterionPage } from '../core/exports/descriptionCriterionPage.ts';
import { groupPage } from '../core/exports/groupPage.ts';
import { pointPage } from '../core/exports/pointPage.ts';
import { rulePage } from '../core/exports/rulePage.ts';
import { ruleNamed, rules } from '../core/rules/rules.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { readable } from './readable.ts';

/** What there is to say of something: its page in Markdown, and what `--format json` gives. */
interface Explanation {
  readonly page: string;
  readonly data: object;
}

/**
 * `tickmark explain`: prints the page of a criterion, point, group, category, description criterion, catalogue or rule.
 * @throws CouldNotRun where there is none of this name
 */
export function explain({ operands, format }: Arguments): number {
  const what = operands.join(' ').trim();
  if (what === '')
    throw new CouldNotRun(
      'Name a criterion (`tickmark explain CC6.1`) or a rule (`tickmark explain criteria/unknown`).',
    );
  const explanation = ofRule(what) ?? ofDescriptionCriterion(what) ?? ofCitation(what) ?? ofName(what, tsc);
  if (!explanation) throw new CouldNotRun(nothingOf(what));
  const { page, data } = explanation;
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ version: 1, ...data }, undefined, 2)}\n` : shown(page),
  );
  return 0;
}

/** A page stays Markdown, but on a terminal, where a person reads it. */
function shown(page: string): string {
  return process.stdout.isTTY ? readable(page, process.stdout.columns || 80) : page;
}

function ofRule(what: string): Explanation | undefined {
  const rule = ruleNamed(what);
  if (!rule) return undefined;
  const { name, reads, severity: presets, options = {}, summary, why, fix, messages, examples } = rule;
  const severity = presets.recommended;
  return {
    page: rulePage(rule),
    data: { rule: { name, reads, severity, presets, options, summary, why, fix, messages, examples } },
  };
}

/** A description criterion, spelt anyhow: `DC 3`, `dc3`, `DC-3`. */
function ofDescriptionCriterion(what: string): Explanation | undefined {
  const [, number] = /^DC[\s_-]?(\d+)$/i.exec(what) ?? [];
  if (number === undefined) return undefined;
  const descriptionCriterion = descriptionCriteria.find(({ id }) => id === `DC ${number}`);
  if (!descriptionCriterion) {
    const [first, last] = [descriptionCriteria[0]?.id, descriptionCriteria.at(-1)?.id];
    throw new CouldNotRun(`There is no \`${what}\`: the description criteria are ${first} to ${last}.`);
  }
  return { page: descriptionCriterionPage(descriptionCriterion), data: { descriptionCriterion } };
}

/** A criterion, a point of focus or a group of the TSC, spelt as documents spell them. */
function ofCitation(what: string): Explanation | undefined {
  const [citation] = citationsIn(what, 0, what.length, 'value', tsc);
  if (!citation) return undefined;
  const criterion = tsc.criterion(citation.id);
  if (criterion && citation.point === undefined)
    return { page: criterionPage(criterion, tsc), data: { criterion } };
  const point = criterion?.points.find(({ number }) => number === citation.point);
  if (point) return { page: pointPage(point, tsc), data: { point } };
  const group = citation.form === 'group' ? tsc.group(citation.id) : undefined;
  if (group) {
    return {
      page: groupPage(group, tsc),
      data: { group: { ...group, criteria: idsOf(tsc.members(group.id)) } },
    };
  }
  throw new CouldNotRun(`\`${what}\` is not a criterion. ${whatWasMeant(what).explanation}`);
}

/** A category or the catalogue itself. */
function ofName(what: string, catalogue: Catalogue): Explanation | undefined {
  const { name, title, categories, groups, criteria } = catalogue;
  if (what.toLowerCase() === name.toLowerCase()) {
    const data = {
      name,
      title,
      categories: idsOf(categories),
      groups: idsOf(groups),
      criteria: idsOf(criteria),
    };
    return { page: cataloguePage(catalogue), data: { catalogue: data } };
  }
  const category = catalogue.category(what);
  if (!category) return undefined;
  const data = { ...category, groups: idsOf(groups.filter(group => group.category === category.id)) };
  return { page: categoryPage(category, catalogue), data: { category: data } };
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

function nothingOf(what: string): string {
  const names = rules.map(({ name }) => name);
  const categories = tsc.categories.map(({ title }) => title);
  const near = nearest(what, [...names, ...categories]);
  const help = near ? `Was \`${near}\` meant?` : `The rules: ${names.join(', ')}.`;
  return `\`${what}\` is neither a criterion nor a rule. ${help}`;
}
