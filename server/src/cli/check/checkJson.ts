import type { ShownFinding } from '../../core/engine/shownFinding.ts';
import { jsonPieces } from '../jsonPieces.ts';
import { revisionJson } from '../revisionWords.ts';
import { helpOf } from '../ruleJson.ts';
import type { TerminalText } from '../terminalText.ts';
import { noticeJson } from '../unreadNotices.ts';
import { type Located, locate } from './located.ts';
import type { Outcome } from './outcome.ts';
import type { Omitted, ReportedDocument } from './reported.ts';

/** What `tickmark check --format json` prints (docs/json.md), in pieces. */
export function checkJson({ asked, documents, fixed, counts, gone }: Outcome): Iterable<TerminalText> {
  const { programs, notices, unreadable } = asked;
  return jsonPieces({
    version: 1,
    summary: {
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
      suppressed: counts.suppressed,
      known: counts.known,
      ofOtherRules: counts.ofOtherRules,
      ...revisionJson(asked.revision),
      programs: programs.map(({ shown, folder, engine, unreadable: own }) => ({
        root: shown,
        layout: folder.layout,
        documents: engine.program.readCount,
        unreadable: own,
      })),
      notices: notices.map(noticeJson),
      unreadable,
    },
    findings: findings(documents),
    gathered: gathered(documents),
    suppressed: suppressed(documents),
    omitted: documents.flatMap(one => [
      ...omittedFrom('findings', [...one.findings.omitted, ...one.findings.quieted], one),
      ...omittedFrom('suppressed', one.suppressed.omitted, one),
    ]),
    fixed,
    gone,
  });
}

function* findings(documents: readonly ReportedDocument[]) {
  for (const { program, path, findings: part } of documents)
    for (const one of locate(program, path, part.listed)) yield findingJson(one);
}

/** What people see in place of several findings. */
function* gathered(documents: readonly ReportedDocument[]) {
  for (const { program, path, findings: part, seen } of documents) {
    const listed = new Set<ShownFinding>(part.listed);
    const several = seen.listed.filter(({ members }) => members !== undefined);
    for (const one of locate(program, path, several)) {
      const { related: _, fingerprint: __, ...shown } = findingJson(one);
      const { members = [] } = one.finding;
      const fingerprints = members.filter(member => listed.has(member)).map(({ fingerprint }) => fingerprint);
      yield { ...shown, count: members.length, fingerprints };
    }
  }
}

function* suppressed(documents: readonly ReportedDocument[]) {
  for (const { program, path, suppressed: part } of documents)
    for (const one of locate(program, path, part.listed))
      yield { ...findingJson(one), reason: one.finding.reason };
}

function omittedFrom(
  list: 'findings' | 'suppressed',
  omitted: readonly Omitted[],
  { program, path }: ReportedDocument,
) {
  return omitted.map(({ rule, severity, count }) => ({
    list,
    rule,
    severity,
    file: program.fileOf(path),
    program: program.shown,
    count,
  }));
}

function findingJson({ finding, file, range, related, program }: Located) {
  const { rule, severity, message, tag, fingerprint } = finding;
  const tags = tag ? [tag] : [];
  return { rule, severity, message, file, range, program, related, tags, help: helpOf(rule), fingerprint };
}
