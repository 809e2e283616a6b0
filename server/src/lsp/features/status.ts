import { type ProgramStatus, statusChangedNotification, statusRequest } from '../../../../protocol/status.ts';
import { stateCountsWords } from '../../core/pages/coverageTables.ts';
import { type Shown, shownOf } from '../../core/program/ladder.ts';
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
    unreadable: workspace.unreadable(host).map(visible),
    categories: report.catalogs
      .flatMap(name => catalogs.named(name)?.categories ?? [])
      .map(({ id, title }) => ({ id, title: visible(title), chosen: report.categories.includes(id) })),
    summary: summaryOf(host),
  };
}

/** How many criteria in scope stand where. */
function summaryOf({ engine: { program } }: ProgramHost): string {
  const counts = new Map<Shown, number>();
  for (const id of program.report.criteria) {
    const shown = shownOf(program.coverage.stateOf(program.report, id));
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return stateCountsWords(shown => counts.get(shown) ?? 0);
}
