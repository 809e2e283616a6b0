import { NotificationType, RequestType } from 'vscode-languageclient';
import type { Notification, Request } from '../../protocol/message.ts';

/** A request of our own, as the library of the client sends and takes it. */
export function requestOf<Params, Result>({
  method,
}: Request<Params, Result>): RequestType<Params, Result, void> {
  return new RequestType(method);
}

/** A notification of our own, as the library of the client takes it. */
export function notificationOf<Params>({ method }: Notification<Params>): NotificationType<Params> {
  return new NotificationType(method);
}
