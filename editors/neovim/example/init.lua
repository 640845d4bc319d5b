-- Try statuslens from a clone, without touching your own configuration:
--   PATH="$PWD/.venv/bin:$PATH" nvim -u editors/neovim/example/init.lua
-- The cursor stands on a status; press K for its explanation.
local here = vim.fn.fnamemodify(debug.getinfo(1, "S").source:sub(2), ":p:h")

vim.opt.runtimepath:prepend(vim.fn.fnamemodify(here, ":h"))
vim.diagnostic.config({ virtual_text = true })
if vim.fn.has("nvim-0.11") == 1 then
  vim.o.winborder = "rounded"
end

require("statuslens").setup({})

vim.api.nvim_create_autocmd("VimEnter", {
  nested = true, -- or opening the file would not tell its type
  callback = function()
    if vim.fn.argc() == 0 then
      local file = vim.fn.simplify(here .. "/../../../examples/shop/api/orders.py")
      vim.cmd.edit(vim.fn.fnamemodify(file, ":."))
      vim.fn.search("404)")
    end
  end,
})
