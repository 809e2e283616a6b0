import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver';
import { unawaited } from './unawaited.ts';
import { visible } from './visible.ts';

/** Shows a person a warning, in any client. */
export function warn(connection: Connection, message: string): void {
  const params: ShowMessageParams = { type: MessageType.Warning, message: visible(message) };
  unawaited(() => connection.sendNotification(ShowMessageNotification.type, params));
}
