-- Run by test_neovim.py inside Neovim 0.10 or newer: asks by :HttpStatus, in a buffer without a server and in one
-- with it, and reads :checkhealth. Leaves with `cquit 1` and says what differs.
local PATIENCE = 30000

local file = assert(io.open(vim.env.STATUSLENS_CASE))
local case = vim.json.decode(file:read("*a"))
file:close()

local function expect(what, expected, found)
  if not vim.deep_equal(expected, found) then
    error(("%s:\nexpected %s\nfound    %s"):format(what, vim.inspect(expected), vim.inspect(found)), 0)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")
end

-- The text of the floating window that the user is in, which is closed.
local function window()
  local there = vim.wait(PATIENCE, function()
    return vim.api.nvim_win_get_config(0).relative ~= ""
  end, 10)
  expect("a window", true, there)
  local shown = text()
  vim.cmd("normal q")
  expect("a window", "", vim.api.nvim_win_get_config(0).relative)
  return shown
end

local function squeeze(markdown)
  return (markdown:gsub("%-%-%-+", ""):gsub("─+", ""):gsub("%s+", " "))
end

local function choose()
  local seen
  vim.ui.select = function(offers, options, done)
    seen = { count = #offers, first = options.format_item(offers[1]), prompt = options.prompt }
    done(offers[1])
  end
  vim.cmd("HttpStatus")
  local shown = window()
  expect("the choice", { count = case.count, first = case.chosen, prompt = "HTTP status" }, seen)
  expect("title", case.title, shown:sub(1, #case.title))
end

local function leave()
  for _, client in ipairs(vim.lsp.get_clients()) do
    client.stop(vim.fn.has("nvim-0.11") == 1 and client or nil)
  end
  local gone = vim.wait(PATIENCE, function()
    return #vim.lsp.get_clients() == 0
  end, 10)
  expect("server left", true, gone)
end

local function run()
  require("statuslens").setup({})
  vim.cmd("HttpStatus " .. case.query)
  expect("answer", squeeze(case.answer), squeeze(window()))
  vim.cmd("edit " .. vim.fn.fnameescape(case.file))
  choose()
  expect("number of servers", 1, #vim.lsp.get_clients())
  vim.cmd("silent checkhealth statuslens")
  local health = text()
  for _, said in ipairs({ "OK Neovim 0.", "OK statuslens-lsp ", case.health, "runs for " }) do
    expect(said .. " in " .. health, true, health:find(said, 1, true) ~= nil)
  end
  leave()
end

local ok, problem = pcall(run)
if not ok then
  io.stderr:write(problem .. "\n")
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
