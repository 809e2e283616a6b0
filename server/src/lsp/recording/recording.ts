// A session as it is kept in a file: a line of JSON that says what the file is, and one for each message (docs/protocol.md).

/** The form of these files; another number is another form. */
export const recordingFormat = 1;

/** Whether a recording has the texts that were exchanged, or stand-ins of the same length. */
export type Texts = 'whole' | 'masked';

/** What the first line says. */
export interface RecordingHeader {
  readonly tickmarkRecording: number;
  /** For people who open the file: what it holds of theirs. */
  readonly note: string;
  readonly version: string;
  /** The day that was today, since findings depend on it. */
  readonly today: string;
  readonly platform: string;
  readonly texts: Texts;
}

export type Sender = 'client' | 'server';

/** A message of JSON-RPC that was sent. */
export interface RecordedMessage {
  /** Milliseconds since the recording began. */
  readonly at: number;
  readonly from: Sender;
  readonly message: Readonly<Record<string, unknown>>;
}

export interface Recording {
  readonly header: RecordingHeader;
  readonly messages: readonly RecordedMessage[];
}

/** What the note says, by what the file holds. */
export const notes: Readonly<Record<Texts, string>> = {
  whole:
    'This file holds a session of Tickmark with an editor: the full text of every document that was opened, what was typed, findings, settings, and the paths of files. Look through it before you give it to anybody. With --mask-texts, letters and digits are left out of the texts.',
  masked:
    'This file holds a session of Tickmark with an editor. In texts, x stands for each letter and 0 for each digit. What is left: paths and names of files, names of rules, the name of the editor, what it can do, positions and other numbers, and the punctuation and lengths of texts. Look through it before you give it to anybody.',
};
