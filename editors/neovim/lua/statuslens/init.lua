--- HTTP status codes in Neovim: starts the statuslens language server where there is something to explain.
local M = {}

--- What setup() takes, and what it takes when nothing is said.
M.defaults = {
  -- The server and its arguments. The console script, never `python -m`, which would import the workspace's modules.
  cmd = { "statuslens-lsp" },
  -- Buffers of these file types get a server.
  filetypes = {
    "apache", "bash", "c", "caddy", "cpp", "cs", "dart", "dockerfile", "elixir", "go", "haproxy", "html", "http",
    "hurl", "java", "javascript", "javascriptreact", "json", "jsonc", "kotlin", "nginx", "php", "python", "ruby",
    "rust", "scala", "sh", "svelte", "swift", "typescript", "typescriptreact", "vue", "yaml", "zsh",
  },
  -- The server's options and keys of the team file, such as { inlayHints = false, style = "number" }.
  settings = {},
}

--- What setup() has settled; nil before.
M.options = nil

--- Files and folders that mark the root of a project; the nearest one counts.
M.root_markers = { "statuslens.yaml", "pyproject.toml", ".git" }

local function warn(message)
  vim.notify("statuslens: " .. message, vim.log.levels.WARN)
end

--- Return the options laid over the defaults, or nothing and what is wrong with them.
local function read(options)
  for name, value in pairs(options) do
    local default = M.defaults[name]
    if default == nil then
      return nil, ("setup() does not know %q; it knows cmd, filetypes and settings"):format(name)
    end
    if type(value) ~= type(default) then
      return nil, ("setup() needs a table for %q, not a %s"):format(name, type(value))
    end
  end
  return vim.tbl_extend("force", M.defaults, options)
end

--- Return the client configuration for a project, as vim.lsp.start takes it.
function M.client_config(options, root_dir)
  options = vim.tbl_extend("force", M.defaults, options or {})
  local settings = next(options.settings) and options.settings or vim.empty_dict()
  return {
    name = "statuslens",
    cmd = options.cmd,
    root_dir = root_dir,
    -- Asked for by the server where Neovim answers that, and else taken from the start.
    settings = { statuslens = settings },
    init_options = settings,
  }
end

local function start(options, buffer)
  if vim.bo[buffer].buftype == "" then
    vim.lsp.start(M.client_config(options, vim.fs.root(buffer, M.root_markers)), { bufnr = buffer })
  end
end

--- Start the server for buffers of the given file types, those that are open and those to come.
function M.setup(options)
  if vim.fn.has("nvim-0.10") == 0 then
    return warn("needs Neovim 0.10 or newer")
  end
  local settled, problem = read(options or {})
  if not settled then
    return warn(problem)
  end
  if vim.fn.executable(settled.cmd[1]) == 0 then
    local hint = 'install it with pipx install "statuslens[lsp]", or give its path as cmd'
    return warn(("cannot run %q; %s"):format(settled.cmd[1], hint))
  end
  M.options = settled
  vim.api.nvim_create_user_command("HttpStatus", function(command)
    require("statuslens.questions").ask(command.args)
  end, { nargs = "*", desc = "Explain an HTTP status" })
  vim.api.nvim_create_autocmd("FileType", {
    group = vim.api.nvim_create_augroup("statuslens", { clear = true }),
    pattern = settled.filetypes,
    callback = function(event)
      start(settled, event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(settled.filetypes, vim.bo[buffer].filetype) then
      start(settled, buffer)
    end
  end
end

return M
