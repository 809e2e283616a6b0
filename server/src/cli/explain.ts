import { onlyTsc } from '../core/catalog/catalogs.ts';
import { markdownOf } from '../core/pages/markdown.ts';
import { pageOf, type Subject, subjectOf, whyNoSubject } from '../core/pages/subject.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { programHere } from './programHere.ts';
import { readable } from './readable.ts';
import { ruleJson } from './ruleJson.ts';
import { write } from './terminal.ts';
import { columns } from './terminalAbilities.ts';
import { handedOut, json, type TerminalText } from './terminalText.ts';

/**
 * `tickmark explain`: prints the page of a criterion, point, group, category, description criterion, catalog or rule.
 * @throws CouldNotRun where there is none of this name
 */
export async function explain({ operands, format, today }: Arguments): Promise<number> {
  const what = operands.join(' ').trim();
  if (what === '')
    throw new CouldNotRun(
      'Name a criterion (`tickmark explain CC6.1`) or a rule (`tickmark explain criteria/unknown`).',
    );
  const catalogs = (await programHere(today))?.catalogs ?? onlyTsc;
  const subject = subjectOf(what, catalogs);
  if (!subject) throw new CouldNotRun(whyNoSubject(what, catalogs));
  write(shown(subject, format));
  return 0;
}

function shown(subject: Subject, format: Arguments['format']): TerminalText {
  if (format === 'json') return json({ version: 1, ...dataOf(subject) });
  const page = pageOf(subject);
  if (format === 'markdown') return handedOut(markdownOf(page));
  return readable(page, columns());
}

/** What `--format json` gives, below `version`. */
function dataOf(subject: Subject): object {
  switch (subject.kind) {
    case 'criterion':
      return { criterion: subject.criterion };
    case 'point':
      return { point: subject.point };
    case 'group': {
      const { group, catalog } = subject;
      return { group: { ...group, criteria: idsOf(catalog.members(group.id)) } };
    }
    case 'category': {
      const { category, catalog } = subject;
      const groups = catalog.groups.filter(group => group.category === category.id);
      return { category: { ...category, groups: idsOf(groups) } };
    }
    case 'catalog': {
      const { name, title, categories, groups, criteria } = subject.catalog;
      const ids = { categories: idsOf(categories), groups: idsOf(groups), criteria: idsOf(criteria) };
      return { catalog: { name, title, ...ids } };
    }
    case 'descriptionCriterion':
      return { descriptionCriterion: subject.descriptionCriterion };
    case 'rule':
      return { rule: ruleJson(subject.rule) };
  }
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}
