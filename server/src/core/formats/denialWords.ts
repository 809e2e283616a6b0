// Words by which a text names a criterion only to say that it is not addressed.

/** A pattern in which each space stands for any white space, and for the marks of a quote at the beginning of a line. */
function spaced(source: string): RegExp {
  return new RegExp(source.replaceAll(' ', '[\\s>]+'), 'iu');
}

const notDone =
  'not (?:yet |currently )?(?:implemented|started|in(?:-| )place|applicable|in(?:-| )scope|addressed|covered|relevant)';
const outside = 'out(?:-| )of (?:the |our )?scope|outside (?:of )?(?:the |our )?scope';
const article = '(?: (?:the )?(?:criteri(?:on|a)|TSC)| for)?';

/** What no denial of an id, by the words around it, is without: most ids are denied by none, and this is asked first. */
export const mayDeny =
  /not|out|no[\s>]|n\/a|see|except|exclud|other|apart|planned|gap|~~|<\/?(?:del|s|strike)>/i;
/** What no table that denies is without. */
export const mayDenyInTable =
  /not|out|n\/?a|exclud|planned|to-?[\s>]*do|gap|missing|absent|(?<![\p{L}\p{N}])no(?:ne)?(?![\p{L}\p{N}])|see|[❌✗✘✖]/iu;

/** Before an id: `see also CC9.1`, `but not CC6.2`. */
export const referenceOrException = spaced(
  `(?<![\\w-])(?:see also:?|but not|except(?: for)?|excluding|excludes|with the exception of)${article}(?: )?[*_\`]*$`,
);
/** Before an id: `other than CC6.2`, an exception unless the rest of the sentence adds to it ... */
export const exceptionOrAddition = spaced(`(?<![\\w-])(?:other than|apart from)${article}(?: )?[*_\`]*$`);
/** ... with such a word: `Apart from CC6.1, this policy also addresses CC6.2`. */
export const addition = /(?<![\w-])(?:also|too|as well|in addition)(?![\w-])/i;
/** Before an id: `out of scope: CC6.4`. */
export const labelBefore = spaced(
  `(?:^|[\\s(>*_-])(?:${notDone}|${outside}|n/a|excluded|planned|(?:known |open )?gaps?)[*_]*(?: criteria)?:[*_\\s]*$`,
);
/** Before an id: `this policy does not cover CC6.4`. */
export const verbBefore = spaced(
  `(?<![\\w-])(?:(?:does|do) not (?:yet )?(?:address|cover|apply to|implement|map to)|(?:is|are) not (?:yet )?mapped to|` +
    `no (?:control|policy|procedure|document)s? (?:yet )?(?:address(?:es)?|covers?|maps? to|for))${article} [*_\`]*$`,
);
/** Behind an id: `is out of scope`, `(planned)`. */
export const verbBehind = spaced(
  `^[*_\`]*(?:(?: )?\\([^()]{0,60}\\))? (?:(?:is|are|remains?)(?: (?:currently|still|therefore|both|all|also))? ` +
    `(?:${outside}|${notDone}|n/a|excluded|planned|(?:a |an open )?gaps?)|(?:does|do) not apply)(?![\\w-])`,
);
/** Before an id: what is said of its controls or of its implementation is said of the criterion. */
export const ofItself = spaced(
  `(?<![\\w-])(?:controls?|requirements?|coverage|implementation) (?:of|to|for|under|in)${article} [*_\`]*$`,
);
/** Before an id that is no subject of what follows: in `testing of CC6.1 is planned` that is said of the testing. */
export const notSubject = spaced(
  `(?<![\\w-])(?:of|to|for|under|in|on|with|against|by|from|about|at|per|through|within|regarding|concerning|` +
    `(?:that|which) (?!criteri)\\w{1,20}|(?!remaining|following)\\w{2,20}ing)` +
    `(?: (?:the|our|all|these|each))?(?: (?:criteri(?:on|a)|TSC|controls?))? [(*_\`]*$`,
);
/** What makes a sentence one about cases: `if CC6.4 is not applicable, say why`. */
export const condition =
  /(?<![\w-])(?:if|when|whenever|where|wherever|unless|until|whether|should|any|each|every)(?![\w-])/i;

const status = `${notDone}|not done|${outside}|excluded|planned|gap|n/a`;
/** Behind an id, at the end of its line: `CC6.4 Physical access: not applicable`. */
export const statusBehind = spaced(`^[^|:;.()\\r\\n]{0,60}?\\s*[-–—:(=][*_\\s]*(?:${status})[*_]*\\)?[.!]?$`);
/** What a section of an id begins with. */
export const statusOfSection = spaced(
  `^[*_]*(?:(?:status|state|scope|applicability)[*_]*:[*_\\s]*)?(?:${status})[*_]*(?=$|[.,:;()]|\\s[-–—(]| (?:because|since|as|for|until)(?![\\w]))`,
);
/** A heading below which nothing is addressed. */
export const headingOfDenials = spaced(
  `^(?:\\d+(?:\\.\\d+)*\\.?(?: ))?(?:criteria )?(?:${outside}|${notDone}|excluded criteria|(?:known |open |remaining )?gaps|see also|planned)(?: criteria)?$`,
);
/** What leads in a list of what is not addressed. */
export const leadIn = spaced(`(?<![\\w-])(?:${notDone}|${outside}|excluded|see also)[^.:]{0,40}:[*_]*$`);

/** The header of a column that says how a row stands. */
export const statusHeader =
  /^(?:(?:current |implementation |control |soc ?2 |compliance )?(?:status|state)|implemented|in place|applicab(?:le|ility)|in scope|scope|addressed|covered|coverage|met|compliant)\??$/i;
/** The header of a column that names what is not addressed. */
export const headerOfDenials = spaced(`^(?:${outside}|${notDone}|excluded|see also)(?: criteria)?$`);
/** How such a row stands, in the words of a status. */
export const statusOfRow = spaced(
  `^(?:not (?:yet )?(?:implemented|started|in(?:-| )place|applicable|in(?:-| )scope|addressed|covered|met|compliant|done|relevant)|` +
    `${outside}|excluded|planned|to-?(?: )?do|gap|missing|absent|none|no|n/?a)` +
    `(?=$|\\s*[-–—:;,.(]| (?:for|in|by|until|because|as|q[1-4]|20\\d\\d)(?!\\w))`,
);
/** Marks that say no. */
export const crosses: ReadonlySet<string> = new Set(['❌', '✗', '✘', '✖']);
/** The same where no header says that it is a status. */
export const surelyNot = spaced(`^(?:not (?:yet )?implemented|${outside}|not in scope)[.!]?$`);
/** A gap that was one. */
export const noLonger = /(?<!\w)(?:closed|remediated|resolved|fixed|now)(?!\w)/i;
