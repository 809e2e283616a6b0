-- Reads many documents in one run of Pandoc, in Comply's form of its Markdown: each, behind a line with a form feed, becomes a
-- division.
function Reader(input)
  local blocks = {}
  for text in tostring(input):gmatch('\f\n([^\f]*)') do
    blocks[#blocks + 1] = pandoc.Div(pandoc.read(text, 'markdown+smart').blocks)
  end
  return pandoc.Pandoc(blocks)
end
