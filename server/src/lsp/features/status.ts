import { type ProgramStatus, statusChangedNotification, statusRequest } from '../../../../protocol/status.ts';
import { pressingWords } from '../../core/features/evidenceTree.ts';
import { stateCountsWords } from '../../core/pages/coverageTables.ts';
import { isWithoutControl, shownOf } from '../../core/program/ladder.ts';
import { progressOf } from '../../core/program/progress.ts';
import { reportWords } from '../../core/program/reportWords.ts';
import { below } from '../../workspace/files.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { nameOf } from '../programName.ts';
import { object, optional } from '../shapes.ts';
import { unawaited } from '../unawaited.ts';
import { visible } from '../visible.ts';
import { type Feature, request } from './feature.ts';

/** How things stand with each program. */
export const status: Feature = {
  answers: [
    request(requestOf(statusRequest), optional(object()), (_params, context) => ({
      indexing: context.indexing,
      programs: context.workspace.programs.map(host => statusOf(host, context)),
    })),
  ],
  changed({ abilities, connection }) {
    if (abilities.own.status) unawaited(() => connection.sendNotification(statusChangedNotification.method));
  },
};

function statusOf(host: ProgramHost, { folders, workspace }: ServerContext): ProgramStatus {
  const { report, reports, catalogs, manifest } = host.engine.program;
  const { root } = host.folder;
  const next = host.engine.nextPreset;
  const unreadable = workspace.unreadable(host);
  return {
    root: folders.uriOf(root),
    name: nameOf(host),
    ...(manifest ? { manifest: folders.uriOf(below(root, manifest.path)) } : {}),
    reports: reports.map(other => ({
      id: other.id,
      name: visible(reportWords(other, catalogs, 'short')),
      words: visible(reportWords(other, catalogs, 'long')),
      kind: other.kind,
      assumed: other.assumed,
    })),
    report: report.id,
    ...(next === undefined ? {} : { nextPreset: next }),
    unreadable: unreadable.map(visible),
    categories: report.catalogs
      .flatMap(name => catalogs.named(name)?.categories ?? [])
      .map(({ id, title }) => ({ id, title: visible(title), chosen: report.categories.includes(id) })),
    ...countsOf(host, unreadable.length === 0),
  };
}

/** Where the criteria in scope stand, counted. What is not known is left out. */
function countsOf(
  { engine: { program } }: ProgramHost,
  isAllRead: boolean,
): Pick<ProgramStatus, 'summary' | 'share' | 'withoutControl' | 'pressing'> {
  const { report, coverage } = program;
  const standings = [...report.criteria].map(id => coverage.stateOf(report, id));
  const { done, of } = progressOf(standings);
  const pressing = pressingWords(program);
  return {
    summary: stateCountsWords(shown => standings.filter(one => shownOf(one) === shown).length),
    ...(report.assumed ? {} : { share: `${done} of ${of} implemented` }),
    ...(report.assumed || !isAllRead ? {} : { withoutControl: standings.filter(isWithoutControl).length }),
    ...(pressing === undefined ? {} : { pressing }),
  };
}
