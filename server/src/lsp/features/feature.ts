import type {
  CancellationToken,
  Connection,
  Position,
  RequestType,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { Editing } from '../../core/features/editing.ts';
import type { ProgramHost } from '../../workspace/programHost.ts';
import type { Abilities } from '../abilities.ts';
import type { Buffer } from '../buffers.ts';
import { calledOff, type IsCalledOff } from '../calledOff.ts';
import type { OpenDocument, ServerContext } from '../context.ts';
import { offsetAt } from '../positions.ts';
import { integer, object, type Shape, string } from '../shapes.ts';

/** Something that the server does for a client. `features.ts` lists them all. */
export interface Feature {
  /** What the server announces of it to a client that can do this. */
  readonly announces?: (abilities: Abilities) => ServerCapabilities;
  /** The requests that it answers. */
  readonly answers: readonly Answer[];
  /** Tells the client that what it shows may have changed: soon after a change, and once for several. */
  readonly changed?: (context: ServerContext) => void;
}

/** How one request is answered. */
export interface Answer {
  readonly method: string;
  /**
   * What its parameters must have; one that lacks it does not get to the feature. It takes no list: of a list JSON-RPC makes
   * several parameters.
   */
  readonly shape: Shape;
  /** Has the connection answer it. */
  readonly listen: (connection: Connection, context: ServerContext) => void;
}

/** A document, and a position in it, that a client asks about. */
interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}
interface PositionParams extends DocumentParams {
  readonly position: Position;
}

export const textDocument = object({ uri: string });
export const position = object({ line: integer, character: integer });
export const range = object({ start: position, end: position });
export const placeInDocument = object({ textDocument, position });

/** A request about anything but one open document. It passes the guard that all requests pass. */
export function request<Params, Result>(
  type: RequestType<Params, Result, unknown>,
  shape: Shape,
  answer: (params: Params, context: ServerContext, isCalledOff: IsCalledOff) => Result | Promise<Result>,
): Answer {
  const untyped: RequestType<Params, unknown, unknown> = type;
  return {
    method: type.method,
    shape,
    listen(connection, context) {
      connection.onRequest(untyped, async (params, token) => {
        await turn(context, token);
        return answer(params, context, () => token.isCancellationRequested);
      });
    },
  };
}

/**
 * A request about an open document.
 * @param nothing the answer where the document is not open
 */
export function documentRequest<Params extends DocumentParams, Result>(
  type: RequestType<Params, Result, unknown>,
  shape: Shape,
  nothing: Result,
  answer: (
    document: OpenDocument,
    params: Params,
    context: ServerContext,
    isCalledOff: IsCalledOff,
  ) => Result | Promise<Result>,
): Answer {
  return request(type, shape, (params, context, isCalledOff) => {
    const document = context.openDocument(params.textDocument.uri);
    return document ? answer(document, params, context, isCalledOff) : nothing;
  });
}

/** A place in an open document of a program, as features see it. */
export interface Spot {
  readonly editing: Editing;
  readonly offset: number;
  readonly buffer: Buffer;
  readonly host: ProgramHost;
}

/**
 * A request about a position in an open document.
 * @param nothing the answer where the document is not open, or belongs to no program
 */
export function positionRequest<Params extends PositionParams, Result>(
  type: RequestType<Params, Result, unknown>,
  nothing: Result,
  answer: (spot: Spot, context: ServerContext) => Result | Promise<Result>,
): Answer {
  return documentRequest(type, placeInDocument, nothing, (document, params, context) => {
    const spot = spotAt(document, params.position, context);
    return spot ? answer(spot, context) : nothing;
  });
}

/** A position in an open document; undefined where the document belongs to no program. */
export function spotAt(document: OpenDocument, at: Position, context: ServerContext): Spot | undefined {
  const editing = context.editingOf(document);
  const { buffer, hosted } = document;
  if (!editing || !hosted) return undefined;
  return { editing, offset: offsetAt(buffer, at, context.abilities.encoding), buffer, host: hosted.host };
}

/**
 * The guard: lets all that came before be dealt with first.
 * @throws {ResponseError} where the request has been called off meanwhile
 */
async function turn({ runtime }: ServerContext, token: CancellationToken): Promise<void> {
  await runtime.pause();
  if (token.isCancellationRequested) throw calledOff();
}
