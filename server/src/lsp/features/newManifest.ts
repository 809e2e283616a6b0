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
import { documentationAmong } from '../../workspace/documentation.ts';
import { below } from '../../workspace/files.ts';
import type { ServerContext } from '../context.ts';
import { requestOf } from '../messages.ts';
import { integer, list, object, optional, string } from '../shapes.ts';
import { visible } from '../visible.ts';
import { type Feature, request } from './feature.ts';

const newManifestParams = object({
  folder: string,
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
    request(requestOf(startFolderRequest), object({ folder: string }), startFolder),
    request(requestOf(newManifestRequest), newManifestParams, newProgram),
  ],
};

async function startFolder(
  { folder }: StartFolderParams,
  context: ServerContext,
): Promise<StartFolderResult> {
  const { paths, found } = await lookInto(folder, context);
  return {
    ...(found.words === undefined ? {} : { found: visible(found.words) }),
    include: found.include,
    folders: lackingFolders(paths, found.kinds).map(({ name, description }) => ({ name, description })),
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
    pages: (await wantedFolders(folder, wanted ?? [], context)).map(({ readme: { path, text } }) => ({
      uri: context.folders.uriOf(below(root, path)),
      text,
    })),
  };
}

/** Those of the folders that are not there (any more). */
async function wantedFolders(
  folder: string,
  names: readonly string[],
  context: ServerContext,
): Promise<readonly NewFolder[]> {
  if (names.length === 0) return [];
  const root = context.runtime.keyOf(folder);
  const { documents } = await context.files.list(root);
  const lacking = lackingFolders(documents, new Set()).filter(({ name }) => names.includes(name));
  const wanted: NewFolder[] = [];
  // A link in the place of a folder would have its page made elsewhere.
  for (const folder of lacking)
    if ((await context.files.wouldList?.(root, folder.readme.path)) !== false) wanted.push(folder);
  return wanted;
}

async function lookInto(folder: string, { files, runtime }: ServerContext) {
  const root = runtime.keyOf(folder);
  const { documents: paths } = await files.list(root);
  return { paths, found: foundDocuments(await documentationAmong(files, root, paths), paths) };
}
