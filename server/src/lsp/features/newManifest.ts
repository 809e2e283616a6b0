import {
  type NewManifestParams,
  type NewManifestResult,
  newManifestRequest,
} from '../../../../protocol/newManifest.ts';
import {
  type StartFolderParams,
  type StartFolderResult,
  startFolderRequest,
} from '../../../../protocol/startFolder.ts';
import { foundDocuments } from '../../core/features/foundDocuments.ts';
import { lackingFolders, type NewFolder } from '../../core/formats/newFolders.ts';
import { newManifest } from '../../core/formats/newManifest.ts';
import { manifestName } from '../../core/formats/role.ts';
import { documentationAmong, limitWords } from '../../workspace/documentation.ts';
import { below, type Files } from '../../workspace/files.ts';
import { Slices } from '../../workspace/kept/slices.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { integer, list, object, optional, string, uri } from '../shapes.ts';
import { visible } from '../visible.ts';
import { type Feature, request } from './feature.ts';

const newManifestParams = object({
  folder: uri,
  organization: string,
  kind: string,
  type: integer,
  asOf: optional(string),
  period: optional(object({ start: string, end: string })),
  categories: list(string),
  withoutSecurity: optional(string),
  include: optional(list(string)),
  folders: optional(list(string)),
});

/** The manifest of a program that is to be begun, and what lies in its folder already. */
export const newManifestFeature: Feature = {
  answers: [
    request(requestOf(startFolderRequest), object({ folder: uri }), startFolder),
    request(requestOf(newManifestRequest), newManifestParams, newProgram),
  ],
};

async function startFolder(
  { folder }: StartFolderParams,
  context: ServerContext,
): Promise<StartFolderResult> {
  const { found, folders, limit } = await lookInto(folder, context);
  return {
    ...(found.words === undefined
      ? {}
      : { found: visible(limit === undefined ? found.words : `${found.words} (of ${limit})`) }),
    include: found.include,
    folders: folders.map(({ name, description }) => ({ name, description })),
  };
}

async function newProgram(params: NewManifestParams, context: ServerContext): Promise<NewManifestResult> {
  // Many clients write null for what they leave out.
  const { folder, folders: wanted, include, withoutSecurity, ...program } = params;
  const reason = withoutSecurity ?? undefined;
  const root = context.runtime.keyOf(folder);
  return {
    uri: context.folders.uriOf(below(root, manifestName)),
    text: newManifest({
      ...program,
      include: include ?? [],
      ...(reason === undefined ? {} : { withoutSecurity: reason }),
    }),
    pages: (await wantedFolders(root, wanted ?? [], context)).map(({ readme: { path, text } }) => ({
      uri: context.folders.uriOf(below(root, path)),
      text,
    })),
  };
}

/** Those of the folders that are not there (any more). */
async function wantedFolders(
  root: string,
  names: readonly string[],
  { files }: ServerContext,
): Promise<readonly NewFolder[]> {
  if (names.length === 0) return [];
  const { documents } = await files.list(root);
  const folders = await withoutPages(files, root, lackingFolders(documents, new Set()));
  return folders.filter(({ name }) => names.includes(name));
}

/**
 * Those of the folders that have no page, which is not listed where git ignores it, and that can have one: a link in the place of a
 * folder would have it made elsewhere.
 */
async function withoutPages(
  files: Files,
  root: string,
  folders: readonly NewFolder[],
): Promise<readonly NewFolder[]> {
  const pages = await Promise.all(folders.map(({ readme }) => files.read(below(root, readme.path))));
  const listed = await Promise.all(folders.map(({ readme }) => files.wouldList?.(root, readme.path)));
  return folders.filter((_, i) => pages[i] === undefined && listed[i] !== false);
}

async function lookInto(folder: string, { files, runtime }: ServerContext) {
  const root = runtime.keyOf(folder);
  const { documents: paths, unreadable } = await files.list(root);
  const slices = new Slices(runtime);
  slices.begin();
  const among = await documentationAmong(files, root, paths, () => slices.pauseIfDue());
  const found = foundDocuments(among, paths);
  const folders = await withoutPages(files, root, lackingFolders(paths, found.kinds));
  const limit = limitWords(among) ?? (unreadable.length > 0 ? 'the files that could be listed' : undefined);
  return { found, folders, limit };
}
