--- :checkhealth statuslens: whether Neovim is new enough, the server can be run, and where it runs.
local statuslens = require("statuslens")
local M = {}

local function check_server(command)
  if vim.fn.executable(command) == 0 then
    vim.health.error(("cannot run %q"):format(command), {
      'Install it: pipx install "statuslens[lsp]"',
      'Or give its path: require("statuslens").setup({ cmd = { "/path/to/statuslens-lsp" } })',
    })
    return
  end
  local told = vim.system({ command, "--version" }, { text = true }):wait(10000)
  if told.code == 0 then
    vim.health.ok(("%s (%s)"):format(vim.trim(told.stdout), vim.fn.exepath(command)))
  else
    vim.health.error(("%q does not say its version: %s"):format(command, vim.trim(told.stderr)), {
      "Run `statuslens doctor` in a shell",
    })
  end
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = "statuslens" })
  for _, client in ipairs(clients) do
    local count = vim.tbl_count(client.attached_buffers)
    vim.health.info(("runs for %s (%d buffers)"):format(client.config.root_dir or "files without a project", count))
  end
  if #clients == 0 then
    vim.health.info("runs nowhere yet; it starts with the first buffer of a file type that it reads")
  end
end

function M.check()
  vim.health.start("statuslens")
  if vim.fn.has("nvim-0.10") == 0 then
    return vim.health.error("needs Neovim 0.10 or newer")
  end
  vim.health.ok("Neovim " .. tostring(vim.version()))
  check_server((statuslens.options or statuslens.defaults).cmd[1])
  if statuslens.options then
    check_clients()
  else
    vim.health.warn("setup() was not called, or could not be used", { 'Call require("statuslens").setup({})' })
  end
end

return M
