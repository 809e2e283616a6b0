import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The answer to a request that the client has called off. */
export function calledOff(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'called off');
}
