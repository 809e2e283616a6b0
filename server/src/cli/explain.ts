import { onlyTsc } from '../core/catalog/catalogs.ts';
import { pageInProgram } from '../core/pages/inProgram.ts';
import { type Page, section } from '../core/pages/page.ts';
import { idOf, pageOf, type Subject, subjectOf } from '../core/pages/subject.ts';
import type { Arguments } from './arguments.ts';
import { cacheFor } from './cacheFor.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { explainOther } from './explainOther.ts';
import { codeOf, sayUnread } from './notAllRead.ts';
import { programHere } from './programHere.ts';
import { type AskedProgram, type AskedPrograms, findPrograms, readPrograms } from './programs.ts';
import { ruleJson } from './ruleJson.ts';
import { shownPage } from './shownPage.ts';
import { write } from './terminal.ts';
import { json } from './terminalText.ts';

/**
 * `tickmark explain`: prints the page of a criterion, point, group, category, description criterion, catalog or rule, with what
 * the program here has for it; else that of a record of the program, or of what concerns some words.
 * @throws CouldNotRun where there is none of this name
 */
export async function explain(args: Arguments): Promise<number> {
  const { operands, format, today } = args;
  const what = operands.join(' ').trim();
  if (what === '')
    throw new CouldNotRun(
      'Name a criterion (`tickmark explain CC6.1`), a rule (`tickmark explain criteria/unknown`), a record, or a word.',
    );
  const here = await programHere(today);
  const catalogs = here?.program.catalogs ?? onlyTsc;
  const subject = subjectOf(what, catalogs);
  if (!subject) {
    const asked = here ? await readWhole(here.root, args) : nothing;
    return explainOther(what, args, catalogs, asked);
  }
  if (format === 'json') {
    write(json({ version: 1, ...dataOf(subject) }));
    return 0;
  }
  // A program has nothing for these.
  const isOfNone = subject.kind === 'rule' || subject.kind === 'descriptionCriterion';
  const asked = here && !isOfNone ? await readWhole(here.root, args) : nothing;
  const [program] = asked.programs;
  write(shownPage(program ? pageFor(subject, program) : pageOf(subject), idOf(subject), args));
  sayUnread(asked);
  return codeOf(0, asked);
}

const nothing: AskedPrograms = { programs: [], notices: [], unreadable: [] };

/** The program whose manifest lies in a folder, with every document read. */
async function readWhole(root: string, args: Arguments): Promise<AskedPrograms> {
  const found = await findPrograms({ operands: [root] });
  const programs = found.programs.filter(({ folder }) => folder.root === root);
  const own = { programs, notices: [], unreadable: [] };
  return readPrograms(args, own, cacheFor(args, own));
}

/** The page of what was asked for, whatever the program has for it, and what of the program could not be read. */
function pageFor(subject: Subject, { engine: { program }, unreadable }: AskedProgram): Page {
  // The program has read its catalogs anew, and each thing is one of its own.
  const { title, blocks } = pageInProgram(subjectOf(idOf(subject), program.catalogs) ?? subject, program);
  return {
    title,
    blocks: [
      ...blocks,
      ...section(
        'Could not be read',
        unreadable.map(path => [path]),
      ),
    ],
  };
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
