-- Try statuslens from a clone, without touching your own configuration:
--   nvim -u editors/neovim/example/init.lua
-- The cursor stands on a status; press K for its explanation.
local here = vim.fn.fnamemodify(debug.getinfo(1, "S").source:sub(2), ":p:h")
local plugin = vim.fn.fnamemodify(here, ":h")
local in_clone = vim.fn.fnamemodify(plugin, ":h:h") .. "/.venv/bin/statuslens-lsp"

vim.opt.runtimepath:prepend(plugin)
vim.diagnostic.config({ virtual_text = true })
if vim.fn.has("nvim-0.11") == 1 then
  vim.o.winborder = "rounded"
end

require("statuslens").setup({
  cmd = { vim.fn.executable(in_clone) == 1 and in_clone or "statuslens-lsp" },
})

vim.api.nvim_create_autocmd("VimEnter", {
  nested = true, -- or opening the file would not tell its type
  callback = function()
    if vim.fn.argc() == 0 then
      vim.cmd.edit(vim.fn.fnamemodify(here .. "/app.js", ":."))
      vim.fn.search("404")
    end
  end,
})
