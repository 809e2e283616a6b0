import { terminal } from './terminalText.ts';

/** What `tickmark --help` prints. */
export const help = terminal`tickmark: checks SOC 2 control documentation (Markdown and YAML) against the Trust Services Criteria

  tickmark check [PATH ...]        findings in the programs at PATH (default: this folder); a file or a folder
                                   inside a program has the whole judged and its own findings printed
  tickmark coverage [PATH ...]     how far along each criterion in scope is
  tickmark explain CRITERION|RULE  what a criterion asks for, or what a rule finds, why, and how to mend it; also a
                                   point of focus (CC6.1-POF2), a group (CC6), a category, DC 3, or TSC
  tickmark rules                   the rules, with their severities
  tickmark criteria [FOLDER]       the criteria that a scope asks for: of --scope, else of the report of the manifest
  tickmark lsp --stdio             serve an editor that speaks the language server protocol

  --format text|json               default: text; criteria also as csv, explain and rules as markdown
  --report ID                      answer for this report of the manifest (default: the current one)
  --today YYYY-MM-DD               answer as of this day (default: today)
  --fail-on error|warning          check: the least severity that makes the exit code 1 (default: warning)
  --fix                            check: mend what can be mended without a look at it, then say what is left
  --all                            check: list every finding (default: 100 of a rule in a document, the rest counted)
  --baseline FILE                  check: report only findings that are not in FILE; where there is none, write it
  --update-baseline                check: write what is found now into the file of --baseline
  --since REVISION                 check: report only findings that this revision of the git repository had not
  --through CATALOG              coverage: of this catalog, by what the manifest's mappings say stands for it
  --scope CATEGORY,...             criteria: of these categories, or all (default: the report's; all without one)
  --role controller|processor      criteria: privacy's points for the other role last (default: the manifest's)
  --points                         criteria: with their points of focus
  --cache FOLDER                   cache results in FOLDER/tickmark-cache (default: in your user cache folder): only
                                   changed files are reread, and if nothing changed the last result is printed
  --cache-strategy metadata|content
                                   tell changed files by their times and size (default), or compare every content
  --no-cache                       read every document, and keep nothing

Exit codes: 0 clean, 1 findings, 2 could not run. Coverage is management's view, not an auditor's conclusion.
`;
