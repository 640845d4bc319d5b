--- :HttpStatus: asks the server what a status means, in any buffer.
local statuslens = require("statuslens")
local M = {}

local function report(message)
  vim.notify("statuslens: " .. message, vim.log.levels.ERROR)
end

--- Call back with a running server: the buffer's, else any, else a new one that belongs to no buffer.
local function with_client(callback)
  local client = vim.lsp.get_clients({ name = "statuslens", bufnr = 0 })[1]
    or vim.lsp.get_clients({ name = "statuslens" })[1]
  if client then
    return callback(client)
  end
  local config = statuslens.client_config(statuslens.options, vim.fs.root(0, statuslens.root_markers))
  config.on_init = vim.schedule_wrap(callback)
  if vim.fn.has("nvim-0.11") == 1 then
    vim.lsp.start(config, { attach = false })
  else
    vim.lsp.start_client(config)
  end
end

--- Have the server run a command for the current buffer, and call back with its answer.
local function request(client, command, argument, callback)
  local params = {
    command = command,
    arguments = { argument, { uri = vim.uri_from_bufnr(0) } },
  }
  local function handle(problem, answer)
    if problem then
      return report(problem.message)
    end
    callback(answer)
  end
  if vim.fn.has("nvim-0.11") == 1 then
    client:request("workspace/executeCommand", params, handle)
  else
    client.request("workspace/executeCommand", params, handle)
  end
end

local function show(answer)
  local lines = vim.split(answer.markdown, "\n")
  local options = { border = "rounded", focus_id = "statuslens", max_width = 100, wrap = true }
  local buffer, window = vim.lsp.util.open_floating_preview(lines, "markdown", options)
  vim.api.nvim_set_current_win(window)
  vim.keymap.set("n", "q", "<Cmd>close<CR>", { buffer = buffer, desc = "Close the explanation" })
end

local function explain(client, query)
  request(client, "statuslens.explain", query, show)
end

local function choose(client)
  request(client, "statuslens.search", "", function(offers)
    local options = {
      prompt = "HTTP status",
      kind = "statuslens",
      format_item = function(offer)
        return offer.label == "" and offer.title or ("%s · %s"):format(offer.title, offer.label)
      end,
    }
    vim.ui.select(offers, options, function(offer)
      if offer then
        explain(client, offer.query)
      end
    end)
  end)
end

--- Explain a query, such as "404" or "401 vs 403"; an empty one has the user choose among all codes.
function M.ask(query)
  with_client(function(client)
    if query == "" then
      choose(client)
    else
      explain(client, query)
    end
  end)
end

return M
