import type { Catalogs } from '../core/catalog/catalogs.ts';
import { heading, type Page } from '../core/pages/page.ts';
import { recordPage, stateOf } from '../core/pages/recordPage.ts';
import { namesOfSubjects, pageOf, whyNoCriterion } from '../core/pages/subject.ts';
import { type FoundFor, foundFor, wordsPage } from '../core/pages/wordsPage.ts';
import { citedKeys, namesOf, type RecordEntry } from '../core/program/record.ts';
import { inOrder } from '../core/rules/rule.ts';
import type { Arguments } from './arguments.ts';
import { CouldNotRun } from './couldNotRun.ts';
import { didYouMean } from './didYouMean.ts';
import { codeOf, sayUnread } from './notAllRead.ts';
import type { AskedProgram, AskedPrograms } from './programs.ts';
import { revisionJson } from './revisionWords.ts';
import { ruleJson } from './ruleJson.ts';
import { shownPage } from './shownPage.ts';
import { write } from './terminal.ts';
import { json, type TerminalText } from './terminalText.ts';

/**
 * Explains what is no criterion and no rule: a record by its id or file name, else what concerns the words.
 * @param asked the program here, where there is one
 * @throws CouldNotRun where nothing does
 */
export function explainOther(
  what: string,
  args: Arguments,
  catalogs: Catalogs,
  asked: AskedPrograms,
): number {
  const [program] = asked.programs;
  const records = inOrder(program?.engine.program.defining(what) ?? []);
  write(
    program && records.length > 0
      ? ofRecords(records, program, what, args)
      : ofWords(foundFor(what, program?.engine.program), program, args, catalogs),
  );
  sayUnread(asked);
  return codeOf(0, asked);
}

function ofRecords(
  records: readonly RecordEntry[],
  program: AskedProgram,
  what: string,
  args: Arguments,
): TerminalText {
  if (args.format === 'json')
    return json({
      version: 1,
      ...revisionJson(args.place.revision),
      records: records.map(entry => recordJson(entry, program)),
    });
  const [first, ...others] = records.map(entry => recordPage(entry, program.engine.program, program.fileOf));
  // Where several records have the id, each has its own part.
  const blocks = others.flatMap(page => [heading(page.title), ...page.blocks]);
  const page = { title: first?.title ?? what, blocks: [...(first?.blocks ?? []), ...blocks] };
  return shownPage(page, what, args);
}

function recordJson(entry: RecordEntry, { engine, shown, fileOf }: AskedProgram): object {
  const { path, shape } = entry;
  const { program } = engine;
  const serves = shape.satisfies.flatMap(one => citedKeys(entry, one));
  const referring = namesOf(shape).flatMap(name => [...program.references(name).keys()]);
  return {
    program: shown,
    file: fileOf(path),
    kind: shape.kind,
    id: shape.id?.text ?? null,
    title: shape.title ?? null,
    standing: shape.standing,
    state: stateOf(entry, program) ?? null,
    values: Object.fromEntries(
      Object.entries(shape.values).flatMap(([name, stated]) => (stated ? [[name, stated.text]] : [])),
    ),
    criteria: [...new Set(serves)],
    names: shape.references.map(({ key, id }) => ({ key, id })),
    namedBy: inOrder(new Set(referring)).map(other => ({
      file: fileOf(other.path),
      kind: other.shape.kind,
      id: other.shape.id?.text ?? null,
    })),
  };
}

function ofWords(
  found: FoundFor,
  program: AskedProgram | undefined,
  args: Arguments,
  catalogs: Catalogs,
): TerminalText {
  const { words, criteria, rules, records } = found;
  // What is near the title of a category was to be that.
  const isNear = criteria.every(({ word }) => !word.toLowerCase().includes(words.toLowerCase()));
  const isMeant = criteria.length > 0 && !(isNear && didYouMean(words, namesOfSubjects(catalogs)));
  if (!isMeant && rules.length + records.length === 0)
    throw new CouldNotRun(whyNothing(words, catalogs, program));
  const [rule] = rules;
  const isRule = rule !== undefined && criteria.length + rules.length + records.length === 1;
  if (args.format === 'json')
    return json({
      version: 1,
      ...revisionJson(args.place.revision),
      ...(isRule ? { rule: ruleJson(rule) } : { found: foundJson(found, program) }),
    });
  const page: Page = isRule ? pageOf({ kind: 'rule', rule }) : wordsPage(found, program?.engine.program);
  return shownPage(page, isRule ? rule.name : words, args);
}

function foundJson({ words, criteria, rules, records }: FoundFor, program: AskedProgram | undefined): object {
  return {
    words,
    criteria,
    rules: rules.map(({ name }) => name),
    records: records.map(({ path, shape: { kind, id, title } }) => ({
      file: program?.fileOf(path) ?? path,
      kind,
      id: id?.text ?? null,
      title: title ?? null,
    })),
  };
}

/** Whether something is said of words without a program: what concerns them, or why they are no criterion. */
export function leadsSomewhere(words: string, catalogs: Catalogs): boolean {
  const { criteria, rules } = foundFor(words, undefined);
  return criteria.length + rules.length > 0 || whyNoCriterion(words, catalogs) !== undefined;
}

/** Why nothing is explained, and what was probably meant. */
function whyNothing(what: string, catalogs: Catalogs, program: AskedProgram | undefined): string {
  const criterion = whyNoCriterion(what, catalogs);
  if (criterion !== undefined) return criterion;
  const ids = program?.engine.program.recordIds() ?? [];
  const near = didYouMean(what, [...namesOfSubjects(catalogs), ...ids]);
  const record = program ? ', nor a record of this program' : '';
  const where = program ? '' : ' Records are explained in the folder of their program.';
  const lists = ' `tickmark criteria` lists the criteria, and `tickmark rules` the rules.';
  return `\`${what}\` is neither a criterion nor a rule${record}.${near || lists + where}`;
}
