/**
 * Named character references: those of HTML 4 (its section 24) and HTML 5's names for ASCII punctuation. The other two
 * thousand of HTML 5 stay as they are written: no link target and no heading of a policy needs them.
 */

/** Runs of characters: the first one's code point, and the names from there on; `-` for one without a name. */
const runs: readonly (readonly [number, string])[] = [
  [9, 'Tab NewLine'],
  [33, 'excl quot num dollar percnt amp apos lpar rpar ast plus comma - period sol'],
  [58, 'colon semi lt equals gt quest commat'],
  [91, 'lbrack bsol rbrack Hat lowbar grave'],
  [123, 'lbrace vert rbrace'],
  [
    160,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute',
  ],
  [181, 'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest'],
  [
    192,
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH',
  ],
  [209, 'Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig'],
  [
    224,
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth',
  ],
  [241, 'ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'],
  [338, 'OElig oelig'],
  [352, 'Scaron scaron'],
  [376, 'Yuml'],
  [402, 'fnof'],
  [710, 'circ'],
  [732, 'tilde'],
  [913, 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho'],
  [931, 'Sigma Tau Upsilon Phi Chi Psi Omega'],
  [
    945,
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau',
  ],
  [965, 'upsilon phi chi psi omega'],
  [977, 'thetasym upsih'],
  [982, 'piv'],
  [8194, 'ensp emsp'],
  [8201, 'thinsp'],
  [8204, 'zwnj zwj lrm rlm'],
  [8211, 'ndash mdash'],
  [8216, 'lsquo rsquo sbquo - ldquo rdquo bdquo - dagger Dagger bull'],
  [8230, 'hellip'],
  [8240, 'permil - prime Prime'],
  [8249, 'lsaquo rsaquo'],
  [8254, 'oline'],
  [8260, 'frasl'],
  [8364, 'euro'],
  [8465, 'image'],
  [8472, 'weierp'],
  [8476, 'real'],
  [8482, 'trade'],
  [8501, 'alefsym'],
  [8592, 'larr uarr rarr darr harr'],
  [8629, 'crarr'],
  [8656, 'lArr uArr rArr dArr hArr'],
  [8704, 'forall - part exist - empty - nabla isin notin - ni'],
  [8719, 'prod - sum minus'],
  [8727, 'lowast - - radic - - prop infin - ang'],
  [8743, 'and or cap cup int'],
  [8756, 'there4'],
  [8764, 'sim'],
  [8773, 'cong'],
  [8776, 'asymp'],
  [8800, 'ne equiv'],
  [8804, 'le ge'],
  [8834, 'sub sup nsub - sube supe'],
  [8853, 'oplus - otimes'],
  [8869, 'perp'],
  [8901, 'sdot'],
  [8968, 'lceil rceil lfloor rfloor'],
  [9674, 'loz'],
  [9824, 'spades - - clubs - hearts diams'],
  [10003, 'check'],
  [10007, 'cross'],
  [10216, 'lang rang'],
];

/** The characters by name. */
export const namedCharacters: ReadonlyMap<string, string> = new Map(
  runs.flatMap(([first, names]) =>
    names
      .split(' ')
      .map((name, index): [string, string] => [name, String.fromCodePoint(first + index)])
      .filter(([name]) => name !== '-'),
  ),
);
