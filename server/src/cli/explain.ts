import { onlyTsc } from '../core/catalog/catalogs.ts';
import { plain } from '../core/formats/layouts/plain.ts';
import { pageInProgram } from '../core/pages/inProgram.ts';
import { type Page, section } from '../core/pages/page.ts';
import { idOf, pageOf, type Subject, subjectOf } from '../core/pages/subject.ts';
import { programRoot } from '../workspace/discover.ts';
import { isBelow } from '../workspace/files.ts';
import type { Arguments } from './arguments.ts';
import { cacheFor } from './cacheFor.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { explainOther, leadsSomewhere } from './explainOther.ts';
import { codeOf, sayUnread } from './notAllRead.ts';
import { programHere } from './programHere.ts';
import { type AskedProgram, type AskedPrograms, findPrograms, readPrograms } from './programs.ts';
import { revisionJson } from './revisionWords.ts';
import { ruleJson } from './ruleJson.ts';
import { shownPage } from './shownPage.ts';
import { write } from './terminal.ts';
import { json, terminal } from './terminalText.ts';

/**
 * `tickmark explain`: prints the page of a criterion, point, group, category, description criterion, catalog or rule, with what
 * the program here has for it; else that of a record of the program, or of what concerns some words.
 * @throws CouldNotRun where there is none of this name
 */
export async function explain(args: Arguments): Promise<number> {
  const { operands, format, place } = args;
  const what = operands.join(' ').trim();
  if (what === '')
    throw new CouldNotRun(
      'Name a criterion (`tickmark explain CC6.1`), a rule (`tickmark explain criteria/unknown`), a record, or a word.',
    );
  const here = await programHere(args);
  const catalogs = here?.program.catalogs ?? onlyTsc;
  const kinds = operands.map(one => subjectOf(one, catalogs)?.kind);
  // A catalog stands before an id of its own.
  if (operands.length > 1 && kinds.every(kind => kind !== undefined && kind !== 'catalog'))
    return explainEach(args);
  const subject = subjectOf(what, catalogs);
  if (!subject) {
    const asked = await readWhole(here?.root, args);
    const isKnown = asked.programs.length > 0 || leadsSomewhere(what, catalogs);
    return explainOther(what, args, catalogs, isKnown ? asked : await readPlain(args));
  }
  if (format === 'json') {
    write(json({ version: 1, ...revisionJson(place.revision), ...dataOf(subject) }));
    return 0;
  }
  // A program has nothing for a rule.
  const asked = here && subject.kind !== 'rule' ? await readWhole(here.root, args) : nothing;
  const [program] = asked.programs;
  write(shownPage(program ? pageFor(subject, program) : pageOf(subject), idOf(subject), args));
  sayUnread(asked);
  return codeOf(0, asked);
}

/** Explains several things, one after the other. */
async function explainEach(args: Arguments): Promise<number> {
  if (args.format === 'json') throw new CouldNotRun('--format json: name one criterion or rule at a time.');
  let code = 0;
  for (const [i, operand] of args.operands.entries()) {
    if (i > 0) write(terminal`\n`);
    code = Math.max(code, await explain({ ...args, operands: [operand] }));
  }
  return code;
}

const nothing: AskedPrograms = { programs: [], notices: [], unreadable: [], named: 0 };

/**
 * A program with every document read.
 * @param root the folder in which its manifest lies; undefined for the program of another layout, or of ours without a manifest, to which this folder belongs
 */
async function readWhole(root: string | undefined, args: Arguments): Promise<AskedPrograms> {
  const own = root ?? (await programRoot(args.place.files, args.place.keyOf('.')));
  if (own === undefined) return nothing;
  const found = await findPrograms({ operands: [own], place: args.place });
  const programs = found.programs.filter(({ folder }) => folder.root === own);
  const asked = { programs, notices: [], unreadable: [], named: 0 };
  return readPrograms(args, asked, cacheFor(args, asked));
}

/**
 * The program that this folder belongs to by its pages, with every document read. Its pages are read to know that, so it is
 * looked for only where a word would lead to nothing.
 */
async function readPlain(args: Arguments): Promise<AskedPrograms> {
  const here = args.place.keyOf('.');
  const found = await findPrograms({ operands: [here], place: args.place });
  const around = found.programs.filter(
    ({ folder: { root, layout } }) => layout === plain.name && (root === here || isBelow(here, root)),
  );
  // All of it is meant, wherever in it one stands.
  const programs = around.map(({ folder }) => ({ folder, targets: [folder.root] }));
  const asked = { programs, notices: [], unreadable: [], named: 0 };
  return readPrograms(args, asked, cacheFor(args, asked));
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
