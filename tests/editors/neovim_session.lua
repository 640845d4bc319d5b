-- Run by test_neovim.py inside Neovim: opens a file, waits for the server, compares whole answers.
-- Leaves with `cquit 1` and says what differs. Works from Neovim 0.7 (the client alone) to the newest (with setup()).
local PATIENCE = 30000

local statuslens = require("statuslens")

local function read_case()
  local file = assert(io.open(vim.env.STATUSLENS_CASE))
  local text = file:read("*a")
  file:close()
  return vim.json.decode(text)
end

local function expect(what, expected, found)
  if not vim.deep_equal(expected, found) then
    error(("%s:\nexpected %s\nfound    %s"):format(what, vim.inspect(expected), vim.inspect(found)), 0)
  end
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

-- From 0.10 on as a user does it; before, the plugin only lends its client configuration.
local function open(case)
  if vim.fn.has("nvim-0.10") == 1 then
    statuslens.setup({})
    vim.cmd("edit " .. vim.fn.fnameescape(case.file))
  else
    vim.cmd("edit " .. vim.fn.fnameescape(case.file))
    local client = vim.lsp.start_client(statuslens.client_config({}, case.root))
    vim.lsp.buf_attach_client(0, client)
  end
end

local function diagnostics()
  vim.wait(PATIENCE, function()
    return #vim.diagnostic.get(0) > 0
  end, 10)
  return vim.tbl_map(function(found)
    return {
      place = { found.lnum, found.col, found.end_lnum, found.end_col },
      severity = vim.diagnostic.severity[found.severity],
      source = found.source,
      code = found.code or found.user_data.lsp.code,
      message = found.message,
    }
  end, vim.diagnostic.get(0))
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, PATIENCE))
  local _, answer = next(answers)
  expect("error of " .. method, nil, answer.err or answer.error)
  return answer.result
end

local function at(place)
  return {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    position = { line = place[1], character = place[2] },
  }
end

local function hover(place)
  local found = ask("textDocument/hover", at(place))
  return type(found) == "table" and found.contents.value or ""
end

local function titles(place)
  local range = { start = at(place).position, ["end"] = at(place).position }
  local context = { diagnostics = {} }
  local params = { textDocument = at(place).textDocument, range = range, context = context }
  return vim.tbl_map(function(action)
    return action.title
  end, ask("textDocument/codeAction", params))
end

-- The first quick fix, made as the menu makes it.
local function fix(place)
  local params = {
    textDocument = at(place).textDocument,
    range = { start = at(place).position, ["end"] = at(place).position },
    context = { diagnostics = {} },
  }
  local action = ask("textDocument/codeAction", params)[1]
  if not action.edit then
    action = ask("codeAction/resolve", action)
  end
  vim.lsp.util.apply_workspace_edit(action.edit, clients()[1].offset_encoding)
end

-- What K opens: the text of the floating window.
local function popup(place)
  vim.api.nvim_win_set_cursor(0, { place[1] + 1, place[2] })
  vim.lsp.buf.hover()
  local text
  vim.wait(PATIENCE, function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
        text = table.concat(lines, "\n")
      end
    end
    return text ~= nil
  end, 10)
  return text or ""
end

local function leave()
  local client = clients()[1]
  if vim.fn.has("nvim-0.11") == 1 then
    client:stop()
  else
    client.stop()
  end
  local gone = vim.wait(PATIENCE, function()
    return #clients() == 0
  end, 10)
  expect("server left", true, gone)
end

local function run()
  local case = read_case()
  open(case)
  expect("diagnostics", case.diagnostics, diagnostics())
  expect("number of clients", 1, #clients())
  expect("root", case.root, clients()[1].config.root_dir)
  for _, expected in ipairs(case.hovers) do
    expect("hover", expected.text, hover(expected.place))
  end
  local shown = popup(case.hovers[1].place)
  expect("title in " .. shown, true, shown:find(case.popup, 1, true) ~= nil)
  expect("actions", case.actions, titles(case.fixed))
  fix(case.fixed)
  for method, params in pairs(case.asked) do
    local target = vim.tbl_extend("force", at(case.hovers[1].place), params)
    expect("an answer to " .. method, true, ask(method, target) ~= nil)
  end
  vim.cmd("silent write")
  leave()
end

local ok, problem = pcall(run)
if not ok then
  io.stderr:write(problem .. "\n")
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
