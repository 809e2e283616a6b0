import { NotificationType, RequestType } from 'vscode-languageserver';
import type { Notification, Request } from '../../../protocol/message.ts';

/** A request of our own, as the library of the server sends and takes it. */
export function requestOf<Params, Result>({
  method,
}: Request<Params, Result>): RequestType<Params, Result, void> {
  return new RequestType(method);
}

/** A notification of our own, as the library of the server sends it. */
export function notificationOf<Params>({ method }: Notification<Params>): NotificationType<Params> {
  return new NotificationType(method);
}
