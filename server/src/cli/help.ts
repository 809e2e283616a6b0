import { terminal } from './terminalText.ts';

/** What `tickmark --help` prints. */
export const help = terminal`tickmark: checks SOC 2 control documentation (Markdown and YAML) against the Trust Services Criteria

  tickmark check [PATH ...]        report the findings in the programs at PATH (default: this folder); for a file or
                                   folder inside a program, check the whole program and report the findings at PATH
  tickmark coverage [PATH ...]     show how far along each criterion in scope is
  tickmark explain CRITERION|RULE  explain what a criterion asks for, or what a rule finds, why, and how to fix it;
                                   also a point of focus (CC6.1-POF2), a group (CC6), a category, DC 3, or TSC;
                                   in a program, also show what the program has for it
  tickmark rules                   list the rules, with their severities
  tickmark criteria [FOLDER]       list the criteria in a scope: that of --scope, or of the report in the manifest
  tickmark lsp --stdio             serve an editor that speaks the Language Server Protocol

  --format text|json               output format (default: text); also csv for criteria, and markdown for explain
                                   and rules
  --report ID                      use this report of the manifest (default: the current one)
  --today YYYY-MM-DD               use this date as today
  --fail-on error|warning          check: exit with 1 at this severity or above (default: warning)
  --fix                            check: apply the safe fixes, then report the remaining findings
  --all                            check: list every finding (default: 100 per rule and document, the rest counted)
  --baseline FILE                  check: report only findings that are not in FILE; if FILE does not exist, write it
  --update-baseline                check: replace the findings in the --baseline file with the current ones
  --since REVISION                 check: report only findings that are not in this git revision
  --through CATALOG                coverage: show this catalog, through the mappings in the manifest
  --scope CATEGORY,...             criteria: use these categories, or all (default: those of the report, or all)
  --role controller|processor      criteria: list privacy points for the other role last (default: from the manifest)
  --points                         criteria: include the points of focus
  --cache FOLDER                   cache results in FOLDER/tickmark-cache (default: in your user cache folder); only
                                   changed files are reread, and if nothing changed, the last result is printed
  --cache-strategy metadata|content
                                   detect changed files by time and size (default), or by their contents
  --no-cache                       read every document, and cache nothing

Exit codes: 0 no errors or warnings, 1 findings, 2 could not run, or could not read everything.
Coverage is management's view, not an auditor's conclusion.
`;
