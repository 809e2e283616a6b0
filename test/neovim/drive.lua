-- Drives Neovim's built-in client (0.5 and newer) over a copy of the sample: what a user of it sees is written as JSON.
-- The command of the server, the file to open and the file to write come in the environment.
local vim = vim
local root = vim.env.TICKMARK_ROOT
local seen = {}

local function finish()
  local file = assert(io.open(vim.env.TICKMARK_RESULT, 'w'))
  file:write(vim.fn.json_encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function diagnostics(buffer)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, {
      line = diagnostic.lnum,
      column = diagnostic.col,
      code = diagnostic.code or diagnostic.user_data.lsp.code,
      message = diagnostic.message,
    })
  end
  return found
end

local function request(buffer, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}
  for _, answer in pairs(answers) do
    if answer.error then error(method .. ': ' .. vim.inspect(answer.error)) end
    if answer.result then return answer.result end
  end
end

local function codes_in(path)
  local codes = {}
  for _, diagnostic in ipairs(diagnostics(vim.uri_to_bufnr(vim.uri_from_fname(root .. '/' .. path)))) do
    table.insert(codes, diagnostic.code)
  end
  return codes
end

local function edit(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/' .. path))
  return vim.api.nvim_get_current_buf()
end

-- Puts the cursor on the first of these words.
local function put_cursor_on(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. words, 'c') > 0, words .. ' is not in the text')
end

local function below_root(path) return path:sub(#root + 2) end

local function cursor_at()
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  return below_root(vim.api.nvim_buf_get_name(0)) .. ':' .. line .. ':' .. column
end

-- What Neovim lists as references of what the cursor is on.
local function references()
  local found = request(0, 'textDocument/references', vim.tbl_extend('error', vim.lsp.util.make_position_params(), {
    context = { includeDeclaration = true },
  })) or {}
  local places = {}
  for _, item in ipairs(vim.lsp.util.locations_to_items(found, 'utf-16')) do
    table.insert(places, below_root(item.filename) .. ':' .. item.lnum .. ':' .. (item.col - 1))
  end
  table.sort(places)
  return places
end

-- Renames what the cursor is on, and saves everything.
local function rename(name)
  local function word() return vim.fn.matchstr(vim.fn.getline('.'), '\\v\\[\\zs[A-Z]+-\\d+\\ze\\]') end
  vim.lsp.buf.rename(name)
  assert(vim.wait(20000, function() return word() == name end, 20), 'nothing was renamed to ' .. name)
  vim.cmd('wall')
end

-- Makes a control of a section of a policy, in a file of its own: this client announces that it makes files, and nothing of `documentChanges`.
local function extract()
  put_cursor_on('## Roles')
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, action in ipairs(request(0, 'textDocument/codeAction', params) or {}) do
    if action.kind == 'refactor.extract' then
      local created = vim.uri_to_fname(action.edit.documentChanges[1].uri)
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      seen.extracted = {
        file = below_root(created),
        begins = vim.api.nvim_buf_get_lines(vim.fn.bufadd(created), 0, 2, false),
        link = vim.fn.getline(vim.fn.search('\\V## Roles') + 2),
      }
    end
  end
end

-- From a link to a control to where it is stated, to what refers to it, and to another id for it and back.
local function navigate_and_rename(client)
  local buffer = edit('controls/AC-03-offboarding.md')
  vim.lsp.buf_attach_client(buffer, client)
  put_cursor_on('AC-08]')
  vim.lsp.buf.definition()
  assert(vim.wait(20000, function() return vim.api.nvim_get_current_buf() ~= buffer end, 20), 'no definition was opened')
  seen.definition = cursor_at()
  vim.cmd('buffer ' .. buffer)
  put_cursor_on('AC-08]')
  seen.references = references()
  rename('AC-80')
  seen.renamed = {}
  for _, place in ipairs(seen.references) do
    local path = place:match('^[^:]+')
    seen.renamed[path] = table.concat(vim.fn.readfile(root .. '/' .. path, 'b'), '\n')
  end
  -- This client watches nothing, so the server has to see by itself what was saved.
  assert(vim.wait(20000, function() return #references() == #seen.references end, 20), 'the files that were saved were not seen')
  rename('AC-08')
end

local function run()
  local buffer = edit('policies/access-control.md')
  local client = vim.lsp.start_client({
    name = 'tickmark',
    cmd = vim.fn.json_decode(vim.env.TICKMARK_COMMAND),
    root_dir = root,
  })
  assert(client, 'the client did not start')
  vim.lsp.buf_attach_client(buffer, client)
  assert(vim.wait(20000, function() return vim.lsp.buf_is_attached(buffer, client) and vim.lsp.get_client_by_id(client).initialized end), 'the server did not answer')

  -- What is in files that nobody opened, and in one that comes while the editor is open: this client watches nothing.
  assert(vim.wait(20000, function() return #codes_in('controls/unopened.md') > 0 end, 20), 'nothing was found in a closed file')
  seen.unopened = codes_in('controls/unopened.md')
  vim.fn.writefile({ '---', 'id: XX-98', 'owner: ana', 'frequency: daily', 'satisfies: [cc6.1]', '---' }, root .. '/controls/later.md')
  assert(vim.wait(20000, function() return #codes_in('controls/later.md') > 0 end, 20), 'a new file was not seen')
  seen.later = codes_in('controls/later.md')

  -- A mistake is typed; it is found, and found no more once it is mended.
  local line = vim.fn.search('TSC: \\[', 'n') - 1
  local original = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]
  local broken = original:gsub('%[', '[CC9.9, ', 1)
  vim.api.nvim_buf_set_lines(buffer, line, line + 1, false, { broken })
  local function has_unknown()
    for _, diagnostic in ipairs(diagnostics(buffer)) do
      if diagnostic.code == 'criteria/unknown' then return true end
    end
    return false
  end
  assert(vim.wait(20000, has_unknown, 20), 'the unknown criterion was not found')
  seen.diagnostics = diagnostics(buffer)
  seen.line = line
  seen.column = (broken:find('CC9%.9')) - 1

  -- A quick fix is offered and applied.
  vim.api.nvim_win_set_cursor(0, { line + 1, seen.column + 1 })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local actions = request(buffer, 'textDocument/codeAction', params) or {}
  seen.actions = {}
  for _, action in ipairs(actions) do table.insert(seen.actions, action.title) end
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  seen.fixed = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]
  assert(vim.wait(20000, function() return not has_unknown() end, 20), 'the finding did not go')

  -- Completion and hover where a criterion stands.
  vim.api.nvim_buf_set_lines(buffer, line, line + 1, false, { original })
  local at = (original:find('%[')) -- behind the bracket, counted from 0
  vim.api.nvim_win_set_cursor(0, { line + 1, at })
  local answer = request(buffer, 'textDocument/completion', vim.lsp.util.make_position_params()) or {}
  -- Criteria are a list that is asked for again with each letter.
  local items = answer.items or answer
  table.sort(items, function(a, b) return a.sortText < b.sortText end)
  seen.completions = {}
  for _, item in ipairs(items) do table.insert(seen.completions, item.label) end
  vim.api.nvim_win_set_cursor(0, { line + 1, at + 2 })
  local hover = request(buffer, 'textDocument/hover', vim.lsp.util.make_position_params())
  seen.hover = hover and hover.contents.value

  extract()
  navigate_and_rename(client)
  vim.lsp.stop_client(client)
  assert(vim.wait(10000, function() return vim.lsp.client_is_stopped(client) end), 'the server did not stop')
end

local ok, problem = xpcall(run, debug.traceback)
if not ok then seen.problem = problem end
finish()
