import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Whether a request has been called off meanwhile: long work then ends with `calledOff`. */
export type IsCalledOff = () => boolean;

/** The answer to a request that the client has called off. */
export function calledOff(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'called off');
}
