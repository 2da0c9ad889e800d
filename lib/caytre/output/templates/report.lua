-- What the report's classes mean in each format, where the first page goes, and the way back from a line to its citations.
--   .front      the first page: .findings, .lead (a figure), .card (a table); stands before the contents
--   .lines      an article line by line; .line the number of a line, .sentence a sentence that is cited
--   .left       text that is not counted

local STYLES = { left = "Left Out", line = "Line Number", back = "Back Link" }
local TYPST = { left = "left-out", line = "line-number", back = "back-link" }

-- Characters up to which a table is not broken over pages.
local SHORT = 1200

-- The anchor of a line, of a link to it or to a sentence in it.
local function line_of(target)
  return target:match("^#?(article%-%d+%-line%-%d+)")
end

-- Citations get names of their own, one a line and section: these are what a line can lead back to.
local function name_citations(blocks)
  local section, count, named, back = 0, 0, {}, {}
  return blocks:walk({
    traverse = "topdown",
    Header = function()
      section = section + 1
    end,
    Link = function(link)
      local line = line_of(link.target)
      if not line then return nil end
      named[line] = named[line] or {}
      if named[line][section] then return nil end
      count = count + 1
      named[line][section] = true
      back[line] = back[line] or {}
      table.insert(back[line], "cited-" .. count)
      return pandoc.Span({ link }, pandoc.Attr("cited-" .. count)), false
    end,
  }), back
end

