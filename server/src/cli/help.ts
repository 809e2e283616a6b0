/** What `tickmark --help` prints. */
export const help = `tickmark: checks SOC 2 control documentation (Markdown and YAML) against the Trust Services Criteria

  tickmark check [PATH ...]        findings in the programmes at PATH (default: this folder); a file or a folder
                                   inside a programme has the whole judged and its own findings printed
  tickmark coverage [PATH ...]     how far along each criterion in scope is
  tickmark explain CRITERION|RULE  what a criterion asks for, or what a rule finds, why, and how to mend it
  tickmark lsp --stdio             serve an editor that speaks the language server protocol

  --format text|json               default: text
  --report ID                      answer for this report of the manifest (default: the current one)
  --today YYYY-MM-DD               answer as of this day (default: today)
  --fail-on error|warning          check: the least severity that makes the exit code 1 (default: warning)

Exit codes: 0 clean, 1 findings, 2 could not run. Coverage is management's view, not an auditor's conclusion.
`;
