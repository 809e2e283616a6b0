import {
  type CallHierarchyIncomingCallsParams,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from 'vscode-languageserver';
import { fileNamedAt } from '../../core/features/at/filesNamed.ts';
import { type ChainLink, linksAbove, linksBelow } from '../../core/features/chain.ts';
import { linksAt } from '../../core/features/implementation.ts';
import type { SymbolSort } from '../../core/features/symbolSort.ts';
import { idOf, pageOf, subjectOf } from '../../core/pages/subject.ts';
import { kindWords } from '../../core/pages/words.ts';
import type { Program } from '../../core/program/program.ts';
import { fullNameOf } from '../../core/program/record.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import { placeOfLink } from '../chainPlaces.ts';
import type { ServerContext } from '../context.ts';
import { object, string } from '../shapes.ts';
import { symbolKind } from '../symbolKinds.ts';
import { visible } from '../visible.ts';
import { type Feature, positionRequest, request, type Spot } from './feature.ts';

/** What an item stands for, as the client gives it back. */
interface ItemData {
  /** The URI of the root of its program. */
  readonly root: string;
  readonly of: string;
  /** A page, or the path of a document or file. */
  readonly at: string;
  /** What a record is called. */
  readonly name: string;
}

const itemShape = object({
  item: object({ data: object({ root: string, of: string, at: string, name: string }) }),
});

/** From a criterion to its controls, their evidence, and the files of that, as calls from one to the other; and back. */
export const callHierarchy: Feature = {
  announces: abilities => (abilities.callHierarchy ? { callHierarchyProvider: true } : {}),
  answers: [
    positionRequest(CallHierarchyPrepareRequest.type, null, async (spot, context) => {
      const items = await itemsOf(linksHere(spot), spot.host, context);
      return items.length > 0 ? items : null;
    }),
    request(CallHierarchyIncomingCallsRequest.type, itemShape, async (params, context) => {
      const { host, link } = linkOf(params, context) ?? {};
      if (!host || !link) return [];
      const items = await itemsOf(linksAbove(link, host.engine.program), host, context);
      return items.map(from => ({ from, fromRanges: [from.selectionRange] }));
    }),
    request(CallHierarchyOutgoingCallsRequest.type, itemShape, async (params, context) => {
      const { host, link } = linkOf(params, context) ?? {};
      const [own] = host && link ? await itemsOf([link], host, context) : [];
      if (!host || !link || !own) return [];
      const items = await itemsOf(linksBelow(link, host.engine.program), host, context);
      return items.map(to => ({ to, fromRanges: [own.selectionRange] }));
    }),
  ],
};

function linksHere({ editing, offset }: Spot): readonly ChainLink[] {
  const file = fileNamedAt(editing, offset);
  return file ? [{ of: 'file', paths: file.paths }] : (linksAt(editing, offset)?.links ?? []);
}

async function itemsOf(
  links: readonly ChainLink[],
  host: ProgramHost,
  context: ServerContext,
): Promise<CallHierarchyItem[]> {
  const root = context.folders.uriOf(host.folder.root);
  const items: CallHierarchyItem[] = [];
  for (const link of links) {
    const place = await placeOfLink(link, host, context);
    if (!place) continue;
    const { sort, name, detail, at } = described(link);
    items.push({
      name: visible(name),
      kind: symbolKind(sort),
      detail: visible(detail),
      uri: place.uri,
      range: place.range,
      selectionRange: place.range,
      data: { root, of: link.of, at, name } satisfies ItemData,
    });
  }
  return items;
}

interface Described {
  readonly sort: SymbolSort;
  readonly name: string;
  readonly detail: string;
  readonly at: string;
}

function described(link: ChainLink): Described {
  switch (link.of) {
    case 'criterion':
      return { sort: 'criterion', name: pageOf(link.page).title, detail: 'criterion', at: idOf(link.page) };
    case 'record': {
      const { path, shape } = link.entry;
      return { sort: shape.kind, name: fullNameOf(link.entry), detail: kindWords(shape.kind), at: path };
    }
    case 'file': {
      const [at = ''] = link.paths;
      return { sort: 'file', name: at.slice(at.lastIndexOf('/') + 1), detail: 'file', at };
    }
  }
}

/** What an item stands for now; undefined where that is there no more. */
function linkOf(
  { item: { data } }: CallHierarchyIncomingCallsParams,
  context: ServerContext,
): { readonly host: ProgramHost; readonly link: ChainLink } | undefined {
  const asked: ItemData = data;
  const host = context.hostAt(asked.root);
  const link = host && linkNamed(asked, host.engine.program);
  return host && link ? { host, link } : undefined;
}

function linkNamed({ of, at, name }: ItemData, program: Program): ChainLink | undefined {
  if (of === 'file') return { of, paths: [at] };
  if (of === 'criterion') {
    const page = subjectOf(at, program.catalogs);
    return page && { of, page };
  }
  const entry = program.records(at).find(one => fullNameOf(one) === name);
  return entry && { of: 'record', entry };
}