local function way_back(names)
  local links = {}
  for number, name in ipairs(names) do
    table.insert(links, pandoc.Space())
    table.insert(links, pandoc.Link(pandoc.Str(#names > 1 and "↑" .. number or "↑"), "#" .. name))
  end
  return pandoc.Span(links, pandoc.Attr("", { "back" }))
end

local function with_way_back(blocks, back)
  return blocks:walk({
    Para = function(para)
      local first = para.content[1]
      if first and first.t == "Span" and first.classes:includes("line") and back[first.identifier] then
        para.content:insert(way_back(back[first.identifier]))
        return para
      end
    end,
  })
end

-- Typst attaches a label to what stands before it; a place of its own keeps a label at the start of a sentence.
local function typst_span(span)
  local content = pandoc.List(span.content)
  for class, name in pairs(TYPST) do
    if span.classes:includes(class) then
      content:insert(1, pandoc.RawInline("typst", "#" .. name .. "["))
      content:insert(pandoc.RawInline("typst", "]"))
    end
  end
  if span.identifier ~= "" then
    content:insert(1, pandoc.RawInline("typst", "#metadata(none)<" .. span.identifier .. ">"))
  end
  return content
end

local function docx_span(span)
  for class, name in pairs(STYLES) do
    if span.classes:includes(class) then
      span.attributes["custom-style"] = name
      return span
    end
  end
end

local function typst_div(div)
  if div.classes:includes("lines") then
    local content = pandoc.List(div.content)
    content:insert(1, pandoc.RawBlock("typst", "#article-lines["))
    content:insert(pandoc.RawBlock("typst", "]"))
    return content
  end
end

local function docx_div(div)
  if div.classes:includes("lines") then
    div.attributes["custom-style"] = "Article Line"
    return div
  end
end

local function docx_text(text)
  return (text:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(">", "&gt;"))
end

-- Word fills a table of contents in only when it is asked to; this one is there from the start.
local function docx_contents(doc)
  local rows = { '<w:p><w:pPr><w:pStyle w:val="ContentsHeading"/></w:pPr><w:r><w:t>'
    .. docx_text(pandoc.utils.stringify(doc.meta["toc-title"] or "")) .. "</w:t></w:r></w:p>" }
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then
      table.insert(rows, '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:hyperlink w:anchor="' .. docx_text(block.identifier)
        .. '"><w:r><w:t xml:space="preserve">' .. docx_text(pandoc.utils.stringify(block)) .. "</w:t></w:r></w:hyperlink></w:p>")
    end
  end
  return pandoc.RawBlock("openxml", table.concat(rows))
end

-- Card and contents side by side, so that the first page is one page.
local function docx_front(parts, contents)
  local shown, beside = pandoc.List(), pandoc.Blocks({})
  for _, part in ipairs(parts) do
    if part.t == "Div" and part.classes:includes("card") then beside:extend(part.content) else shown:insert(part) end
  end
  beside = beside:walk({
    Table = function(card)
      for number, share in ipairs(#card.colspecs == 2 and { 0.38, 0.62 } or {}) do
        card.colspecs[number] = { card.colspecs[number][1], share }
      end
      return card
    end,
  })
  local row = { beside, { contents } }
  local sides = { pandoc.AlignDefault, pandoc.AlignDefault }
  shown:insert(pandoc.utils.from_simple_table(pandoc.SimpleTable({}, sides, { 0.52, 0.48 }, {}, { row })))
  return shown
end

-- The first page leaves the body: for Typst each part for itself, for HTML all of it as what stands before the contents.
-- Word has no such place; there the first page stays, and the contents follow it.
local function take_front(doc)
  local rest, front = pandoc.List(), pandoc.List()
  for _, block in ipairs(doc.blocks) do
    if block.t == "Div" and block.classes:includes("front") then
      front:extend(block.content)
    else
      rest:insert(block)
    end
  end
  if FORMAT == "typst" then
    for _, part in ipairs(front) do doc.meta[part.classes[1]] = pandoc.MetaBlocks(part.content) end
  elseif FORMAT == "docx" then
    rest:insert(1, pandoc.Div(docx_front(front, docx_contents(doc))))
  elseif #front > 0 then
    local blocks = pandoc.Blocks(front):walk({
      Header = function(header)
        doc.meta["abstract-title"] = pandoc.MetaInlines(header.content)
        return {}
      end,
    })
    doc.meta.abstract = pandoc.MetaBlocks(blocks)
  end
  doc.blocks = rest
end

-- How wide the columns of a table are. HTML knows best. Elsewhere every column has room for its longest word, and what is
-- left goes, letter by letter, where it makes the rows least tall; a table that needs less than the page is left narrow.

local LINE, PAD, LONGEST = FORMAT == "docx" and 104 or 110, 3, 24

local function measured(tabular)
  local rows, least, most = {}, {}, {}
  local function measure(given)
    for _, row in ipairs(given) do
      local lengths = {}
      for number, cell in ipairs(row.cells) do
        local text = pandoc.utils.stringify(cell.contents)
        lengths[number] = (utf8.len(text) or #text) + PAD
        most[number] = math.max(most[number] or 3, lengths[number])
        for word in text:gmatch("%S+") do
          least[number] = math.max(least[number] or 3, math.min((utf8.len(word) or #word) + PAD, LONGEST))
        end
        least[number] = least[number] or 3
      end
      table.insert(rows, lengths)
    end
  end
  measure(tabular.head.rows)
  for _, body in ipairs(tabular.bodies) do measure(body.body) end
  return rows, least, most
end

-- The column that one letter more would help most: the tallest cell of a row decides how tall the row is.
local function neediest(rows, wide)
  local need, best = {}, 1
  for _, lengths in ipairs(rows) do
    local tallest, height = 1, 0
    for number, length in ipairs(lengths) do
      if length / wide[number] > height then tallest, height = number, length / wide[number] end
    end
    if height > 1 then need[tallest] = (need[tallest] or 0) + height / wide[tallest] end
  end
  for number in ipairs(wide) do
    if (need[number] or 0) > (need[best] or 0) then best = number end
  end
  return need[best] and best
end

local function widths(tabular)
  local rows, wide, most = measured(tabular)
  local used, natural = 0, 0
  for number in ipairs(wide) do
    used, natural = used + wide[number], natural + most[number]
  end
  if FORMAT == "typst" and natural <= LINE then return {} end
  for _ = used + 1, LINE do
    local best = neediest(rows, wide)
    if not best then break end
    wide[best] = wide[best] + 1
  end
  local found = {}
  for number in ipairs(wide) do found[number] = wide[number] / math.max(LINE, used) end
  return found
end

-- On a screen a table may be wider than the text and be moved sideways, so that a quotation is no column of single words.
local function mark_long(tabular)
  for _, body in ipairs(tabular.bodies) do
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do
        if utf8.len(pandoc.utils.stringify(cell.contents)) > LINE then cell.attr.classes:insert("long") end
      end
    end
  end
end

-- The column with the longest cell and that cell's length; the second value is the longest cell of the other columns.
local function longest_column(tabular)
  local at, longest, second = 1, 0, 0
  for _, body in ipairs(tabular.bodies) do
    for _, row in ipairs(body.body) do
      for number, cell in ipairs(row.cells) do
        local length = utf8.len(pandoc.utils.stringify(cell.contents)) or 0
        if number == at then
          longest = math.max(longest, length)
        elseif length > longest then
          at, longest, second = number, length, longest
        else
          second = math.max(second, length)
        end
      end
    end
  end
  return at, longest, second
end

-- Long texts with many particulars: on paper the text stands at the left, its particulars one under the other beside it.
local WORDY, MANY, TEXT = 250, 5, 0.62

local function beside(tabular)
  local at, longest, second = longest_column(tabular)
  local head = tabular.head.rows[1]
  if not head or #head.cells < MANY or longest < WORDY or second >= WORDY then return false end
  local names, others = {}, {}
  for number, cell in ipairs(head.cells) do
    names[number] = pandoc.utils.stringify(cell.contents)
    if number ~= at then table.insert(others, names[number]) end
  end
  for _, body in ipairs(tabular.bodies) do
    for _, row in ipairs(body.body) do
      local particulars = pandoc.List()
      for number, cell in ipairs(row.cells) do
        if number ~= at and pandoc.utils.stringify(cell.contents) ~= "" then
          if #particulars > 0 then particulars:insert(pandoc.LineBreak()) end
          particulars:insert(pandoc.Emph(names[number] .. ":"))
          particulars:insert(pandoc.Space())
          particulars:extend(pandoc.utils.blocks_to_inlines(cell.contents))
        end
      end
      row.cells = { row.cells[at], pandoc.Cell({ pandoc.Plain(particulars) }) }
    end
  end
  head.cells = { head.cells[at], pandoc.Cell({ pandoc.Plain(table.concat(others, ", ")) }) }
  tabular.head.rows = { head }
  tabular.colspecs = { { pandoc.AlignLeft, TEXT }, { pandoc.AlignLeft, 1 - TEXT } }
  return true
end

local function columns(tabular)
  if FORMAT ~= "html5" and FORMAT ~= "html" and beside(tabular) then return tabular end
  local found = {}
  if FORMAT == "html5" or FORMAT == "html" then mark_long(tabular) else found = widths(tabular) end
  for number, column in ipairs(tabular.colspecs) do
    tabular.colspecs[number] = { column[1], found[number] }
  end
  return tabular
end

-- A short table stays on one page.
local function typst_table(tabular)
  if utf8.len(pandoc.utils.stringify(tabular)) > SHORT then return nil end
  return { pandoc.RawBlock("typst", "#block(breakable: false)["), tabular, pandoc.RawBlock("typst", "]") }
end

-- A short paragraph is not broken over pages either.
local function typst_paragraph(block)
  if block.t ~= "Para" or utf8.len(pandoc.utils.stringify(block)) > SHORT / 3 then return { block } end
  return { pandoc.RawBlock("typst", "#block(breakable: false)["), block, pandoc.RawBlock("typst", "]") }
end

function Pandoc(doc)
  local back
  doc.blocks, back = name_citations(doc.blocks)
  doc.blocks = with_way_back(doc.blocks, back):walk({ Table = columns })
  if FORMAT == "typst" then
    local whole = pandoc.List()
    for _, block in ipairs(doc.blocks) do whole:extend(typst_paragraph(block)) end
    doc.blocks = pandoc.Blocks(whole):walk({ Span = typst_span, Div = typst_div, Table = typst_table })
  elseif FORMAT == "docx" then
    doc.blocks = doc.blocks:walk({ Span = docx_span, Div = docx_div })
  end
  take_front(doc)
  return doc
end
