import type { Location } from '../../../protocol/place.ts';
import type { ChainLink } from '../core/features/chain.ts';
import type { ProgramHost } from '../workspace/programHost.ts';
import type { ServerContext } from './context.ts';
import { fileAt } from './fileAt.ts';

/** Where a criterion, record, or file is that the chain leads to; undefined where the client cannot open it, or it is not there. */
export async function placeOfLink(
  link: ChainLink,
  host: ProgramHost,
  context: ServerContext,
): Promise<Location | undefined> {
  switch (link.of) {
    case 'criterion':
      return context.pageLocation(host, link.page);
    case 'record': {
      const { path, index, shape } = link.entry;
      return context.locationOf(host, { path, record: index, at: shape.at });
    }
    case 'file':
      return fileAt(link.paths, host, context);
  }
}
