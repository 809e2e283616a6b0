// What a template leaves behind in a document that was never filled in.

const soon =
  /^(?:template |content )?(?:coming soon|tbd|tbc|todo|to be (?:written|done|determined|defined|added|completed|decided|confirmed)|under construction|work in progress|wip)[.!]*$/i;

/** Whether a line's words (markup aside) say only that the text is still to come. */
export function saysComingSoon(line: string): boolean {
  return (
    line.length < 80 &&
    soon.test(
      line
        .replace(/[#*_>[\]()`]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  );
}

/** Whether a body says nothing: no line but headings, blanks and a "coming soon". */
export function isStub(body: string): boolean {
  if (body.length > 2000) return false;
  return body
    .split(/\r\n|\n|\r/)
    .every(line => line.trim() === '' || /^ {0,3}#/.test(line) || saysComingSoon(line));
}
