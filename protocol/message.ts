// A message as client and server both see it: its method, and the types of what it carries. Each side makes of it what its own
// library sends and takes, for the two libraries are not the same.

/** A request of one side, which the other answers. */
export interface Request<Params, Result> {
  readonly method: string;
  /** Nothing is here: the types of what is asked and answered go with the request. */
  readonly types?: (params: Params) => Result;
}

/** Something that one side tells the other. */
export interface Notification<Params> {
  readonly method: string;
  /** Nothing is here: the type of what is told goes with the notification. */
  readonly types?: (params: Params) => void;
}
