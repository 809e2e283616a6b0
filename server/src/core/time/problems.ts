// What is wrong with evidence, as far as it keeps it from filling a window or should be known of what it fills.

/** Something to say of one piece of evidence. */
export type Problem =
  /** One of its dates is still to come: it fills nothing. */
  | { readonly is: 'future'; readonly evidence: string }
  /** Performed on a day on which the control was not active: it fills nothing. */
  | { readonly is: 'inactive'; readonly evidence: string; readonly performed: string }
  /** Its label names no window of the control, or none at all: it is filed as if it had none. */
  | { readonly is: 'label'; readonly evidence: string; readonly label: string }
  /** Performed, or else collected, before the window that it names had begun: it fills nothing. */
  | {
      readonly is: 'early';
      readonly evidence: string;
      readonly window: string;
      readonly begins: string;
      readonly day: string;
    }
  /** The days that it covers hold no window, or are more than twice the interval: it fills nothing. */
  | { readonly is: 'covers'; readonly evidence: string }
  /** It says that it covers the day on which it was drawn, or later ones: those do not count. */
  | { readonly is: 'beyond'; readonly evidence: string; readonly to: string; readonly drawn: string }
  /** It is of a type that the control does not expect: it fills nothing. */
  | { readonly is: 'type'; readonly evidence: string }
  /** The control expects several things, and it does not say which of them it is: it fills nothing, but is on file. */
  | { readonly is: 'unclear'; readonly evidence: string }
  /** It does not say which of several systems it covers: it is taken for all of them. */
  | { readonly is: 'systems'; readonly evidence: string };
