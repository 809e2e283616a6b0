import { type DocumentStanding, documentStandingRequest } from '../../../../protocol/documentStanding.ts';
import {
  catalogWords,
  type DocumentWords,
  documentWords,
  excludedWords,
  noProgramWords,
  unlistedWords,
} from '../../core/pages/documentWords.ts';
import { reportWords } from '../../core/program/reportWords.ts';
import type { HostedDocument } from '../../workspace/kept/keptPrograms.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { nameOf } from '../programName.ts';
import { object, string } from '../shapes.ts';
import { visible } from '../visible.ts';
import { type Feature, request } from './feature.ts';

/** As what a document is read, or why it is not. */
export const documentStanding: Feature = {
  answers: [
    request(
      requestOf(documentStandingRequest),
      object({ textDocument: object({ uri: string }) }),
      ({ textDocument: { uri } }, context) => standingOf(context.keyOf(uri), context),
    ),
  ],
};

function standingOf(key: string, { folders, workspace }: ServerContext): DocumentStanding {
  const hosted = workspace.hostedAt(key);
  const around = hosted ?? workspace.nearestTo(key);
  if (!around) return { words: noProgramWords.words, detail: noProgramWords.why, isRead: false };
  const { host } = around;
  const { words, why, isRead } = wordsOf(around, hosted !== undefined);
  const { report, catalogs } = host.engine.program;
  return {
    words: visible(words),
    detail: visible(`${why} ${nameOf(host)}: ${reportWords(report, catalogs, 'short')}`),
    isRead,
    root: folders.uriOf(host.folder.root),
  };
}

function wordsOf({ host, path }: HostedDocument, isHosted: boolean): DocumentWords {
  if (host.isCatalogFile(path)) return catalogWords;
  if (host.isExcluded(path)) return excludedWords;
  return isHosted ? documentWords(path, host.engine.program) : unlistedWords;
}
